// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "values/reading.h"

namespace tally {
namespace {

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (const Mention& mention : mentions_in(text)) {
    lines.push_back(line_of(text, mention));
  }
  return lines;
}

using Lines = std::vector<std::string>;

TEST_CASE("modifiers before and behind open or blur the interval") {
  CHECK(lines_of("More than $60,000 was raised.") ==
        Lines{"More than $60,000 money 60000..open USD more_than"});
  CHECK(lines_of("Up to an estimated 400 km burned.") ==
        Lines{"Up to an estimated 400 km length open..400000 m at_most"});
  CHECK(lines_of("It weighs 40 kg or more.") == Lines{"40 kg or more mass 40..open kg at_least"});
  CHECK(lines_of("He owes just over £2bn.") ==
        Lines{"just over £2bn money 2e+09..2e+09 GBP approx"});
}

TEST_CASE("a first end without scale or unit takes the second one's") {
  CHECK(lines_of("A bill of $10 to $15 billion.") ==
        Lines{"$10 to $15 billion money 1e+10..1.5e+10 USD range"});
  CHECK(lines_of("Homes from $750,000 to $1 million.") ==
        Lines{"from $750,000 to $1 million money 750000..1e+06 USD range"});
}

TEST_CASE("a rise and where it led are two figures") {
  const auto mentions = mentions_in("Sales rose 8.1 percent to 99.20 yuan.");
  REQUIRE(mentions.size() == 2);
  CHECK(mentions[0].value.kind == Kind::percent);
  CHECK(mentions[0].value.change == Change::up);
  CHECK(mentions[1].value.unit == "CNY");
}

TEST_CASE("a bare dollar is assumed to be American, and said to be so") {
  CHECK(mentions_in("It cost $5.").at(0).value.assumed_unit);
  CHECK_FALSE(mentions_in("It cost US$5.").at(0).value.assumed_unit);
}

TEST_CASE("names, codes and scores are no figures") {
  for (const char* text : {"He flew from Base 201.",
                           "A Boeing 737 Max landed.",
                           "Take Route 66 west.",
                           "Article 5 applies.",
                           "Since 9/11 it is shut.",
                           "They won 21-14 at home.",
                           "Call 555-010-4477, please.",
                           "See https://example.org/2020/15 for more.",
                           "A .45 caliber gun was found.",
                           "It stands at 575 Oak Road.",
                           "The S&P 500 closed.",
                           "Falcon 9 lifted off."}) {
    INFO(text);
    CHECK(lines_of(text) == Lines{});
  }
}

}  // namespace
}  // namespace tally
