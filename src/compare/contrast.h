// SPDX-License-Identifier: Apache-2.0
// When two figures with different values can be taken for the same thing told differently.
#pragma once

#include "compare/trait.h"
#include "model/concepts.h"

namespace tally {

// True when nothing but the value stands against the two figures being the same: heads, predicates,
// circumstances, bearers and time go together, both are settled or both are not, and the values are
// near enough for a disagreement.
bool figures_may_differ(const Trait& a, const Trait& b, const Concepts& concepts);

// True when the claim tells what is counted, paid or measured: no "people" under a loose verb, no
// sum of which nothing says what it is, and no duration but the term of somebody's sentence.
bool is_known_thing(const Trait& trait, const Concepts& concepts);

// True for what a source seldom says of two things: tolls, dates and times, figures of a rule.
// Sums, shares and counts of things follow each other in like sentences ("A was fined $5,000, B
// $3,000").
bool is_seldom_two(const Trait& trait);

// True when the sentences have as much in common as two that tell of one thing should: a name or
// content words, more of them the less the classes tell.
bool contexts_match(const Trait& a, const Trait& b, const Concepts& concepts);

// True when the predicate of both is the same and happens only once to a thing.
bool happens_once(const Trait& a, const Trait& b, const Concepts& concepts);

}  // namespace tally
