// SPDX-License-Identifier: Apache-2.0
#include "report/wording.h"

#include <doctest/doctest.h>

namespace tally {
namespace {

double day(int year, int month, int of_month) { return *valid_day(year, month, of_month); }

TEST_CASE("numbers have separators of thousands and no more digits than needed") {
  CHECK(number_text(0) == "0");
  CHECK(number_text(999) == "999");
  CHECK(number_text(1000) == "1,000");
  CHECK(number_text(-1234567.5) == "-1,234,567.5");
  CHECK(number_text(0.3333333) == "0.3333");
  CHECK(number_text(-0.00001) == "0");
}

TEST_CASE("days are said as shortly as they can be said exactly") {
  CHECK(days_text(day(2016, 1, 1), day(2016, 12, 31)) == "2016");
  CHECK(days_text(day(2023, 7, 1), day(2023, 7, 31)) == "2023-07");
  CHECK(days_text(day(2024, 4, 19), day(2024, 4, 19)) == "2024-04-19");
  CHECK(days_text(day(2018, 1, 1), day(2018, 6, 30)) == "2018-01-01 to 2018-06-30");
  CHECK(days_text(day(2013, 1, 1), std::nullopt) == "from 2013-01-01");
}

TEST_CASE("durations are words") {
  CHECK(iso_duration_text("P10Y") == "10 years");
  CHECK(iso_duration_text("P1M15D") == "1 month 15 days");
  CHECK(iso_duration_text("P1DT12H") == "1 day 12 hours");
  CHECK(iso_duration_text("PT5M") == "5 minutes");
  CHECK(clock_duration_text(27000) == "7 h 30 min");
  CHECK(clock_duration_text(9.5) == "9.5 s");
  CHECK(clock_duration_text(259200) == "3 days");
}

TEST_CASE("a value is said with its modifier and unit") {
  struct Row {
    Value value;
    const char* text;
  };
  const Row rows[] = {
      {{.kind = Kind::money, .unit = "USD", .low = 1e8, .high = 1e8}, "100,000,000 USD"},
      {{.kind = Kind::count, .low = 1000, .modifier = Modifier::more_than}, "more than 1,000"},
      {{.kind = Kind::count, .high = 20, .modifier = Modifier::at_most}, "at most 20"},
      {{.kind = Kind::percent, .unit = "%", .low = 10, .high = 15, .modifier = Modifier::range},
       "10 to 15 %"},
      {{.kind = Kind::date,
        .low = day(2018, 1, 1),
        .high = day(2018, 12, 31),
        .modifier = Modifier::approx},
       "about 2018"},
      {{.kind = Kind::date, .modifier = Modifier::unanchored},
       "not resolved: no date to count from"},
      {{.kind = Kind::duration,
        .unit = "s",
        .low = 315569520,
        .modifier = Modifier::more_than,
        .time = TimeDetail{.iso_low = "P10Y"}},
       "more than 10 years"},
      {{.kind = Kind::length, .unit = "m", .low = 32186.88, .high = 32186.88}, "32,187 m"},
      {{.kind = Kind::count, .low = 1234567, .high = 1234567}, "1,234,567"},
      {{.kind = Kind::time, .low = 129, .high = 129}, "02:09"},
      {{.kind = Kind::age, .unit = "a", .low = 17, .high = 17}, "17 years old"},
  };
  for (const Row& row : rows) {
    CHECK(value_text(row.value) == row.text);
  }
}

}  // namespace
}  // namespace tally
