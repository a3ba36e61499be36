// SPDX-License-Identifier: Apache-2.0
#include "ingest/page.h"

#include <algorithm>

#include "base/text.h"

namespace tally {

namespace {

// Elements that may stand within a word: "14<sup>th</sup>".
bool is_in_word(std::string_view tag) {
  return tag == "b" || tag == "strong" || tag == "i" || tag == "em" || tag == "sup" ||
         tag == "sub" || tag == "font" || tag == "u";
}

}  // namespace

std::string_view PageNode::attribute(std::string_view name) const {
  for (const auto& [key, value] : attributes) {
    if (key == name) {
      return value;
    }
  }
  return {};
}

bool PageNode::has(std::string_view name) const {
  for (const auto& [key, unused] : attributes) {
    if (key == name) {
      return true;
    }
  }
  return false;
}

bool holds_any(const WebPage& page, NodeId id, std::span<const std::string_view> tags) {
  const NodeId end = end_of_subtree(page, id);
  for (NodeId at = id; at < end; ++at) {
    if (std::find(tags.begin(), tags.end(), page.nodes[at].tag) != tags.end()) {
      return true;
    }
  }
  return false;
}

std::string WebPage::words_of(NodeId id) const {
  std::string words;
  const NodeId end = end_of_subtree(*this, id);
  for (NodeId at = id; at < end; ++at) {
    if (nodes[at].is_text()) {
      words += nodes[at].text;
    } else if (!is_in_word(nodes[at].tag)) {
      words += ' ';
    }
  }
  return squeezed(words);
}

bool WebPage::is_within(NodeId id, NodeId ancestor) const {
  while (id != k_no_node && id != ancestor) {
    id = nodes[id].parent;
  }
  return id == ancestor;
}

NodeId end_of_subtree(const WebPage& page, NodeId id) {
  NodeId at = id;
  while (at != k_no_node && page.nodes[at].next == k_no_node) {
    at = page.nodes[at].parent;
  }
  return at == k_no_node ? static_cast<NodeId>(page.nodes.size()) : page.nodes[at].next;
}

}  // namespace tally
