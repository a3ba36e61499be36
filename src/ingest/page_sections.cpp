// SPDX-License-Identifier: Apache-2.0
#include "ingest/page_sections.h"

#include <string_view>

#include "ingest/page_line.h"
#include "ingest/page_scope.h"

namespace tally {
namespace {

constexpr double k_most = 0.5;                // share of the prose that no such part has
constexpr std::size_t k_longest_label = 6;    // words of a heading that is no <h2>
constexpr std::size_t k_longest_appeal = 60;  // words

class Sections {
 public:
  Sections(const WebPage& page,
           const PageHints& hints,
           const std::vector<PageBlock>& blocks,
           const std::vector<bool>& kept)
      : page_(page),
        layout_(hints.layout()),
        blocks_(blocks),
        kept_(kept),
        weights_(weights_of(page, blocks, std::vector<bool>(page.nodes.size(), false))) {}

  std::vector<NodeId> foreign() {
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      const auto part = part_headed_by(blocks_[i]);
      if (part) {
        section(i, *part);
      } else if (blocks_[i].words <= k_longest_appeal && blocks_[i].level == 0) {
        appeal(i);
      }
    }
    return std::move(found_);
  }

 private:
  std::optional<PagePart> part_headed_by(const PageBlock& block) const {
    const bool is_heading =
        block.level > 0 || (block.words <= k_longest_label && !block.is_sentence);
    return is_heading && !kept_[block.node]
               ? found_in(layout_.headings, bare_line(block.block.text))
               : std::nullopt;
  }

  bool is_small(NodeId id) const { return weights_.prose[id] <= k_most * weights_.prose[0]; }

  // The largest part that begins with this block and may go.
  NodeId part_begun_by(std::size_t block) const {
    NodeId part = blocks_[block].node;
    for (NodeId up = page_.nodes[part].parent; up != k_no_node; up = page_.nodes[up].parent) {
      const bool is_first = block == 0 || !page_.is_within(blocks_[block - 1].node, up);
      if (!is_first || kept_[up] || !is_small(up)) {
        break;
      }
      part = up;
    }
    return part;
  }

  void section(std::size_t heading, PagePart what) {
    const NodeId part = part_begun_by(heading);
    if (kept_[part] || !is_small(part)) {
      return;
    }
    found_.push_back(part);
    if (weights_.blocks[part] > 1) {
      return;
    }
    // The heading stands among what it heads.
    std::vector<NodeId> behind;
    double prose = 0;
    for (NodeId at = page_.nodes[part].next; at != k_no_node; at = page_.nodes[at].next) {
      if (ends_section(at, blocks_[heading].level, what)) {
        break;
      }
      behind.push_back(at);
      prose += weights_.prose[at];
    }
    if (prose <= k_most * weights_.prose[0]) {
      found_.insert(found_.end(), behind.begin(), behind.end());
    }
  }

  // Comments are prose and run to the next heading; links to other articles end where prose begins.
  bool ends_section(NodeId id, int level, PagePart what) const {
    if (kept_[id] || (what != PagePart::discussion && weights_.prose[id] > 0)) {
      return true;
    }
    const NodeId end = end_of_subtree(page_, id);
    for (const PageBlock& block : blocks_) {
      if (block.node >= id && block.node < end && block.level > 0) {
        return level == 0 || block.level <= level;
      }
    }
    return false;
  }

  // A request in a box of its own. Paragraphs have others like them beside them.
  void appeal(std::size_t i) {
    if (!holds_appeal(blocks_[i].block.text, layout_)) {
      return;
    }
    const NodeId part = part_begun_by(i);
    const std::string_view tag = page_.nodes[part].tag;
    const bool is_box = tag != "p" && tag != "li" && tag != "blockquote" && tag != "td";
    if (is_box && !kept_[part] && weights_.letters[part] < k_longest_appeal * 10 &&
        !has_like(part)) {
      found_.push_back(part);
    }
  }

  bool has_like(NodeId id) const {
    const PageNode& node = page_.nodes[id];
    for (NodeId at = page_.nodes[node.parent].first_child; at != k_no_node;
         at = page_.nodes[at].next) {
      const PageNode& other = page_.nodes[at];
      if (at != id && other.tag == node.tag && weights_.prose[at] > 0 &&
          other.attribute("class") == node.attribute("class")) {
        return true;
      }
    }
    return false;
  }

  const WebPage& page_;
  const Layout& layout_;
  const std::vector<PageBlock>& blocks_;
  const std::vector<bool>& kept_;
  PageWeights weights_;
  std::vector<NodeId> found_;
};

}  // namespace

std::vector<NodeId> foreign_sections(const WebPage& page,
                                     const PageHints& hints,
                                     const std::vector<PageBlock>& blocks,
                                     const std::vector<bool>& kept) {
  return Sections(page, hints, blocks, kept).foreign();
}

}  // namespace tally
