// SPDX-License-Identifier: Apache-2.0
// What was read of one document, here or on another machine.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "model/claim.h"
#include "model/document.h"
#include "model/finding.h"

namespace tally {

// The keys under which claims travel to where they are compared; docs/scale.md says what they join.
struct ClaimKeys {
  std::string story;  // of the document: "2024-W16"
  std::string fact;   // of the claim: "count/killed"; empty for a bare mention

  friend bool operator==(const ClaimKeys&, const ClaimKeys&) = default;
};

struct DocumentReading {
  std::string story_key;
  Document document;
  std::vector<Claim> claims;       // as extracted; their `source` means nothing
  std::vector<Gap> gaps;           // in order of the text; their `source` means nothing
  std::size_t figures = 0;         // mentions, claimed or not, and what was not understood
  std::size_t not_understood = 0;  // figures that became no mention

  friend bool operator==(const DocumentReading&, const DocumentReading&) = default;
};

}  // namespace tally
