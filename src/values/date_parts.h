// SPDX-License-Identifier: Apache-2.0
// The parts of a date as captured by a pattern, and the period that they name together.
#pragma once

#include <optional>

#include "values/period.h"
#include "values/reader.h"
#include "values/tense.h"

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
  std::optional<int> year_shift;   // "of last year": -1
  std::optional<int> month_shift;  // "of next month": 1
  std::optional<int> year_anaphor;   // "of that year": 0, of the last date mentioned
  std::optional<int> month_anaphor;  // "of the following month": 1

  friend bool operator==(const DateParts&, const DateParts&) = default;
};

// A period and what it was counted from, if anything.
struct DatedPeriod {
  Period period;
  std::optional<Anchor> anchor;
};

// The parts that the captures weekday, day, month, quarter, half, season, year, era_year, era, year_shift,
// month_shift, year_anaphor, month_anaphor and numeric hold.
DateParts parts_of(const Words& words, const Captures& captures, const ReadContext& context);

// The period that the parts name. A missing year is that of the publication or of the last date
// mentioned, chosen by the window of `tense`: a month without a year lies within 7 months before
// and 4 after, with a past cue within 10 before and 1 after, with a future cue 3 before and 8
// after. A weekday is its last occurrence, the reference day included; the next one with a future
// cue. Nothing when there is no such date, or nothing to count from.
std::optional<DatedPeriod> dated(const DateParts& parts, const Discourse& discourse, Tense tense);

// The tense of the words around a date with these parts.
Tense tense_of(const DateParts& parts, const Words& words, Range range);

// The day of the weekday nearest to `reference` on the side that the tense asks for.
Day weekday_near(Day reference, int weekday, Tense tense);

// The number that a capture of one day or ordinal writes: "19", "19th", "nineteenth".
std::optional<int> ordinal_of(const Words& words, Range range);
// The year that a capture writes: "2013", "'82", "nineteen eighty-six". Two figures are taken for
// the century nearest to `near_year`.
std::optional<int> year_of(const Words& words, Range range, int near_year);

}  // namespace tally
