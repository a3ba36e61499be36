// SPDX-License-Identifier: Apache-2.0
// Figures that are parts of codes and names, and so no figures.
#pragma once

#include "rules/words.h"

namespace tally {

// Is the number at `n` tied to other characters: "2-1", "x1", "9AB8", "#5", "0401"?
bool is_part_of_code(const Words& words, Range n);

// Are these digits a part of the name right before them: "Falcon 9", "Base 201"? Names that a count
// may follow are in the class place_name.
bool is_part_of_name(const Words& words, Range n);

}  // namespace tally
