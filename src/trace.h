// SPDX-License-Identifier: Apache-2.0
// Claim rules that nearly made a claim of a sentence, and where they stopped.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "rules/rule_book.h"
#include "view.h"

namespace tally {

struct NearMiss {
  std::size_t sentence = 0;
  std::string rule;    // id
  FilePlace place;     // of the pattern
  Span span;           // what it matched in the document
  std::string reason;  // "vetoed by ...", "found ... where it wants ..."
  double share = 0;    // of the pattern's necessary parts that matched; 1: all of them
};

// The rules of the document's language that made no claim of a sentence though half of one of their
// patterns or more matched in it, and a mention among that: those that matched and were kept from a
// claim, and those that stopped on the way. By sentence, the nearest first, at most `most` each.
std::vector<NearMiss> near_misses(const DocumentView& view,
                                  const RuleBook& book,
                                  const RulePack& pack,
                                  std::size_t most);

}  // namespace tally
