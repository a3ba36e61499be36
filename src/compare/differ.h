// SPDX-License-Identifier: Apache-2.0
// Joins groups of claims that speak of the same fact with different values.
#pragma once

#include <vector>

#include "compare/group.h"
#include "compare/trait.h"

namespace tally {

// Joins groups whose values cannot all be true where everything else says that they mean the same:
// equal predicate and compatible heads (dates and times: one family of events; ages: one owner;
// distances: one place), no contradicting circumstance, no source that states both values, and both
// of them principal figures, that is the first settled, whole one that their source gives for this
// predicate. What varies from report to report (a price offered) may stand twice in one source.
// Abstains otherwise: a false conflict costs more than a missed one.
void join_differing(Groups& groups, const std::vector<Trait>& traits, const Concepts& concepts);

}  // namespace tally
