// SPDX-License-Identifier: Apache-2.0
// The parts of a date as a pattern captures them.
#pragma once

#include <optional>

#include "values/reader.h"

namespace tally {

// What was written. Years are astronomical (0 is 1 BC).
struct DateParts {
  std::optional<int> weekday;  // 1 is Monday
  std::optional<int> day;
  std::optional<int> month;
  std::optional<int> quarter;  // 1 to 4
  std::optional<int> half;     // 1 or 2
  std::optional<int> season;   // the month it begins with
  std::optional<int> year;
  std::optional<int> year_shift;     // "of last year": -1
  std::optional<int> month_shift;    // "of next month": 1
  std::optional<int> year_anaphor;   // "of that year": 0, of the last date mentioned
  std::optional<int> month_anaphor;  // "of the following month": 1

  friend bool operator==(const DateParts&, const DateParts&) = default;
};

// The parts that the captures weekday, day, month, quarter, half, season, year, era_year, era,
// year_shift, month_shift, year_anaphor, month_anaphor and numeric hold; short_year too, two
// figures behind a day that are a year when they cannot be anything else.
DateParts parts_of(const Words& words, const Captures& captures, const ReadContext& context);

// The parts of a date that stands in the tokens of `range`, without captures.
DateParts parts_in(const Words& words, Range range, const ReadContext& context);

// The number that a capture of one day or ordinal writes: "19", "19th", "nineteenth".
std::optional<int> ordinal_of(const Words& words, Range range);
// The year that a capture writes: "2013", "'82", "nineteen eighty-six". Two figures are taken for
// the century nearest to `near_year`.
std::optional<int> year_of(const Words& words, Range range, int near_year);

}  // namespace tally
