// SPDX-License-Identifier: Apache-2.0
// Which blocks of a page are its article.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "ingest/page_hints.h"
#include "ingest/page_metadata.h"
#include "ingest/page_text.h"

namespace tally {

struct ArticleSelection {
  std::optional<std::size_t> title;  // the block that shows the title
  std::vector<std::size_t> body;     // blocks of the article, captions among them, in order
  std::vector<bool> outside;  // of each node: part of navigation, adverts, comments, other articles
};

// Chooses by evidence that does not depend on a site: where prose clusters, how much of a block is
// links, what elements are called, what stands around the title. The metadata
// give the titles that the page may show and its language.
ArticleSelection selection_of(const WebPage& page,
                              const PageHints& hints,
                              const std::vector<PageBlock>& blocks,
                              const PageMetadata& metadata);

}  // namespace tally
