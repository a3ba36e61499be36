// SPDX-License-Identifier: Apache-2.0
// Lines of JSON that hold all that was read of a document, back to what they were made of.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>

#include "model/document_reading.h"

namespace tally {

// A claim on its way: the document it belongs to is named by `file` and `document`, its id.
struct TravellingClaim {
  std::string story_key;
  std::string file;
  std::string document;
  std::size_t ordinal = 0;  // among the claims of the document
  Claim claim;
};

// A document on its way.
struct TravellingDocument {
  DocumentReading reading;      // without its claims
  std::size_t claim_count = 0;  // that follow it
};

// What is wrong with a line, in a few words for people.
struct WholeFault {
  std::string message;
};

// What a line of report/whole.h holds. Offsets of a document lie in its text; those of a claim are
// checked by fits(). A line that tally did not write so is a fault.
std::variant<TravellingDocument, TravellingClaim, WholeFault> read_whole(std::string_view line);

// True when every offset of the claim lies in the text, on the boundary of a character.
bool fits(const Claim& claim, std::string_view text);

}  // namespace tally
