// SPDX-License-Identifier: Apache-2.0
#include "ingest/page_scope.h"

#include <algorithm>
#include <string_view>

namespace tally {
namespace {

constexpr double k_core_share = 0.75;  // of the prose, which the core holds
constexpr double k_some = 0.25;        // share of the prose that makes an <article> the one

// The outermost element of one of the tags or roles that holds `inside`.
NodeId outermost(const WebPage& page, NodeId inside, std::string_view tag) {
  NodeId found = k_no_node;
  for (NodeId at = inside; at != k_no_node; at = page.nodes[at].parent) {
    const PageNode& node = page.nodes[at];
    if (node.tag == tag || (tag == "main" && node.attribute("role") == "main")) {
      found = at;
    }
  }
  return found;
}

// The child with the most prose; none when `id` has no children with any.
NodeId heaviest_child(const WebPage& page, const PageWeights& weights, NodeId id) {
  NodeId best = k_no_node;
  for (NodeId at = page.nodes[id].first_child; at != k_no_node; at = page.nodes[at].next) {
    if (best == k_no_node || weights.prose[at] > weights.prose[best]) {
      best = at;
    }
  }
  return best;
}

NodeId core_below(const WebPage& page, const PageWeights& weights, NodeId id) {
  for (;;) {
    const NodeId child = heaviest_child(page, weights, id);
    if (child == k_no_node || weights.prose[child] < k_core_share * weights.prose[id] ||
        weights.blocks[child] < 2) {
      return id;
    }
    id = child;
  }
}

// The element that declares itself the text, when it is one alone and has much of the prose.
NodeId declared_body(const WebPage& page, const PageWeights& weights) {
  NodeId found = k_no_node;
  for (NodeId id = 1; id < page.nodes.size(); ++id) {
    if (page.nodes[id].attribute("itemprop") != "articleBody" || weights.prose[id] <= 0) {
      continue;
    }
    if (found != k_no_node && !page.is_within(id, found)) {
      return k_no_node;
    }
    found = found == k_no_node ? id : found;
  }
  const double all = weights.prose[0];
  return found != k_no_node && weights.prose[found] >= k_some * all ? found : k_no_node;
}

}  // namespace

PageWeights weights_of(const WebPage& page,
                       const std::vector<PageBlock>& blocks,
                       const std::vector<bool>& outside) {
  const std::size_t count = page.nodes.size();
  PageWeights weights{.prose = std::vector<double>(count),
                      .letters = std::vector<std::size_t>(count),
                      .blocks = std::vector<std::size_t>(count)};
  for (const PageBlock& block : blocks) {
    if (!outside[block.node]) {
      weights.prose[block.node] += block.weight();
      weights.letters[block.node] += block.letters;
      ++weights.blocks[block.node];
    }
  }
  for (std::size_t id = count - 1; id > 0; --id) {  // parents stand before their children
    const NodeId parent = page.nodes[id].parent;
    weights.prose[parent] += weights.prose[id];
    weights.letters[parent] += weights.letters[id];
    weights.blocks[parent] += weights.blocks[id];
  }
  return weights;
}

ArticleScope scope_of(const WebPage& page,
                      const std::vector<PageBlock>& blocks,
                      const std::vector<bool>& outside,
                      std::optional<std::size_t> title) {
  const PageWeights weights = weights_of(page, blocks, outside);
  const NodeId near = title ? blocks[*title].node : 0;
  ArticleScope scope;
  for (const std::string_view tag : {"article", "main"}) {
    const NodeId around = outermost(page, near, tag);
    if (around != k_no_node && weights.prose[around] >= k_some * weights.prose[0]) {
      scope.whole = around;
      break;
    }
  }
  if (scope.whole == 0) {  // the title may stand above the <main> or the one <article> of the page
    for (NodeId id = 1; id < page.nodes.size() && scope.whole == 0; ++id) {
      const PageNode& node = page.nodes[id];
      const bool named =
          node.tag == "article" || node.tag == "main" || node.attribute("role") == "main";
      scope.core = named && weights.prose[id] >= k_core_share * weights.prose[0] ? id : scope.core;
    }
  }
  const NodeId declared = declared_body(page, weights);
  scope.core = declared != k_no_node ? declared
                                     : core_below(page, weights, std::max(scope.core, scope.whole));
  if (!page.is_within(scope.core, scope.whole)) {
    scope.whole = 0;
  }
  return scope;
}

}  // namespace tally
