// SPDX-License-Identifier: Apache-2.0
// The period that the parts of a date name, counted from what the document is about.
#pragma once

#include <optional>

#include "values/date_parts.h"
#include "values/period.h"
#include "values/tense.h"

namespace tally {

// A period and what it was counted from, if anything.
struct DatedPeriod {
  Period period;
  std::optional<Anchor> anchor;
};

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

}  // namespace tally
