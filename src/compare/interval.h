// SPDX-License-Identifier: Apache-2.0
// The interval of values that a claim leaves open, as judging sees it: slack, hedges and bounds in.
#pragma once

#include <optional>

#include "model/claim.h"
#include "model/document.h"

namespace tally {

// What can be true if a claim is: an interval in the base unit of its kind (days for dates,
// minutes for times of day, seconds for durations). An absent end is unbounded.
struct Interval {
  std::optional<double> low;
  std::optional<double> high;
  bool low_open = false;  // the end itself is not allowed: rounding reaches up to it
  bool high_open = false;

  friend bool operator==(const Interval&, const Interval&) = default;
};

bool meet(const Interval& a, const Interval& b);
// The part of both; only for intervals that meet.
Interval common_part(const Interval& a, const Interval& b);
// How far two intervals that do not meet lie apart, in their unit; 0 for intervals that meet.
double distance_between(const Interval& a, const Interval& b);

// The interval of a value by the policy of docs/verdicts.md: an unhedged number is widened by half
// a unit of its last digit (at most 5 %, measures 25 %, counts under 100 not at all), a hedged one
// by 5 %; written bounds and ranges stay as they are; "since 2013" is open upwards.
// Without both ends: nothing is excluded (vague and unanchored values are for judge to handle).
Interval interval_of(const Value& value);

// The days on which something began that has lasted for `duration` when `published` is the day of
// telling: "over a decade" told in 2024 began at or before the end of 2014.
Interval start_implied_by(const Value& duration, Day published);

// The days on which somebody was born who is of `age` on `published`.
Interval birth_interval(const Value& age, Day published);

}  // namespace tally
