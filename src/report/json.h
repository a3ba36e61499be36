// SPDX-License-Identifier: Apache-2.0
// Comparisons as JSON; the members are those of docs/cli.md.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "model/draft.h"
#include "report/program.h"

namespace tally {

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

}  // namespace tally
