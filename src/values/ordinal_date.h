// SPDX-License-Identifier: Apache-2.0
// The reader of dates that are counted within a longer one: the first week of March.
#pragma once

#include <vector>

#include "values/reader.h"

namespace tally {

// "the first week of 2016", "the last Monday of May", "the final quarter of 2009", "the 9th month
// of next year". Captures: `ordinal` (a number from 1, or from -1 backwards, class unit_ordinal or
// an ordinal), unit or weekday, and the captures of parts_of or shift and `of_unit` for the
// period that it is in.
std::vector<Reading> read_ordinal_date(const Words& words,
                                       const Captures& captures,
                                       const ReadContext& context);

// "the week of April 10", "week 31": the ISO week. Captures: unit and those of parts_of, or
// `week_number`.
std::vector<Reading> read_week(const Words& words,
                               const Captures& captures,
                               const ReadContext& context);

}  // namespace tally
