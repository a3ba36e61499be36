// SPDX-License-Identifier: Apache-2.0
// What the sources say on the figures of a draft, as one HTML file.
#pragma once

#include <string>

#include "model/draft.h"
#include "report/program.h"

namespace tally {

// The draft with its figures marked, each leading to a card with the quotes; filters by mark, kind
// and source as in the report of a comparison.
std::string draft_html(const DraftCheck& check, const Program& program);

}  // namespace tally
