// SPDX-License-Identifier: Apache-2.0
// Which block of a page shows the title of its article.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/page_hints.h"
#include "ingest/page_text.h"

namespace tally {

// The heading that shows one of the titles that the metadata give (likeliest first), else one that
// is called a title, else the first on the highest level that is not the site's name. Nothing where
// there is none.
std::optional<std::size_t> title_block_of(const WebPage& page,
                                          const PageHints& hints,
                                          const std::vector<PageBlock>& blocks,
                                          const std::vector<std::string>& titles);

// True when two titles say the same but for case, signs, an ending cut short, or a site's name
// before or behind one of them.
bool is_same_title(const std::string& a, const std::string& b);

// Letters and figures in lower case.
std::string bare_words(std::string_view words);

}  // namespace tally
