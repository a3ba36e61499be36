// SPDX-License-Identifier: Apache-2.0
// Claims and comparisons as JSON; the members are those of docs/cli.md.
#pragma once

#include <string>
#include <string_view>

#include "model/draft.h"
#include "report/program.h"

namespace tally {

// One claim as a line of JSON, without the line break. `source` is the document's id. Offsets are
// code points of the document's text, which is what `places` was made of.
std::string claim_line(const Claim& claim, const Document& document, const Places& places);
// The same for a mention that no claim was made of: what it means is null.
std::string mention_line(const Mention& mention, const Document& document, const Places& places);

// The whole comparison as one JSON object, ending in a line break.
std::string comparison_json(const Comparison& comparison, const Program& program);

// The same with the draft's figures in the member "draft".
std::string draft_json(const DraftCheck& check, const Program& program);

// A text as a JSON string, quotes included; bytes that are no UTF-8 become U+FFFD.
std::string quoted_json(std::string_view text);

}  // namespace tally
