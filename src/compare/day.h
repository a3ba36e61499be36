// SPDX-License-Identifier: Apache-2.0
// Times of day that name their day state a date as well.
#pragma once

#include <vector>

#include "model/claim.h"

namespace tally {

// The claims, each time of day that names its day ("about 4 p.m. Saturday") followed by the same
// claim about that day. A time whose day was only inferred ("at 4 p.m.") is left as it is.
std::vector<Claim> with_days_of_times(std::vector<Claim> claims);

}  // namespace tally
