// SPDX-License-Identifier: Apache-2.0
#include "ingest/page_caption.h"

#include <array>
#include <string_view>

#include "ingest/page_table.h"

namespace tally {
namespace {

constexpr std::size_t k_longest_caption = 25;  // words

// What stands in a figure in place of a picture, or says itself what the caption is.
constexpr auto k_in_place_of_pictures =
    std::to_array<std::string_view>({"blockquote", "table", "pre", "figcaption"});

constexpr auto k_blocks =
    std::to_array<std::string_view>({"p", "div", "table", "ul", "ol", "h1", "h2", "h3", "h4"});

constexpr auto k_image = std::to_array<std::string_view>({"img"});

}  // namespace

bool is_caption(const WebPage& page, const PageHints& hints, NodeId id) {
  if (hints.part_of(id) == PagePart::caption) {
    return true;
  }
  const std::string_view tag = page.nodes[id].tag;
  if (tag == "td") {
    return holds_any(page, id, k_image) && !holds_any(page, id, k_blocks) &&
           word_count(page.words_of(id)) <= k_longest_caption;
  }
  return tag == "figure" && holds_any(page, id, k_pictures) &&
         !holds_any(page, id, k_in_place_of_pictures);
}

}  // namespace tally
