// SPDX-License-Identifier: Apache-2.0
#include "model/review.h"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

#include "compare/claims.h"
#include "compare/compare.h"

using namespace tally;
using namespace tally::made;

namespace {

const std::string k_first =
    "As the mayor said on Monday, the bridge was built in 2016 by the town.";
const std::string k_second = "Nobody at the town hall knew it, but it was built in 2019 after all.";

Value year(int number) {
  return days(std::to_string(number) + "-01-01", std::to_string(number) + "-12-31");
}

// A claim of source `index` on the first `quote` of its text.
Claim claim_on(const Document& from, std::size_t index, const std::string& quote, int number) {
  Claim made = claim(index, year(number), quote, "built", "bridge");
  const std::size_t at = from.text.find(quote);
  REQUIRE(at != std::string::npos);
  made.mention.span = {at, at + quote.size()};
  return made;
}

std::vector<Document> two_sources(const std::string& first, const std::string& second) {
  std::vector<Document> sources = {source("a.txt"), source("b.txt")};
  sources[0].text = first;
  sources[1].text = second;
  return sources;
}

// Two sources on the year in which a bridge was built.
Comparison quarrel(const std::string& first = k_first, const std::string& second = k_second) {
  Comparison comparison;
  comparison.sources = two_sources(first, second);
  comparison.claims = {claim_on(comparison.sources[0], 0, "2016", 2016),
                       claim_on(comparison.sources[1], 1, "2019", 2019)};
  comparison.facts.emplace_back().name = "date: bridge, built";
  comparison.findings.emplace_back().b = 1;
  comparison.findings[0].verdict = Verdict::conflict;
  return comparison;
}

std::string name_of_finding(const Comparison& comparison) {
  return finding_fingerprint(comparison.findings[0], comparison);
}

// The two claims compared under what somebody said of them.
Comparison compared(const std::vector<LinkRecord>& links, int second_year = 2019) {
  std::vector<Document> sources = two_sources(k_first, k_second);
  std::vector<Claim> claims = {claim_on(sources[0], 0, "2016", 2016),
                               claim_on(sources[1], 1, "2019", second_year)};
  return compare(std::move(sources), std::move(claims), {{"bridge", {0, 1}}}, concepts(), links);
}

LinkRecord said(Link link) {
  const Comparison pair = quarrel();
  LinkRecord record;
  record.place_a = place_fingerprint(pair.claims[0], pair.sources[0]);
  record.place_b = place_fingerprint(pair.claims[1], pair.sources[1]);
  record.link = link;
  return record;
}

}  // namespace

TEST_CASE("a finding keeps its name while its words and values stay") {
  const std::string name = name_of_finding(quarrel());
  CHECK(name.size() == 32);
  CHECK(name_of_finding(
            quarrel("A new first sentence. " + k_first, k_second + "\n\nAnd a last.")) == name);
  CHECK(name_of_finding(quarrel(
            "As the mayor said on\n  Monday, the bridge was\tbuilt in 2016 by\nthe town.")) ==
        name);

  Comparison moved = quarrel();
  moved.sources[0].id = moved.sources[0].path = "elsewhere/a.txt";
  moved.claims[0].rule = "en.another";
  moved.claims[0].predicate = "opened";
  CHECK(name_of_finding(moved) == name);

  Comparison swapped = quarrel();
  std::swap(swapped.findings[0].a, swapped.findings[0].b);
  CHECK(name_of_finding(swapped) == name);
}

TEST_CASE("other words around a quote or another reading make another finding") {
  const std::string name = name_of_finding(quarrel());
  CHECK(name_of_finding(
            quarrel("As the mayor said on Monday, the tower was built in 2016 by her.")) != name);
  Comparison read_anew = quarrel();
  read_anew.claims[1].mention.value = year(2018);
  CHECK(name_of_finding(read_anew) != name);
  Comparison open_ended = quarrel();
  open_ended.claims[1].mention.value.high.reset();
  CHECK(name_of_finding(open_ended) != name);
}

TEST_CASE("a quote at the very edge of a text has a name") {
  const Comparison bare = quarrel("2016", "2019");
  CHECK(name_of_finding(bare) != name_of_finding(quarrel()));
  CHECK(place_fingerprint(bare.claims[0], bare.sources[0]) !=
        place_fingerprint(bare.claims[1], bare.sources[1]));
}

TEST_CASE("a decision is found again and closes the conflict") {
  Comparison comparison = quarrel();
  CHECK(is_open_conflict(comparison.findings[0]));
  comparison.findings[0].decision = Decision::dismissed;
  comparison.findings[0].note = "two bridges";
  const DecisionRecord record = decision_record(comparison.findings[0], comparison);
  CHECK(record.fact == "date: bridge, built");
  CHECK(record.quote_b == "2019");

  Comparison anew = quarrel("Much has changed. " + k_first);
  apply_decisions(anew, std::vector{record});
  CHECK(anew.findings[0].note == "two bridges");
  CHECK_FALSE(is_open_conflict(anew.findings[0]));
  Comparison another = quarrel("It was finished in 2016.");
  apply_decisions(another, std::vector{record});
  CHECK(another.findings[0].decision == Decision::open);
}

TEST_CASE("a confirmed conflict is still a conflict") {
  Finding finding;
  finding.verdict = Verdict::conflict;
  finding.decision = Decision::confirmed;
  CHECK(is_open_conflict(finding));
}

TEST_CASE("claims that somebody set apart are never compared") {
  REQUIRE(compared({}, 2016).findings.size() == 1);
  CHECK(compared({said(Link::apart)}, 2016).findings.empty());
}

TEST_CASE("claims that somebody joined are compared, and the link says so") {
  std::vector<Document> sources = two_sources(k_first, k_second);
  std::vector<Claim> claims = {claim_on(sources[0], 0, "2016", 2016),
                               claim_on(sources[1], 1, "2019", 2019)};
  claims[1].predicate = "opened";
  claims[1].head = "tower";
  const std::vector<Story> stories = {{"bridge", {0, 1}}};
  REQUIRE(compare(sources, claims, stories, concepts()).findings.empty());
  const Comparison joined =
      compare(sources, claims, stories, concepts(), std::vector{said(Link::same)});
  REQUIRE(joined.findings.size() == 1);
  CHECK(joined.findings[0].verdict != Verdict::agree);
  CHECK(joined.findings[0].link == "linked by hand");
}

TEST_CASE("an order on claims that are gone changes nothing") {
  LinkRecord record = said(Link::apart);
  record.place_a = std::string(32, '0');
  CHECK(compared({record}, 2016).findings.size() == 1);
}
