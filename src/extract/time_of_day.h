// SPDX-License-Identifier: Apache-2.0
// What the words around a time of day add to it: its day, and which side of it is meant.
#pragma once

#include <optional>

#include "model/mention.h"
#include "rules/words.h"

namespace tally {

// "Shortly after 4 a.m.": Bound::after, by the words of the range; none where nothing says a side.
Bound side_of(const Words& words, Range range);

// The day that a time of day is said of ("11:35 a.m. Friday"), as a mention of its own: the day is
// compared as a date, the time as a time. Nothing where the text does not name the day.
std::optional<Mention> day_beside(const Mention& mention);

}  // namespace tally
