// SPDX-License-Identifier: Apache-2.0
// The days that times of day belong to, and the reader of parts of a day.
#pragma once

#include <optional>
#include <vector>

#include "values/dated_period.h"
#include "values/reader.h"

namespace tally {

// The day that the captures day_word, shift, anaphor, weekday and those of parts_of name; nothing
// when there is none among them, or it is no single day.
std::optional<DatedPeriod> day_named(const Words& words,
                                     const Captures& captures,
                                     const ReadContext& context);

// The day that a time without a date belongs to: the last day mentioned when it is near the
// publication or the text is a narrative, else the publication date.
std::optional<DatedPeriod> day_at_hand(const Discourse& discourse);

// "Friday night", "this morning", "last night", "early Sunday", "the morning of 31 January": the
// day, with its part in the TIMEX3 value (2010-09-09TNI). Capture `day_part` (class day_part), and
// those of day_named.
std::vector<Reading> read_day_part(const Words& words,
                                   const Captures& captures,
                                   const ReadContext& context);

}  // namespace tally
