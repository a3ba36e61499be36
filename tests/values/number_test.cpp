// SPDX-License-Identifier: Apache-2.0
#include "values/number.h"

#include <doctest/doctest.h>

#include <string>

#include "rules/lexicon.h"
#include "values/reading.h"

namespace tally {
namespace {

std::optional<Number> number_of(const std::string& text, const char* language = "en") {
  const Lexicon& lexicon = shipped_pack().languages.at(language)->lexicon;
  const auto tokens = lexicon.tokens_of(text, {0, text.size()});
  return read_number(Words(text, tokens, lexicon), Range{0, tokens.size()});
}

TEST_CASE("numbers are read in digits, words, magnitudes, fractions and mixtures") {
  struct Row {
    const char* text;
    double value;
  };
  for (const Row& row : {Row{"35m", 3.5e7},
                         Row{"2.5 million", 2.5e6},
                         Row{"1.762bn", 1.762e9},
                         Row{"10 000", 10000},
                         Row{"twenty-eight thousand six hundred forty-two", 28642},
                         Row{"a hundred", 100},
                         Row{"one hundred and three", 103},
                         Row{"half a million", 5e5},
                         Row{"quarter of a million", 2.5e5},
                         Row{"one and a half billion", 1.5e9},
                         Row{"a million and a half", 1.5e6},
                         Row{"2 1/2", 2.5},
                         Row{"2½", 2.5},
                         Row{"two-thirds", 2.0 / 3},
                         Row{"twenty-three fifths", 4.6},
                         Row{"four hundred million", 4e8},
                         Row{"1.5 lakh crore", 1.5e12},
                         Row{"two dozen", 24},
                         Row{"two point two million", 2.2e6},
                         Row{"a", 1}}) {
    INFO(row.text);
    const auto number = number_of(row.text);
    REQUIRE(number.has_value());
    CHECK(number->low == doctest::Approx(row.value));
    CHECK(number->high == doctest::Approx(row.value));
  }
}

TEST_CASE("vague words are intervals") {
  const auto number = number_of("tens of thousands");
  REQUIRE(number.has_value());
  CHECK(number->low == 1e4);
  CHECK(number->high == 1e5);
  CHECK(number->vague);
  CHECK(number_of("several hundred")->low == 300);
  CHECK(number_of("hundreds of millions")->high == 1e9);
}

TEST_CASE("the slack follows the digits as written") {
  CHECK(number_of("2.5 million")->slack == doctest::Approx(50000));
  CHECK(number_of("1,000")->slack == doctest::Approx(500));
  CHECK(number_of("1,042")->slack == doctest::Approx(0.5));
  CHECK(number_of("dozens")->slack == 0);
}

TEST_CASE("other words are no number") {
  CHECK_FALSE(number_of("barrels").has_value());
  CHECK_FALSE(number_of("two barrels").has_value());
}

TEST_CASE("numbers that count on from sixty and in twenties are read from the words alone") {
  struct Row {
    const char* text;
    double value;
  };
  for (const Row& row : {Row{"soixante-dix", 70},
                         Row{"soixante et onze", 71},
                         Row{"quatre-vingts", 80},
                         Row{"quatre-vingt-un", 81},
                         Row{"quatre-vingt-dix-sept", 97},
                         Row{"vingt et un", 21},
                         Row{"deux cent cinquante mille", 250000},
                         Row{"mille neuf cent quatre-vingt-dix", 1990},
                         Row{"trois millions deux cent mille", 3.2e6},
                         Row{"un million et demi", 1.5e6},
                         Row{"2,3 milliards", 2.3e9}}) {
    INFO(row.text);
    const auto number = number_of(row.text, "fr");
    REQUIRE(number.has_value());
    CHECK(number->low == doctest::Approx(row.value));
  }
}

}  // namespace
}  // namespace tally
