// SPDX-License-Identifier: Apache-2.0
#include "ingest/page_outside.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "ingest/page_scope.h"
#include "ingest/page_sections.h"

namespace tally {
namespace {

constexpr double k_most = 0.6;           // share of the prose that no navigation has
constexpr double k_core_share = 0.75;    // of the prose, which the core holds
constexpr double k_some = 0.25;          // share of the prose that makes an <article> the one
constexpr double k_appeal_share = 0.35;  // a longer appeal is the text behind the paywall
constexpr std::size_t k_appeal_letters = 900;
constexpr std::size_t k_byline_letters = 500;
constexpr std::size_t k_teaser_letters = 420;
constexpr std::size_t k_fewest_title_words = 3;
constexpr double k_all_link = 0.9;

constexpr auto k_shown_in_figures =
    std::to_array<std::string_view>({"table", "blockquote", "pre", "figcaption"});

class Outside {
 public:
  Outside(const WebPage& page,
          const PageHints& hints,
          const std::vector<PageBlock>& blocks,
          std::optional<std::size_t> title)
      : page_(page),
        hints_(hints),
        blocks_(blocks),
        outside_(page.nodes.size(), false),
        has_title_(title.has_value()) {
    protect(title);
    weights_ = weights_of(page, blocks, outside_);
  }

  std::vector<bool> nodes() {
    by_hints();
    by_email_fields();
    for (const NodeId part : foreign_sections(page_, hints_, blocks_, protected_)) {
      mark(part);
    }
    weights_ = weights_of(page_, blocks_, outside_);
    by_teasers();
    return std::move(outside_);
  }

 private:
  // What holds the title or is declared to be the text.
  void protect(std::optional<std::size_t> title) {
    protected_.assign(page_.nodes.size(), false);
    for (NodeId at = title ? blocks_[*title].node : k_no_node; at != k_no_node;
         at = page_.nodes[at].parent) {
      protected_[at] = true;
    }
    for (NodeId id = 0; id < page_.nodes.size(); ++id) {
      const PageNode& node = page_.nodes[id];
      protected_[id] = protected_[id] || node.attribute("itemprop") == "articleBody" ||
                       node.tag == "html" || node.tag == "body" || node.tag == "main" ||
                       node.attribute("role") == "main";
    }
  }

  double share(NodeId id) const {
    return weights_.prose[0] <= 0 ? 0 : weights_.prose[id] / weights_.prose[0];
  }

  void by_hints() {
    for (NodeId id = 1; id < page_.nodes.size(); ++id) {
      const PageNode& node = page_.nodes[id];
      outside_[id] =
          outside_[node.parent] || (!node.is_text() && !protected_[id] && is_outside(id));
    }
  }

  bool is_outside(NodeId id) const {
    const PageNode& node = page_.nodes[id];
    const auto part = hints_.part_of(id);
    if (!part) {
      return (node.tag == "form" && share(id) < k_most) ||
             (node.tag == "figure" && shows_nothing(id) && share(id) < k_some);
    }
    switch (*part) {
      case PagePart::caption:
      case PagePart::title:
      case PagePart::date:
      case PagePart::published:
      case PagePart::update:
      case PagePart::unseen:
        return false;
      case PagePart::navigation:
      case PagePart::teaser:
        return share(id) < k_most;
      case PagePart::discussion:
        return share(id) < k_most || node.tag != "article";
      case PagePart::appeal:
        return share(id) < k_appeal_share && weights_.letters[id] < k_appeal_letters;
      case PagePart::paywall:
        return share(id) < k_appeal_share && weights_.letters[id] < k_appeal_letters &&
               asks_for_click(id);
      case PagePart::byline:
        return share(id) < k_some && weights_.letters[id] < k_byline_letters &&
               node.tag != "article" && node.tag != "section" && !holds_caption(id);
    }
    return false;
  }

  // A figure that holds neither a picture nor a table or quotation: a box between the paragraphs.
  bool shows_nothing(NodeId id) const {
    return !holds_any(page_, id, k_pictures) && !holds_any(page_, id, k_shown_in_figures);
  }

  bool holds_caption(NodeId id) const {
    const NodeId end = end_of_subtree(page_, id);
    for (NodeId at = id; at < end; ++at) {
      if (hints_.part_of(at) == PagePart::caption) {
        return true;
      }
    }
    return false;
  }

  // An appeal without a link or button is the text behind the paywall, named for it.
  bool asks_for_click(NodeId id) const {
    const NodeId end = end_of_subtree(page_, id);
    for (NodeId at = id; at < end; ++at) {
      const std::string& tag = page_.nodes[at].tag;
      if (tag == "a" || tag == "button" || tag == "form" || tag == "input") {
        return true;
      }
    }
    return false;
  }

  // What stands around a field for an address of e-mail asks to subscribe.
  void by_email_fields() {
    for (NodeId id = 1; id < page_.nodes.size(); ++id) {
      const PageNode& node = page_.nodes[id];
      if (node.tag != "input" || node.attribute("type") != "email") {
        continue;
      }
      NodeId part = id;
      for (NodeId at = id; !protected_[at] && weights_.letters[at] < k_teaser_letters && at != 0;
           at = page_.nodes[at].parent) {
        part = at;
      }
      mark(part);
    }
  }

  void mark(NodeId part) {
    std::fill(outside_.begin() + part, outside_.begin() + end_of_subtree(page_, part), true);
  }

  // A short part whose first words are all a link leads to another article. One among others of its
  // kind is such a part for sure; a page that consists of them lists its own items.
  void by_teasers() {
    std::vector<NodeId> teasers;
    double weight = 0;
    for (const PageBlock& first : blocks_) {
      const bool is_link = first.link_share() > k_all_link && first.words >= k_fewest_title_words;
      const NodeId part = is_link ? part_of(first.node) : k_no_node;
      if (part != k_no_node && !outside_[part] && (teasers.empty() || teasers.back() != part)) {
        teasers.push_back(part);
        weight += weights_.prose[part];
      }
    }
    const double most = has_title_ ? k_core_share : 1 - k_most;
    if (weight > most * weights_.prose[0]) {
      return;
    }
    std::for_each(teasers.begin(), teasers.end(), [this](NodeId part) { mark(part); });
  }

  // The largest part around a linked heading that is still as short as a teaser.
  NodeId part_of(NodeId id) const {
    NodeId part = k_no_node;
    while (id != 0 && id != k_no_node && !protected_[id] &&
           weights_.letters[id] < k_teaser_letters) {
      const std::string_view tag = page_.nodes[id].tag;
      const bool is_part = tag == "li" || tag == "div" || tag == "article" || tag == "section" ||
                           tag == "td" || tag == "a";
      part = is_part ? id : part;
      id = page_.nodes[id].parent;
    }
    return part;
  }

  const WebPage& page_;
  const PageHints& hints_;
  const std::vector<PageBlock>& blocks_;
  std::vector<bool> outside_;
  bool has_title_;
  std::vector<bool> protected_;
  PageWeights weights_;
};

}  // namespace

std::vector<bool> outside_of(const WebPage& page,
                             const PageHints& hints,
                             const std::vector<PageBlock>& blocks,
                             std::optional<std::size_t> title) {
  return Outside(page, hints, blocks, title).nodes();
}

}  // namespace tally
