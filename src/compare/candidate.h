// SPDX-License-Identifier: Apache-2.0
// Which pairs of claims are worth weighing: those that share a class, a name or a rare word.
#pragma once

#include <cstddef>
#include <utility>
#include <vector>

#include "compare/trait.h"

namespace tally {

// Pairs (i < j, indices into `traits`) of one dimension whose values are alike and that share a
// predicate, event family, head, owner, place or one of their nearest words. In a list of more than
// 40 sharers each is paired with its 12 nearest in value only, so the work grows with the number of
// claims, not with its square.
std::vector<std::pair<std::size_t, std::size_t>> candidate_pairs(const std::vector<Trait>& traits);

}  // namespace tally
