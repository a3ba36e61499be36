// SPDX-License-Identifier: Apache-2.0
// Sentences into mentions: runs the value patterns and settles overlaps.
#pragma once

#include <vector>

#include "model/document.h"
#include "model/mention.h"
#include "rules/pack.h"
#include "rules/words.h"

namespace tally {

struct Mentions {
  std::vector<Mention> found;      // by sentence, then by place
  std::vector<Rejected> rejected;  // matches that lost, were refused, or figures nobody matched
  std::vector<std::vector<Token>> tokens;  // of each sentence, for the stages behind
};

// Every mention of the document. Overlaps are settled by earliest start, then longest, then
// priority, then id; patterns of reader "name" win by yielding nothing.
Mentions mentions_of(const Document& document,
                     const std::vector<Sentence>& sentences,
                     const RulePack& pack);

}  // namespace tally
