// SPDX-License-Identifier: Apache-2.0
// Joins the age of somebody unnamed to the age that a named person had in an earlier or later text.
#pragma once

#include <vector>

#include "compare/group.h"
#include "compare/trait.h"

namespace tally {

// "The 39-year-old man was convicted", a year after "John Hale, 38, was charged": joins such an age
// where one birth date explains both, the ages differ, the source names that person and gives no
// age with the name, and no other named person of the story fits.
void join_aged(Groups& groups, const std::vector<Trait>& traits);

}  // namespace tally
