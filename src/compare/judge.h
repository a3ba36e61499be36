// SPDX-License-Identifier: Apache-2.0
// The verdict on two claims of one fact, with its reason and its arithmetic.
#pragma once

#include <string>
#include <vector>

#include "compare/statement.h"
#include "model/claim.h"
#include "model/concepts.h"
#include "model/document.h"
#include "model/finding.h"

namespace tally {

struct Judgement {
  Verdict verdict = Verdict::agree;
  std::string reason;   // a code of docs/verdicts.md
  std::string gap;      // "1.5x", "365 days"; empty where the values meet
  std::string explain;  // one sentence: what each allows, and what lies between
  std::vector<std::string> rests_on;
};

// Both are taken to speak of the same fact. Symmetric but for the order in which `explain` names
// the two. Pure; policy and reason codes: docs/verdicts.md.
Judgement judged(const Statement& a, const Statement& b, const Concepts& concepts);

}  // namespace tally
