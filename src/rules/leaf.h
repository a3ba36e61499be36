// SPDX-License-Identifier: Apache-2.0
// The leaves of a pattern's tree: what tokens each of them takes.
#pragma once

#include <string>
#include <vector>

#include "rules/expression.h"
#include "rules/lexicon.h"

namespace tally {

// A word, a name or a choice: what takes one token (a name also an entry of several words).
bool is_leaf(const Expression& node);

// The tokens that a leaf takes, sorted. `mentions`: names of kinds mean mention tokens.
std::vector<Code> codes_of_leaf(const Expression& leaf, const Lexicon& lexicon, bool mentions);

// Does the leaf name a class with entries of several words?
bool takes_phrases(const Expression& leaf, const Lexicon& lexicon, bool mentions);

// Why the leaf can match nothing; empty when it can.
std::string fault_of_leaf(const Expression& leaf, const Lexicon& lexicon, bool mentions);

}  // namespace tally
