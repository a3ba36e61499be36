// SPDX-License-Identifier: Apache-2.0
// Confirmed findings as schema.org ClaimReview: https://schema.org/ClaimReview
#pragma once

#include <string>

#include "model/finding.h"

namespace tally {

// A JSON-LD graph with a ClaimReview for each finding that somebody has confirmed, ending in a line
// break. Each reviews the Claims of both its sources, with where they appeared; the rating is the
// verdict in words, without a number. `author`: who answers for the reviews; empty: nobody named.
std::string claim_reviews_json(const Comparison& comparison, const std::string& author);

}  // namespace tally
