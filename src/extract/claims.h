// SPDX-License-Identifier: Apache-2.0
// Mentions into claims: runs the claim rules over sentences in which every mention is one token.
#pragma once

#include <vector>

#include "extract/mentions.h"
#include "model/claim.h"
#include "model/document.h"
#include "model/mention.h"
#include "rules/pack.h"

namespace tally {

// The claims of the document, in order of the text: what the rules emit, at most one per mention
// and predicate, and a generic claim for each mention that no rule took (but for ordinals and bare
// numbers).
std::vector<Claim> claims_of(const Document& document,
                             const std::vector<Sentence>& sentences,
                             const Mentions& mentions,
                             const RulePack& pack);

}  // namespace tally
