// SPDX-License-Identifier: Apache-2.0
#include "ingest/page.h"

#include "base/text.h"

namespace tally {

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

std::string WebPage::words_of(NodeId id) const {
  std::string words;
  const NodeId end = end_of_subtree(*this, id);
  for (NodeId at = id; at < end; ++at) {
    if (nodes[at].is_text()) {
      words += nodes[at].text;
    } else if (nodes[at].tag == "br") {
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
