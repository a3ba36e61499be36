// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "values/reading.h"

namespace tally {
namespace {

struct Row {
  std::string text;
  std::string quote;  // empty: nobody is counted
  double count;
};

TEST_CASE("words that stand for a number count people where harm is told") {
  const std::vector<Row> rows{
      {"Hail hurt two riders and wounded a third.", "a third", 1},
      {"The bull gored his keepers, injuring both.", "both", 2},
      {"Another farmer was badly hurt.", "Another", 1},
      {"Both of them died.", "Both", 2},
      {"Nine rescued after ferry sinks", "Nine", 9},
      {"A third of the herd was killed.", "", 0},
      {"Both roads were closed.", "", 0},
      {"Five arrested him at once.", "", 0},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    std::string quote;
    for (const Mention& mention : mentions_in(row.text)) {
      if (mention.pattern == "en.count.people") {
        quote = row.text.substr(mention.span.begin, mention.span.size());
        if (quote == row.quote) {
          CHECK(mention.value.low == row.count);
          break;
        }
      }
    }
    CHECK(quote == row.quote);
  }
}

}  // namespace
}  // namespace tally
