// SPDX-License-Identifier: Apache-2.0
// The reader of dates at a distance from another one: six years ago, two weeks later.
#pragma once

#include <vector>

#include "values/reader.h"

namespace tally {

// "six years ago", "two weeks later", "a year earlier", "three days before yesterday". Captures:
// `count` and `unit`, perhaps `count2` and `unit2`; `sense` (class date_sense: ago, ahead, in,
// earlier, later, before, after); for before and after the captures of parts_of or day_word for the
// date counted from; `exact` ("to the day"). Years, months and coarser units give the whole unit
// and are approx with half a unit of slack, a whole one with `approx` or for a round number of ten
// or more.
std::vector<Reading> read_offset_date(const Words& words,
                                      const Captures& captures,
                                      const ReadContext& context);

}  // namespace tally
