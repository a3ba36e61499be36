// SPDX-License-Identifier: Apache-2.0
// Joins claims whose sentences say the same thing with another figure in it.
#pragma once

#include <vector>

#include "compare/group.h"
#include "compare/trait.h"

namespace tally {

// Joins groups through two claims of one predicate that differ in value while their sentences have
// most of their weight in common, each being the other's likest: a slipped digit in a copied
// sentence, a caption against its article. Claims of one source join so too, unless they stand in
// one sentence. No source may state both values elsewhere.
void join_twins(Groups& groups, const std::vector<Trait>& traits, const Concepts& concepts);

}  // namespace tally
