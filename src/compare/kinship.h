// SPDX-License-Identifier: Apache-2.0
// How the heads, predicates and circumstances of two claims are related.
#pragma once

#include "compare/trait.h"

namespace tally {

// kin: one is a kind of the other, or both are of one family.
enum class Kinship { unknown, same, kin, other };

Kinship kinship_of_heads(const Trait& a, const Trait& b);
Kinship kinship_of_predicates(const Trait& a, const Trait& b);

// True when their heads can mean the same thing: equal, one a kind of the other, or one unknown.
bool heads_go_together(const Trait& a, const Trait& b);
// The stricter question for figures that differ: equal, or one class contains the other.
bool heads_match(const Trait& a, const Trait& b);
// True when their predicates can mean the same event: equal, one family, or one unknown.
bool predicates_go_together(const Trait& a, const Trait& b);
// True when owner, place and object do not contradict each other.
bool circumstances_go_together(const Trait& a, const Trait& b);
// False when one of them is about an earlier event that the other is not about. Dates always go
// together: they are compared themselves.
bool times_go_together(const Trait& a, const Trait& b);

}  // namespace tally
