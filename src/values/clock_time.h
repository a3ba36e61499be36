// SPDX-License-Identifier: Apache-2.0
// The reader of times of day.
#pragma once

#include <vector>

#include "values/reader.h"

namespace tally {

// "3:51 p.m.", "around 10 a.m. Monday", "16:08 UTC", "half past three", "noon", "from 3:30 to 6
// p.m.". Minutes after midnight, the day in the TIMEX3 value. Captures: `clock` (a token with hour
// and minute), or `hour` (a number) perhaps with `minutes` and `past` (class clock_side: past or
// to), or `named` (class named_hour: minutes after midnight), or `iso` for a
// whole ISO 8601 time with its day; `meridiem` (class meridiem: hours to
// add), `zone`, `approx`; the same with a 2 behind it for the end of a range; `evening` (class
// day_part) where it tells which half of the day is meant; the captures of day_named.
std::vector<Reading> read_clock_time(const Words& words,
                                     const Captures& captures,
                                     const ReadContext& context);

}  // namespace tally
