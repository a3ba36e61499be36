// SPDX-License-Identifier: Apache-2.0
// Comparisons as JSON; the members are those of docs/cli.md.
#pragma once

#include <string>

#include "model/draft.h"
#include "report/program.h"

namespace tally {

// The whole comparison as one JSON object, ending in a line break.
std::string comparison_json(const Comparison& comparison, const Program& program);

// The same with the draft's figures in the member "draft".
std::string draft_json(const DraftCheck& check, const Program& program);

}  // namespace tally
