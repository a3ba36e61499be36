// SPDX-License-Identifier: Apache-2.0
// The two halves of a comparison that is spread over machines: what a document says, by itself, and
// the comparison of documents that were read elsewhere.
#pragma once

#include <vector>

#include "model/document_reading.h"
#include "model/finding.h"

namespace tally {

class RulePack;

// What one document says, with the key of the story it may belong to.
DocumentReading reading_of(Document document, const RulePack& pack);

// Compares documents that were read by the same pack: the findings are those of comparison_of() for
// the same documents and stories. Documents of different story keys are never compared, those of
// one key are grouped into stories; with `one_story` all are one story, whatever their keys, unless
// they clearly are not. A document without a date takes that of its story and is read again here,
// as its relative dates count from it.
Comparison comparison_of_readings(std::vector<DocumentReading> readings,
                                  const RulePack& pack,
                                  bool one_story);

}  // namespace tally
