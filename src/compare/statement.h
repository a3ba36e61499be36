// SPDX-License-Identifier: Apache-2.0
// Two claims with their sources, as judging sees them.
#pragma once

#include <string>

#include "compare/interval.h"
#include "model/claim.h"
#include "model/document.h"
#include "model/finding.h"

namespace tally {

// A claim with the source that makes it.
struct Statement {
  const Claim& claim;
  const Document& source;
};

// A verdict with its reason code (docs/verdicts.md).
struct Ruling {
  Verdict verdict = Verdict::unclear;
  std::string reason;
};

// What each side allows; a duration beside a date becomes the start that it implies.
struct Sides {
  Interval a;
  Interval b;
};

}  // namespace tally
