// SPDX-License-Identifier: Apache-2.0
// From claims of many sources to facts and findings: story, link, origin and judge in a row.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "model/claim.h"
#include "model/concepts.h"
#include "model/document.h"
#include "model/finding.h"
#include "model/review.h"

namespace tally {

// Groups documents into stories by rare names in title and lead within a publication window.
// With `one_story` all documents are one story unless they clearly are not (no shared rare name).
std::vector<Story> stories_of(std::span<const Document> documents, bool one_story);

// Facts, positions and findings of `claims` (each claim's `source` indexes `sources`). Fills every
// member of Comparison but `coverage.figures` and `coverage.not_understood`. Pure; the outcome does
// not depend on the order of the sources except for the order in which things are listed. `links`:
// what people have said of the links of claims; it goes before what is found out here.
Comparison compare(std::vector<Document> sources,
                   std::vector<Claim> claims,
                   std::vector<Story> stories,
                   const Concepts& concepts,
                   const LinkBook& links = {});

}  // namespace tally
