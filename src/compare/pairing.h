// SPDX-License-Identifier: Apache-2.0
// The findings of a fact: what each pair of its sources says, and each source against itself.
#pragma once

#include <cstddef>
#include <map>
#include <vector>

#include "compare/fact.h"
#include "compare/trait.h"

namespace tally {

// The findings of a fact: one for each pair of its sources (of more than 64 sources: of 24 that
// stand for all positions), and one for each source whose own claims differ or convert. `traits`:
// the trait of each claim. `number`: what the findings call the fact.
std::vector<Finding> findings_of(const Fact& fact,
                                 std::size_t number,
                                 const std::map<std::size_t, const Trait*>& traits,
                                 const Scene& scene);

}  // namespace tally
