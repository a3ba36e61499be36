// SPDX-License-Identifier: Apache-2.0
#include "values/numeric_date.h"

#include <doctest/doctest.h>

namespace tally {
namespace {

TEST_CASE("dates in figures are read in the order that the figures or the document ask for") {
  struct Case {
    const char* text;
    DayOrder order;
    std::optional<NumericDate> expected;
  };
  constexpr DayOrder us = DayOrder::month_first;
  constexpr DayOrder uk = DayOrder::day_first;
  const Case cases[] = {
      {"2013-03-14", us, NumericDate{2013, 3, 14}},
      {"20130314", us, NumericDate{2013, 3, 14}},
      {"20130230", us, std::nullopt},
      {"3/14/2013", uk, NumericDate{2013, 3, 14}},
      {"3/4/2013", us, NumericDate{2013, 3, 4}},
      {"3/4/2013", uk, NumericDate{2013, 4, 3}},
      {"14.3.13", us, NumericDate{2013, 3, 14}},
      {"9/2012", us, NumericDate{2012, 9, std::nullopt}},
      {"11/20", us, NumericDate{std::nullopt, 11, 20}},
      {"31/31/2013", us, std::nullopt},
      {"2/30/2013", us, std::nullopt},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(numeric_date_of(c.text, c.order, 2015) == c.expected);
  }
}

TEST_CASE("only figures above twelve tell the order") {
  CHECK(day_order_of("25/12/2013") == DayOrder::day_first);
  CHECK(day_order_of("12/25/2013") == DayOrder::month_first);
  CHECK_FALSE(day_order_of("3/4/2013").has_value());
  CHECK_FALSE(day_order_of("2013-12-25").has_value());
}

TEST_CASE("two figures of a year lie in the century around the document") {
  CHECK(full_year(82, 2008) == 1982);
  CHECK(full_year(15, 2008) == 2015);
  CHECK(full_year(98, 1995) == 1998);
}

}  // namespace
}  // namespace tally
