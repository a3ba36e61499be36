// SPDX-License-Identifier: Apache-2.0
// Readers of dates that are counted from another one.
#pragma once

#include <optional>
#include <vector>

#include "values/dated_period.h"
#include "values/reader.h"

namespace tally {

// "yesterday", "today", "the day after tomorrow": capture `day_word` (class day_word, days from
// the publication). In a narrative "today" is the present of its writer, without an interval.
std::vector<Reading> read_day_word(const Words& words,
                                   const Captures& captures,
                                   const ReadContext& context);

// "last year", "this week", "next Friday", "last July", "the previous quarter", "that day".
// Captures: `shift` (class shift for what counts from the publication) or `anaphor` (class
// anaphor for what counts from the last date mentioned), and one of `unit` (class time_unit),
// weekday, month, season; optional part, mention. "last July" is the
// latest July that ended before the month of the reference, "last Friday" the latest Friday before
// it, "next Friday" the one of the week after, "the coming Friday" the first behind it.
std::vector<Reading> read_shifted_date(const Words& words,
                                       const Captures& captures,
                                       const ReadContext& context);

// "the same period last year", "the year-ago quarter": the last date mentioned, as many years
// away as capture `shift` says, one year before without it.
std::vector<Reading> read_same_period(const Words& words,
                                      const Captures& captures,
                                      const ReadContext& context);

// The period that read_shifted_date would yield, without its modifiers.
std::optional<DatedPeriod> shifted_date(const Words& words,
                                        const Captures& captures,
                                        const ReadContext& context);

// "earlier this month", "later this year": from the beginning of the unit to the publication, or
// from there to its end. Captures: `side` (class unit_side: earlier or later), shift, unit.
std::vector<Reading> read_part_so_far(const Words& words,
                                      const Captures& captures,
                                      const ReadContext& context);

// "now", "recently", "the future": no interval. Capture `vague` (class vague_date: the TIMEX3
// value).
std::vector<Reading> read_vague_date(const Words& words,
                                     const Captures& captures,
                                     const ReadContext& context);

}  // namespace tally
