// SPDX-License-Identifier: Apache-2.0
#include "base/civil.h"

#include <doctest/doctest.h>

namespace tally {
namespace {

TEST_CASE("days and dates are inverse to each other over four centuries") {
  for (Day day = day_of({.year = 1800, .month = 1, .day = 1});
       day < day_of({.year = 2200, .month = 1, .day = 1});
       ++day) {
    REQUIRE(day_of(civil_of(day)) == day);
  }
}

TEST_CASE("known days stand where the calendar puts them") {
  CHECK(day_of({.year = 1970, .month = 1, .day = 1}) == 0);
  CHECK(day_of({.year = 2000, .month = 3, .day = 1}) == 11017);
  CHECK(iso_weekday(day_of({.year = 2024, .month = 4, .day = 19})) == 5);
  CHECK(iso_date(easter_sunday(2024)) == "2024-03-31");
  CHECK(iso_date(easter_sunday(1999)) == "1999-04-04");
}

TEST_CASE("a day that no calendar has is refused") {
  CHECK_FALSE(valid_day(2023, 2, 29).has_value());
  CHECK_FALSE(valid_day(2023, 13, 1).has_value());
  CHECK_FALSE(parse_iso_date("2023-02-30").has_value());
  CHECK_FALSE(parse_iso_date("23-02-03").has_value());
  CHECK(parse_iso_date("2024-02-29T10:00:00Z") == valid_day(2024, 2, 29));
}

TEST_CASE("ISO weeks belong to the year of their Thursday") {
  const Day new_year = day_of({.year = 2021, .month = 1, .day = 1});
  CHECK(iso_week_of(new_year).year == 2020);
  CHECK(iso_week_of(new_year).week == 53);
  CHECK(iso_date(monday_of({.year = 2024, .week = 1})) == "2024-01-01");
}

TEST_CASE("months carry over into other years and cut the day to their length") {
  CHECK(month_shifted({.year = 2024, .month = 1, .day = 31}, 1) ==
        Civil{.year = 2024, .month = 2, .day = 29});
  CHECK(month_shifted({.year = 2024, .month = 1, .day = 15}, -13) ==
        Civil{.year = 2022, .month = 12, .day = 15});
}

}  // namespace
}  // namespace tally
