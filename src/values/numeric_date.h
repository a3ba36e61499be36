// SPDX-License-Identifier: Apache-2.0
// Dates in figures alone: 2013-03-14, 3/14/2013, 14.3.13, 20130314.
#pragma once

#include <optional>
#include <string_view>

#include "values/discourse.h"
#include "values/period.h"

namespace tally {

// What a date in figures says. `year` is absent in "3/14".
struct NumericDate {
  std::optional<int> year;
  int month = 0;
  std::optional<int> day;  // absent in "2013-03" and "9/2012"

  friend bool operator==(const NumericDate&, const NumericDate&) = default;
};

// The parts of `text`: two or three numbers with `/`, `-` or `.` between them, or eight digits. A
// number of four digits is the year; otherwise the last of three is, of the century that puts it
// nearest to `near_year` and at most 20 years behind it. `order` decides where day and month could
// be either. Nothing when there is no such date (31/31/2013).
std::optional<NumericDate> numeric_date_of(std::string_view text, DayOrder order, int near_year);

// The order that the figures force: "25/12/2013" is day_first, "12/25/2013" month_first. Nothing
// when both are possible or the year stands first.
std::optional<DayOrder> day_order_of(std::string_view text);

// A year of two digits in the century that puts it within 80 years before and 20 years after
// `near_year`.
int full_year(int two_digits, int near_year);

}  // namespace tally
