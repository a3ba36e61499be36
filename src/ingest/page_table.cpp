// SPDX-License-Identifier: Apache-2.0
#include "ingest/page_table.h"

#include <string>

namespace tally {
namespace {

constexpr std::size_t k_longest_cell_words = 14;  // on average; longer cells lay out the page

bool is_cell(std::string_view tag) { return tag == "td" || tag == "th"; }

bool is_part_of_page(std::string_view tag) {
  return tag == "table" || tag == "article" || tag == "h1" || tag == "form";
}

}  // namespace

std::size_t word_count(std::string_view text) {
  std::size_t count = 0;
  bool inside = false;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\n';
    count += static_cast<std::size_t>(!space && !inside);
    inside = !space;
  }
  return count;
}

bool is_data_table(const WebPage& page, NodeId id) {
  std::size_t cells = 0;
  std::size_t rows = 0;
  bool marked = false;
  const NodeId end = end_of_subtree(page, id);
  for (NodeId at = id + 1; at < end; ++at) {
    const std::string& tag = page.nodes[at].tag;
    if (is_part_of_page(tag)) {
      return false;
    }
    rows += static_cast<std::size_t>(tag == "tr");
    cells += static_cast<std::size_t>(is_cell(tag));
    marked = marked || tag == "th" || tag == "thead" || tag == "caption";
  }
  const std::size_t words = cells == 0 ? 0 : word_count(page.words_of(id)) / cells;
  return rows > 0 && words <= k_longest_cell_words && (marked || (rows > 1 && cells >= 2 * rows));
}

TableText table_text_of(const WebPage& page, NodeId id) {
  TableText out;
  bool first_cell = true;
  const NodeId end = end_of_subtree(page, id);
  for (NodeId at = id + 1; at < end; ++at) {
    const PageNode& node = page.nodes[at];
    if (node.tag == "tr" || node.tag == "caption") {
      out.block.text += out.block.text.empty() ? "" : "\n";
      first_cell = true;
    }
    if (is_cell(node.tag) || node.tag == "caption") {
      const std::string words = page.words_of(at);
      out.block.add(first_cell ? "" : " | ", node.line);
      out.block.add(words, node.line);
      out.letters += words.size();
      first_cell = false;
    } else if (node.tag == "a" && !node.attribute("href").empty()) {
      out.link_letters += page.words_of(at).size();
    }
  }
  out.block.kind = Block::Kind::table;
  return out;
}

}  // namespace tally
