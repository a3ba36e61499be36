// SPDX-License-Identifier: Apache-2.0
// A document as patterns see it: for those who look into rules instead of running them.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "extract/fold.h"
#include "model/claim.h"
#include "model/document.h"
#include "model/mention.h"
#include "rules/pack.h"
#include "rules/pattern.h"
#include "rules/words.h"

namespace tally {

struct SentenceView {
  Span span;
  std::vector<Token> tokens;
  std::vector<Code> codes;  // of the tokens: what value patterns see
  Folded folded;            // with each mention as one token: what claim patterns see
};

struct DocumentView {
  Document document;
  std::vector<SentenceView> sentences;
  std::vector<Mention> mentions;
  std::vector<Claim> claims;
  std::vector<Rejected> rejected;
};

// Reads the document with the pack, as extraction_of does, and keeps what patterns saw of it.
DocumentView view_of(Document document, const RulePack& pack);

// A match with its captures.
struct PatternMatch {
  Range whole;
  PatternCaptures captures;
};

// All matches of a pattern, from left to right. `max_gap`: the most tokens that one gap may take;
// a match with a longer one is no match, and matches may overlap, as in claim rules. Without it
// they do not, as in value patterns.
std::vector<PatternMatch> matches_of(const Pattern& pattern,
                                     std::span<const Code> codes,
                                     std::optional<std::size_t> max_gap);

// Does the match fit between the gaps that a rule allows?
bool gaps_fit(const Pattern& pattern, const PatternMatch& match, std::size_t max_gap);

}  // namespace tally
