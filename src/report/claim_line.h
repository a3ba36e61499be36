// SPDX-License-Identifier: Apache-2.0
// Claims and mentions as lines of JSON; the members are those of docs/cli.md.
#pragma once

#include <string>
#include <string_view>

#include "base/text.h"
#include "model/claim.h"
#include "model/document.h"

namespace tally {

// One claim as a line of JSON, without the line break. Offsets are code points of the document's
// text, which is what `places` was made of. `source` is what the member of that name says.
std::string claim_line(const Claim& claim,
                       const Document& document,
                       const Places& places,
                       std::string_view source);
// The same with the document's id as the source.
std::string claim_line(const Claim& claim, const Document& document, const Places& places);
// The same for a mention that no claim was made of: what it means is null.
std::string mention_line(const Mention& mention, const Document& document, const Places& places);

}  // namespace tally
