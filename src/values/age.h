// SPDX-License-Identifier: Apache-2.0
// Reader of ages of people and things.
#pragma once

#include <vector>

#include "values/reader.h"

namespace tally {

// Captures: n, n2 (end of a range, or with `both` a second age: "aged 47 and 48"), u (unit of age,
// class age_unit; absent: years), name (words before the figure that are not a part of it:
// "Maddon," in "Maddon, 66,"), part (class decade_part: "early" in "in his early 40s"; n is then a
// token of shape decade_digits). In years: nine months are 0.75. No reading beyond the ages of
// people for a figure without a unit.
std::vector<Reading> read_age(const Words& words,
                              const Captures& captures,
                              const ReadContext& context);

}  // namespace tally
