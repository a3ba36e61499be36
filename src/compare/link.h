// SPDX-License-Identifier: Apache-2.0
// Claims of one story onto facts: first those whose values agree, then those that differ.
#pragma once

#include <cstddef>
#include <vector>

#include "compare/trait.h"
#include "model/review.h"

namespace tally {

// Groups of traits (indices, ascending) that speak of the same fact; every trait is in one group.
// Two tiers: values that can both be true join on points of affinity, the best pairs first, and
// only while no circumstance contradicts; groups that differ join by differ.h. Abstains where it
// cannot tell. The outcome depends on the order of `traits` only where two pairs are equally good.
// `orders` (pairs of claims) go before everything: first what is apart, then what is the same.
std::vector<std::vector<std::size_t>> linked(const std::vector<Trait>& traits,
                                             const Concepts& concepts,
                                             const LinkOrders& orders);

}  // namespace tally
