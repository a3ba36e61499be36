// SPDX-License-Identifier: Apache-2.0
// What a figure or a date says, as an interval in the base unit of its kind.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/civil.h"

namespace tally {

enum class Kind {
  number,
  count,
  money,
  percent,
  length,
  area,
  mass,
  volume,
  temperature,
  speed,
  pressure,
  power,
  energy,
  frequency,
  data,
  angle,
  rate,
  duration,
  date,
  time,
  age,
  ordinal,
  ratio,
  magnitude,
  other
};

// The modifier as written. start, mid, end: "early", "mid-", "the end of" a date.
// unanchored: a relative date without anything to count from; it has neither end.
enum class Modifier {
  exact,
  approx,
  more_than,
  at_least,
  less_than,
  at_most,
  range,
  vague,
  start,
  mid,
  end,
  unanchored
};

// The word before a date that opens the interval when judging: "since 2013".
enum class Bound { none, since, by, until, before, after };

// Movement that the sentence gives a figure: "rose 5 %".
enum class Change { none, up, down };

// What a relative date was counted from: its day, and where that day came from
// ("published", "assumed", "mention").
struct Anchor {
  Day day = 0;
  std::string from;

  friend bool operator==(const Anchor&, const Anchor&) = default;
};

// What dates, times of day and durations say besides the interval.
struct TimeDetail {
  std::string timex;                 // TIMEX3 value: 2023-07, P10Y, 2013-03-14T02:09
  std::string edtf;                  // ISO 8601-2: 2018~, 2024-04-21, 199X
  std::optional<Anchor> anchor;      // absent for an absolute date
  std::optional<double> narrow_low;  // "early 2016": the third of the year, in days, for judge
  std::optional<double> narrow_high;
  std::string iso_low;  // calendar durations (a week and longer) as written: P17M
  std::string iso_high;
  std::string zone;  // of a time of day, when written: EST, GMT

  friend bool operator==(const TimeDetail&, const TimeDetail&) = default;
};

// One shape for every value. `low` and `high` are inclusive ends in the kind's base unit; an absent
// end is open. Base units: m, m2, m3, kg, degC, m/s, Pa, W, J, Hz, B, deg, s, % (0 to 100), years
// for age, the ISO 4217 unit for money; days since 1970-01-01 for dates, minutes after midnight for
// times of day (past 1440 where a span goes over midnight), seconds for durations (a month
// is 30.436875 days, a year 365.2425).
struct Value {
  Kind kind = Kind::number;
  std::string unit;  // base unit code: "m", "USD", "%", "s"; empty for counts, dates, numbers
  std::optional<double> low;
  std::optional<double> high;
  Modifier modifier = Modifier::exact;
  Change change = Change::none;
  Bound bound = Bound::none;
  double slack = 0;  // half a unit of the last significant digit as written, in the base unit
  std::optional<double> written_low;  // the same ends in the unit as written; absent where open
  std::optional<double> written_high;
  std::string written_unit;   // unit code as written: "mi", "degF", "USD/bbl"; may be empty
  bool assumed_unit = false;  // a bare "$" taken for USD, an "m" for metres
  std::optional<TimeDetail> time;

  friend bool operator==(const Value&, const Value&) = default;
};

// The names used in rules, JSON and SQL ("more_than"), and back.
std::string_view name_of(Kind kind);
std::string_view name_of(Modifier modifier);
std::string_view name_of(Bound bound);
std::string_view name_of(Change change);
std::optional<Kind> kind_named(std::string_view name);
std::optional<Modifier> modifier_named(std::string_view name);
std::optional<Bound> bound_named(std::string_view name);
std::optional<Change> change_named(std::string_view name);

}  // namespace tally
