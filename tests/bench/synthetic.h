// SPDX-License-Identifier: Apache-2.0
// Claims for the benches, made up: stories of all sizes with facts that many sources state.
#pragma once

#include <cstddef>
#include <vector>

#include "model/claim.h"
#include "model/document.h"
#include "model/finding.h"

namespace tally::bench {

// Documents with their claims, grouped into stories. The same on every machine.
struct Collection {
  std::vector<Document> documents;
  std::vector<Claim> claims;  // in order of document, then of text
  std::vector<Story> stories;
};

// About `count` claims, 20 a document. Half of the documents stand in stories of one to eight, the
// others in ever larger ones; the largest holds 2 % of all, so it grows with the collection. A
// story has facts of its own that most of its documents state: a toll that rises, a sum, a date, an
// age, a distance, some of them with a value that differs.
Collection collection_of(std::size_t count);

// Documents of one story that tell the same in nearly the same words.
Collection near_copies(std::size_t documents);

}  // namespace tally::bench
