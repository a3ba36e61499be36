// SPDX-License-Identifier: Apache-2.0
// How much speaks for two claims being about the same fact, values aside and values in.
#pragma once

#include <string>

#include "compare/trait.h"

namespace tally {

// Points for and against; the sum is compared with k_link_points. A code for each point that
// spoke for the link is in `why`, comma-separated: "predicate", "head", "value", ...
struct Affinity {
  double points = 0;
  std::string why;
};

// What a link of equal values must reach.
inline constexpr double k_link_points = 3;

// Points of two claims of one dimension whose values can both be true.
Affinity affinity_of(const Trait& a, const Trait& b);

// True when the values can both be true and are near enough to be an agreement worth having:
// "more than 1,000" does not agree with 50,000 for this purpose.
bool values_are_alike(const Trait& a, const Trait& b);

}  // namespace tally
