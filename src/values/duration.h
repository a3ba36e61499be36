// SPDX-License-Identifier: Apache-2.0
// The reader of durations.
#pragma once

#include <vector>

#include "values/reader.h"

namespace tally {

// "over ten years", "nearly two hours", "18 months", "a five-year high", "two to three weeks",
// "2 years and 3 months", "half an hour", "an hour and a half", "decades". Captures: `count` and
// `unit` (class time_unit); `hedge` (class time_hedge: a modifier); `to_count` for the end of a
// range; `count2` and `unit2` for a second term; `more` for a fraction behind the unit; `article`
// where the count is "a" and the words around must show that no rate is meant ("$5 a year").
// Without a count the plural is vague. Ends are in seconds; units of a week and longer are written
// in ISO 8601 as well, and so are days from seven on. Half an hour is PT30M, two and a half years
// P2.5Y.
std::vector<Reading> read_duration(const Words& words,
                                   const Captures& captures,
                                   const ReadContext& context);

// "every Friday", "twice a week", "daily": a set of times, of kind other.
std::vector<Reading> read_time_set(const Words& words,
                                   const Captures& captures,
                                   const ReadContext& context);

}  // namespace tally
