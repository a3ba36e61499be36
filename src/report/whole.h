// SPDX-License-Identifier: Apache-2.0
// What was read of a document as lines of JSON that hold all of it: what a mapper sends to a
// reducer. ingest/whole.h reads them again; docs/scale.md draws them.
#pragma once

#include <cstddef>
#include <string>

#include "base/text.h"
#include "model/document_reading.h"

namespace tally {

// The line of a document, without the line break; its claims follow in lines of their own.
std::string whole_document_line(const DocumentReading& reading);

// The line of a claim: the members of claim_line (report/json.h), and one named "whole" with every
// member of the claim as the program holds it, offsets in bytes. `ordinal`: its place among the
// claims of the document, from 0. `places` was made of the document's text.
std::string whole_claim_line(const DocumentReading& reading,
                             std::size_t ordinal,
                             const Places& places,
                             const ClaimKeys& keys);

}  // namespace tally
