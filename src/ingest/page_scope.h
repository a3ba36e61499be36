// SPDX-License-Identifier: Apache-2.0
// Where the running text of a page clusters.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "ingest/page_text.h"

namespace tally {

// Sums over the subtrees of a page, by node.
struct PageWeights {
  std::vector<double> prose;         // weight of blocks (see PageBlock::weight)
  std::vector<std::size_t> letters;  // of all blocks
  std::vector<std::size_t> blocks;
};

// Only blocks whose node is not `outside` count.
PageWeights weights_of(const WebPage& page,
                       const std::vector<PageBlock>& blocks,
                       const std::vector<bool>& outside);

// Where the article stands.
struct ArticleScope {
  NodeId whole = 0;  // holds the title and the text
  NodeId core = 0;   // the innermost element that holds most of the prose
};
ArticleScope scope_of(const WebPage& page,
                      const std::vector<PageBlock>& blocks,
                      const std::vector<bool>& outside,
                      std::optional<std::size_t> title);

}  // namespace tally
