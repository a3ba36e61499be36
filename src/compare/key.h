// SPDX-License-Identifier: Apache-2.0
// The keys by which an engine brings claims together that may have to be compared.
#pragma once

#include <string>

#include "model/claim.h"
#include "model/document.h"

namespace tally {

// Only claims of one dimension are ever judged: "count", "money USD", "date".
std::string dimension_of(const Claim& claim);

// The ISO week of publication, "2024-W16"; "undated" without a date. Documents of different keys
// are never compared by a reducer: a story that crosses Sunday night is told as two.
std::string story_key(const Document& document);

// Dimension and what is said, by class: "count/killed", "money USD/construction-cost"; the head
// where no predicate is near. Claims on one fact mostly share it, and nearly always the part before
// the slash.
std::string fact_key(const Claim& claim);

}  // namespace tally
