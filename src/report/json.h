// SPDX-License-Identifier: Apache-2.0
// Claims and comparisons as JSON; the members are those of docs/cli.md.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "model/document_reading.h"
#include "model/draft.h"
#include "report/program.h"

namespace tally {

// One claim as a line of JSON, without the line break. `source` is the document's id. Offsets are
// code points of the document's text, which is what `places` was made of. `keys` stand first, so
// that `sort -t '"' -k 4,4` finds the story's; they are left out where that is empty.
std::string claim_line(const Claim& claim,
                       const Document& document,
                       const Places& places,
                       const ClaimKeys& keys = {});
// The same for a mention that no claim was made of: what it means is null.
std::string mention_line(const Mention& mention,
                         const Document& document,
                         const Places& places,
                         const ClaimKeys& keys = {});

// The whole comparison as one JSON object, ending in a line break.
std::string comparison_json(const Comparison& comparison, const Program& program);

// Hands over each finding as a line of JSON that stands alone, with its line break: the story's key
// (left out where it is empty) and name, the name and kind of the fact, the verdict and its reasons
// as in comparison_json, and both claims as claim_line has them in `a` and `b`.
void each_finding_line(const Comparison& comparison,
                       std::string_view story_key,
                       const std::function<void(const std::string& line)>& sink);

// The same with the draft's figures in the member "draft".
std::string draft_json(const DraftCheck& check, const Program& program);

// A text as a JSON string, quotes included; bytes that are no UTF-8 become U+FFFD.
std::string quoted_json(std::string_view text);

}  // namespace tally
