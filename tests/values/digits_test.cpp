// SPDX-License-Identifier: Apache-2.0
#include "values/digits.h"

#include <doctest/doctest.h>

#include <string>

namespace tally {
namespace {

TEST_CASE("digits are read in any grouping, with half a unit of their last significant digit") {
  struct Row {
    const char* text;
    double value;
    double slack;
  };
  for (const Row& row : {Row{"1,042", 1042, 0.5},
                         Row{"1,000", 1000, 500},
                         Row{"2.50", 2.5, 0.005},
                         Row{"1.234.567", 1234567, 0.5},
                         Row{"12,34,567", 1234567, 0.5},
                         Row{"1,674,200.5", 1674200.5, 0.05},
                         Row{".45", 0.45, 0.005},
                         Row{"0", 0, 0.5}}) {
    INFO(row.text);
    const auto number = read_digits(row.text);
    REQUIRE(number.has_value());
    CHECK(number->value == doctest::Approx(row.value));
    CHECK(number->slack == doctest::Approx(row.slack));
  }
}

TEST_CASE("what is no number is refused") {
  for (const char* text : {"", "1.2.3", "12,3,4", "5th", "1,23,4", ",", "1,234.567,8"}) {
    INFO(text);
    CHECK_FALSE(read_digits(text).has_value());
  }
}

TEST_CASE("a whole number survives being grouped") {
  for (long number = 1; number < 2'000'000'000; number = number * 7 + 3) {
    std::string text = std::to_string(number);
    for (std::size_t at = text.size(); at > 3; at -= 3) {
      text.insert(at - 3, ",");
    }
    INFO(text);
    CHECK(read_digits(text)->value == static_cast<double>(number));
  }
}

TEST_CASE("with a decimal comma points and blanks group") {
  struct Row {
    const char* text;
    double value;
    double slack;
  };
  for (const Row& row : {Row{"6,8", 6.8, 0.05},
                         Row{"1 500", 1500, 50},
                         Row{"1\u202F234,5", 1234.5, 0.05},
                         Row{"2\u00A0012", 2012, 0.5},
                         Row{"1.234.567", 1234567, 0.5},
                         Row{"12,345", 12.345, 0.0005}}) {
    INFO(row.text);
    const auto number = read_digits(row.text, ',');
    REQUIRE(number.has_value());
    CHECK(number->value == doctest::Approx(row.value));
    CHECK(number->slack == doctest::Approx(row.slack));
  }
  CHECK_FALSE(read_digits("1,2,3", ',').has_value());
}

}  // namespace
}  // namespace tally
