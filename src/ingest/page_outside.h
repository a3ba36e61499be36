// SPDX-License-Identifier: Apache-2.0
// Which parts of a page cannot be its article.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "ingest/page_hints.h"
#include "ingest/page_text.h"

namespace tally {

// Marks the nodes that are navigation, adverts, notices, comments, requests, notes on the author,
// or that lead to other articles. What holds the title or most of the prose is never marked.
std::vector<bool> outside_of(const WebPage& page,
                             const PageHints& hints,
                             const std::vector<PageBlock>& blocks,
                             std::optional<std::size_t> title);

}  // namespace tally
