// SPDX-License-Identifier: Apache-2.0
#include "values/relation.h"

#include <doctest/doctest.h>

#include <string>

#include "values/reading.h"

namespace tally {
namespace {

TEST_CASE("a quantity in brackets that says the one before in another unit is its conversion") {
  const std::string text = "The road is 920 kilometers (550 miles) long and cost €2m ($2.6m).";
  const auto mentions = mentions_in(text);
  REQUIRE(mentions.size() == 4);
  CHECK(mentions[1].part == Part::conversion);
  CHECK(mentions[1].partner == 0);
  CHECK(mentions[3].part == Part::conversion);
  CHECK(mentions[3].partner == 2);
}

TEST_CASE("two lengths with 'or' are a conversion only where they agree") {
  CHECK(mentions_in("It is 5 miles, or 8 kilometers, off.").at(1).part == Part::conversion);
  CHECK(mentions_in("Choose 5 miles or 30 kilometers.").at(1).part == Part::whole);
}

TEST_CASE("persons joined in one noun phrase give their parts and the sum") {
  struct Row {
    const char* text;
    double sum;
    std::size_t parts;
  };
  for (const Row& row : {Row{"A man and two women were killed.", 3, 2},
                         Row{"They found 12 Somalis and 11 Yemenis.", 23, 2},
                         Row{"Six men, two women and a child drowned.", 9, 3}}) {
    INFO(row.text);
    const auto mentions = mentions_in(row.text);
    REQUIRE(mentions.size() == row.parts + 1);
    CHECK(mentions[0].part == Part::sum);
    CHECK(mentions[0].value.low == row.sum);
    for (std::size_t i = 1; i < mentions.size(); ++i) {
      CHECK(mentions[i].part == Part::part);
      CHECK(mentions[i].partner == 0);
    }
  }
}

TEST_CASE("things and persons make no sum") {
  for (const Mention& mention : mentions_in("They have two cars and three children.")) {
    CHECK(mention.part == Part::whole);
  }
}

TEST_CASE("a bare number behind a comparing word takes the noun before") {
  const auto mentions = mentions_in("Thieves took 460 cars, compared with 63 earlier.");
  REQUIRE(mentions.size() == 2);
  CHECK(mentions[1].value.kind == Kind::count);
  CHECK(mentions[1].noun.text == "cars");
}

TEST_CASE("a bare dollar follows the marked one before it, unless bare dollars convert it") {
  const auto mentions =
      mentions_in("The mine cost A$5m. Owners paid $2m more. Buyers offer US$9m.");
  REQUIRE(mentions.size() == 3);
  CHECK(mentions[1].value.unit == "AUD");
  CHECK(mentions[1].value.assumed_unit);
  CHECK(mentions[2].value.unit == "USD");
  CHECK(mentions_in("It cost A$50m ($33m). They paid $2m.").at(2).value.unit == "USD");
}

}  // namespace
}  // namespace tally
