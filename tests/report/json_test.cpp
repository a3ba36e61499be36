// SPDX-License-Identifier: Apache-2.0
#include "report/json.h"

#include <doctest/doctest.h>

#include "report/claim_line.h"
#include "report/quay.h"

namespace tally {
namespace {

bool holds(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

TEST_CASE("a claim's line counts code points and writes ends by their kind") {
  const Comparison quay = testing::quay();
  const Document& post = quay.sources[0];
  const std::string date = claim_line(quay.claims[1], post, Places(post.text));
  CHECK(holds(date, R"("source":"post.txt","start":44,"end":48,"quote":"2016")"));
  CHECK(holds(date, R"("low":"2016-01-01","high":"2016-12-31","unit":null)"));
  CHECK(holds(date, R"("timex":"2016")"));
  CHECK(holds(date, R"("predicate":"built")"));
  const std::string money = claim_line(quay.claims[0], post, Places(post.text));
  CHECK(holds(money, R"("low":4000000,"high":4000000,"unit":"USD","written_low":4000000)"));
  CHECK(holds(money, R"("change":null,"bound":null)"));
  CHECK(money.find('\n') == std::string::npos);
}

TEST_CASE("open ends are null, calendar durations ISO, times of day HH:MM") {
  struct Row {
    Value value;
    const char* part;
  };
  const Row rows[] = {
      {{.kind = Kind::count, .low = 1000, .modifier = Modifier::more_than},
       R"("low":1000,"high":null)"},
      {{.kind = Kind::duration,
        .unit = "s",
        .low = 315569520,
        .time = TimeDetail{.iso_low = "P10Y"}},
       R"("low":"P10Y","high":null)"},
      {{.kind = Kind::duration, .unit = "s", .low = 5400, .high = 5400},
       R"("low":5400,"high":5400)"},
      {{.kind = Kind::time, .low = 129, .high = 129}, R"("low":"02:09","high":"02:09")"},
      {{.kind = Kind::percent, .unit = "%", .low = 33.5, .high = 33.5}, R"("low":33.5)"},
      {{.kind = Kind::date, .modifier = Modifier::unanchored}, R"("low":null,"high":null)"},
  };
  Document document;
  document.id = "a";
  document.text = "text";
  for (const Row& row : rows) {
    Mention mention;
    mention.value = row.value;
    const std::string line = mention_line(mention, document, Places(document.text));
    CAPTURE(line);
    CHECK(holds(line, row.part));
    CHECK(holds(line, R"("rule":null)"));
  }
}

TEST_CASE("a relative date shows its anchor") {
  const Comparison quay = testing::quay();
  const Document& wire = quay.sources[1];
  CHECK(holds(claim_line(quay.claims[3], wire, Places(wire.text)),
              R"("anchor":{"date":"2024-04-20","from":"assumed"})"));
}

TEST_CASE("a comparison names its parts by ids that point at each other") {
  const std::string text =
      comparison_json(testing::quay(), {.version = "0.1.0", .rules_name = "news"});
  for (const char* part : {R"("tally": "0.1.0")",
                           R"("name": "news")",
                           R"("published": "2024-04-20")",
                           R"("published_from": "assumed")",
                           R"("origin": "o2")",
                           R"("id": "c4")",
                           R"("fact": "f2")",
                           R"("a": "c2")",
                           R"("b": "c4")",
                           R"("verdict": "conflict")",
                           R"("reason": "disjoint")",
                           R"("confidence": 0.8)",
                           R"("figures": 5)",
                           R"("named_sources": 0)"}) {
    CAPTURE(part);
    CHECK(holds(text, part));
  }
}

}  // namespace
}  // namespace tally
