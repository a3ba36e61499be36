// SPDX-License-Identifier: Apache-2.0
#include "report/quay.h"

namespace tally::testing {
namespace {

Document source(std::string id, std::string text) {
  Document document;
  document.id = id;
  document.path = id;
  document.file = id;
  document.text = std::move(text);
  return document;
}

Claim claim_of(const std::vector<Document>& sources,
               std::size_t index,
               std::string_view quote,
               Value value) {
  const std::string& text = sources[index].text;
  Claim claim;
  claim.source = index;
  const std::size_t begin = text.find(quote);
  claim.mention.span = {begin, begin + quote.size()};
  claim.mention.value = std::move(value);
  claim.quote = quote;
  claim.sentence = squeezed(text);
  return claim;
}

Value year(int number, Modifier modifier) {
  return {.kind = Kind::date,
          .low = *valid_day(number, 1, 1),
          .high = *valid_day(number, 12, 31),
          .modifier = modifier,
          .time = TimeDetail{.timex = std::to_string(number)}};
}

Value dollars(double amount) {
  return {.kind = Kind::money,
          .unit = "USD",
          .low = amount,
          .high = amount,
          .slack = amount / 2,
          .written_low = amount,
          .written_high = amount,
          .written_unit = "USD"};
}

std::vector<Document> sources() {
  std::vector<Document> all = {
      source("post.txt", "Café news.\nThe $4 million quay was built in 2016."),
      source("wire.txt", "Built for $4 million six years ago, the quay is idle\x1b[2J."),
      source("note.txt", "No figures here."),
  };
  all[0].published = valid_day(2024, 4, 20);
  all[0].published_from = PublishedFrom::header;
  all[0].outlet = "The Post";
  all[1].published = valid_day(2024, 4, 20);
  all[1].published_from = PublishedFrom::assumed;
  return all;
}

std::vector<Claim> claims(const std::vector<Document>& all) {
  std::vector<Claim> list = {
      claim_of(all, 0, "$4 million", dollars(4e6)),
      claim_of(all, 0, "2016", year(2016, Modifier::exact)),
      claim_of(all, 1, "$4 million", dollars(4e6)),
      claim_of(all, 1, "six years ago", year(2018, Modifier::approx)),
  };
  list[3].mention.value.time->anchor = Anchor{*valid_day(2024, 4, 20), "assumed"};
  for (Claim& claim : list) {
    claim.subject = "quay";
    claim.predicate = claim.mention.value.kind == Kind::date ? "built" : "construction-cost";
    claim.rule = "en.construction";
  }
  return list;
}

Position position(std::vector<std::size_t> of, const Value& value, std::size_t origins) {
  return {.claims = of,
          .low = value.low,
          .high = value.high,
          .articles = of.size(),
          .origins = origins};
}

}  // namespace

Comparison quay() {
  Comparison made;
  made.sources = sources();
  made.claims = claims(made.sources);
  made.stories = {{.name = "Lindal quay", .sources = {0, 1, 2}}};
  made.facts = {
      {.name = "construction cost of quay",
       .kind = Kind::money,
       .claims = {0, 2},
       .positions = {position({0, 2}, made.claims[0].mention.value, 2)}},
      {.name = "when the quay was built",
       .kind = Kind::date,
       .verdict = Verdict::conflict,
       .claims = {1, 3},
       .positions = {position({1}, made.claims[1].mention.value, 1),
                     position({3}, made.claims[3].mention.value, 1)}},
  };
  made.findings = {
      {.fact = 0,
       .a = 0,
       .b = 2,
       .reason = "same-value",
       .explain = "Both say 4,000,000 USD.",
       .confidence = 0.9},
      {.fact = 1,
       .a = 1,
       .b = 3,
       .verdict = Verdict::conflict,
       .reason = "disjoint",
       .gap = "1 day",
       .explain = "2016 ends before 2018 begins.",
       .rests_on = {"the publication date of wire.txt is assumed"},
       .confidence = 0.8},
  };
  made.origin_of_source = {0, 1, 2};
  made.coverage = {.figures = 5, .compared = 4, .one_source = 1, .not_understood = 0};
  return made;
}

}  // namespace tally::testing
