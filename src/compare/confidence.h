// SPDX-License-Identifier: Apache-2.0
// How sure a finding is, from what linked its claims and how they were judged.
#pragma once

#include "compare/affinity.h"
#include "compare/judge.h"

namespace tally {

// 0 to 1, in steps of 0.01: the share of findings like this one that readers of the development
// stories called right, roughly. Made of the points that linked the two (docs/verdicts.md), less
// for assumptions, vague words and figures of generic claims; a conflict needs more than an
// agreement for the same number.
double confidence_of(const Affinity& link,
                     const Judgement& judgement,
                     const Statement& a,
                     const Statement& b);

}  // namespace tally
