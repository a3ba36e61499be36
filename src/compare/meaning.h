// SPDX-License-Identifier: Apache-2.0
// What a claim means to linking: its predicate, its head, and whose figure it is.
#pragma once

#include "compare/trait.h"
#include "model/claim.h"
#include "model/concepts.h"

namespace tally {

// Fills predicate, family, head, object, place and owner of the trait of a claim; its `sort` must
// be set.
void fill_meaning(Trait& trait, const Claim& claim, const Concepts& concepts);

}  // namespace tally
