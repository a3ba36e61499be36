// SPDX-License-Identifier: Apache-2.0
// Whether the words around a date speak of the past or of the future.
#pragma once

#include "rules/words.h"

namespace tally {

enum class Tense { unknown, past, future };

// The tense that the clause of the date in `range` shows: the nearest cue before it (classes
// past_cue, future_cue, modal_cue), else the nearest behind it. A future cue shortly before a past
// one wins, as in "will be held".
Tense tense_near(const Words& words, Range range);
// The same for a weekday, which speaks of the past unless a cue in front of it says otherwise; a
// cue behind it counts only when the sentence begins with the date ("On Friday the board will").
Tense weekday_tense(const Words& words, Range range);

}  // namespace tally
