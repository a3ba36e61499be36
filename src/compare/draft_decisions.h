// SPDX-License-Identifier: Apache-2.0
// What was decided on two sources, for a draft that takes the side of one of them.
#pragma once

#include <cstddef>

#include "model/finding.h"

namespace tally {

// Gives open findings between the draft and a source the decision on that source and another one
// in whose position the draft stands: who has settled that 2016 and 2018 are two different runways
// has settled it for a draft that says 2018, too. Where such decisions differ the later one holds.
void carry_decisions(Comparison& comparison, std::size_t draft);

}  // namespace tally
