// SPDX-License-Identifier: Apache-2.0
// Parts of a page that their own words tell to be no article: what stands below "Comments".
#pragma once

#include <optional>
#include <vector>

#include "ingest/page_hints.h"
#include "ingest/page_text.h"

namespace tally {

// The nodes that begin such parts: sections below a heading of readers' comments, of other
// articles, of requests or notes, and requests that stand apart from the text. `kept` are the nodes
// that hold the title or declare themselves the text; none of them is given, and no part that holds
// most of the prose.
std::vector<NodeId> foreign_sections(const WebPage& page,
                                     const PageHints& hints,
                                     const std::vector<PageBlock>& blocks,
                                     const std::vector<bool>& kept);

}  // namespace tally
