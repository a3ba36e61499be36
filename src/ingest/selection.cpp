// SPDX-License-Identifier: Apache-2.0
#include "ingest/selection.h"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <utility>

#include "ingest/page_line.h"
#include "ingest/page_outside.h"
#include "ingest/page_scope.h"
#include "ingest/page_title.h"
#include "ingest/visible_date.h"

namespace tally {
namespace {

constexpr double k_most_link_share = 0.6;
constexpr double k_most_list_link_share = 0.5;
constexpr double k_some_link_share = 0.3;
constexpr std::size_t k_fewest_title_words = 3;
constexpr std::size_t k_fewest_lead_words = 6;
constexpr std::size_t k_longest_label_words = 3;
constexpr std::size_t k_longest_notice_words = 14;
constexpr std::size_t k_fewest_copied_words = 8;
constexpr std::size_t k_longest_contact = 25;  // words

bool has_figure(std::string_view words) {
  return words.find_first_of("0123456789") != std::string_view::npos;
}

class Selector {
 public:
  Selector(const WebPage& page,
           const PageHints& hints,
           const std::vector<PageBlock>& blocks,
           bool day_first,
           ArticleSelection& out)
      : page_(page),
        hints_(hints),
        blocks_(blocks),
        day_first_(day_first),
        out_(out),
        kept_(blocks.size(), false) {
    scope_ = scope_of(page, blocks, out.outside, out.title);
    signature_ = signature_of(scope_.core);
  }

  void select() {
    count_lists();
    count_copies();
    find_core();
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      kept_[i] = !out_.outside[blocks_[i].node] && i != out_.title && is_in_place(i) &&
                 is_content(blocks_[i]);
    }
    drop_before_text();
    drop_after_text();
    drop_empty_headings();
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      if (kept_[i]) {
        out_.body.push_back(i);
      }
    }
  }

 private:
  // "div.story-part": parts of one article look alike.
  std::string signature_of(NodeId id) const {
    const PageNode& node = page_.nodes[id];
    const std::string_view names = node.attribute("class");
    return names.empty() ? std::string() : node.tag + "." + std::string(names);
  }

  void count_lists() {
    for (const PageBlock& block : blocks_) {
      if (block.list != k_no_node) {
        auto& [letters, links] = lists_[block.list];
        letters += block.letters;
        links += block.link_letters;
      }
    }
  }

  void count_copies() {
    for (const PageBlock& block : blocks_) {
      ++copies_[bare_words(block.block.text)];
    }
  }

  void find_core() {
    core_end_ = 0;
    core_begin_ = blocks_.size();
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      if (!out_.outside[blocks_[i].node] && page_.is_within(blocks_[i].node, scope_.core) &&
          blocks_[i].weight() > 0) {
        core_begin_ = std::min(core_begin_, i);
        core_end_ = i + 1;
      }
    }
  }

  // Does a block stand where the article stands?
  bool is_in_place(std::size_t i) const {
    const PageBlock& block = blocks_[i];
    if (page_.is_within(block.node, scope_.core)) {
      return !out_.title || i > *out_.title || blocks_[i].weight() > 0;
    }
    if (!page_.is_within(block.node, scope_.whole)) {
      return false;
    }
    const bool is_below_title = out_.title && i > *out_.title;
    if (block.block.kind == Block::Kind::caption) {
      return is_below_title && (i < core_end_ || scope_.whole != 0);
    }
    if (i < core_begin_) {
      return is_below_title && block.words >= k_fewest_lead_words && block.link_share() < 0.3;
    }
    return is_like_core(block.node);
  }

  bool is_like_core(NodeId id) const {
    for (; id != k_no_node && id != scope_.whole; id = page_.nodes[id].parent) {
      if (!signature_.empty() && signature_of(id) == signature_) {
        return true;
      }
    }
    return false;
  }

  // Does a block in its place say something of its own?
  bool is_content(const PageBlock& block) {
    const std::string text = bare_words(block.block.text);
    const bool is_copy = block.words >= k_fewest_copied_words && !seen_.insert(text).second;
    const bool is_title = out_.title && text == bare_words(blocks_[*out_.title].block.text);
    const bool is_stamp = block.has_time && !block.is_sentence &&
                          block.words <= k_longest_notice_words + k_fewest_lead_words;
    const bool is_foreign =
        tally::is_label(block.block.text, hints_.layout()) ||
        (block.link_share() > k_some_link_share && is_link_line(block.block.text, hints_.layout()));
    if (text.empty() || is_foreign || block.is_time || is_stamp || is_copy || is_title ||
        is_notice(block)) {
      return false;
    }
    switch (block.block.kind) {
      case Block::Kind::title:
      case Block::Kind::heading:
      case Block::Kind::caption:
        return true;
      case Block::Kind::table:
        return block.link_share() < k_most_link_share || has_figure(text);
      case Block::Kind::item:
        return !is_link_list(block) && block.link_share() < k_most_link_share;
      case Block::Kind::paragraph:
        return block.link_share() < k_most_link_share && !is_label(block, text);
    }
    return false;
  }

  bool is_link_list(const PageBlock& block) const {
    const auto found = lists_.find(block.list);
    if (found == lists_.end()) {
      return false;
    }
    const auto [letters, links] = found->second;
    return static_cast<double>(links) > k_most_list_link_share * static_cast<double>(letters);
  }

  // "Advertisement", "Share this": one or a few words that are no sentence and no heading in bold,
  // or the same few words more than once.
  bool is_label(const PageBlock& block, const std::string& text) const {
    if (block.is_sentence || block.words >= k_fewest_copied_words || has_figure(text)) {
      return false;
    }
    const auto copies = copies_.find(text);
    return (block.words <= k_longest_label_words && !block.is_bold) ||
           (copies != copies_.end() && copies->second > 1);
  }

  static bool is_notice(const PageBlock& block) {
    return block.block.text.find("\u00A9") != std::string::npos &&
           block.block.kind == Block::Kind::paragraph && block.words <= 2 * k_longest_notice_words;
  }

  // "The author can be reached at …": an address of e-mail or a name on a network.
  static bool is_contact(const PageBlock& block) {
    const std::size_t at = block.block.text.find('@');
    return at != std::string::npos && block.words <= k_longest_contact &&
           at + 1 < block.block.text.size() && block.block.text[at + 1] > ' ';
  }

  // "This article first appeared in …": a link with the title of the page.
  bool names_origin(const PageBlock& block) const {
    return block.link_letters > 0 && out_.title &&
           blocks_[*out_.title].words >= k_fewest_title_words &&
           bare_words(block.block.text).find(bare_words(blocks_[*out_.title].block.text)) !=
               std::string::npos;
  }

  bool is_text(const PageBlock& block) const {
    return block.is_prose() || block.block.kind == Block::Kind::table ||
           (block.block.kind == Block::Kind::item && block.words >= k_fewest_title_words) ||
           (block.is_sentence && block.words >= k_fewest_lead_words &&
            block.block.kind == Block::Kind::paragraph);
  }

  // Between title and text stand byline, date, time to read; what is left of them is no sentence.
  void drop_before_text() {
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      const PageBlock& block = blocks_[i];
      const bool is_other =
          block.block.kind == Block::Kind::heading || block.block.kind == Block::Kind::caption;
      if (!kept_[i] || is_other) {
        continue;
      }
      const bool is_dated =
          block.words <= k_longest_notice_words &&
          !visible_dates_in(squeezed(block.block.text), hints_.layout(), day_first_).empty();
      if (is_text(block) && !is_dated) {
        return;
      }
      kept_[i] = !is_dated && block.words >= k_fewest_copied_words;
    }
  }

  // Behind the text stand tags, credits and links.
  void drop_after_text() {
    for (std::size_t i = blocks_.size(); i-- > 0;) {
      const PageBlock& block = blocks_[i];
      if (!kept_[i] || block.block.kind == Block::Kind::caption) {
        continue;
      }
      if (is_contact(block) || names_origin(block)) {
        kept_[i] = false;
        continue;
      }
      if (is_text(block)) {
        return;
      }
      kept_[i] = block.block.kind == Block::Kind::paragraph && block.words > k_longest_notice_words;
    }
  }

  // A heading with nothing below it headed something that was dropped.
  void drop_empty_headings() {
    int level = 0;  // the highest level that would find no text below; 0: there is text
    bool any = false;
    for (std::size_t i = blocks_.size(); i-- > 0;) {
      if (!kept_[i]) {
        continue;
      }
      const PageBlock& block = blocks_[i];
      if (block.block.kind != Block::Kind::heading) {
        any = any || block.block.kind != Block::Kind::caption;
        level = 0;
        continue;
      }
      kept_[i] = any && (level == 0 || block.level < level);
      level = kept_[i] ? block.level : level;
    }
  }

  const WebPage& page_;
  const PageHints& hints_;
  const std::vector<PageBlock>& blocks_;
  bool day_first_;
  ArticleSelection& out_;
  ArticleScope scope_;
  std::string signature_;  // of the core; empty when it has no class
  std::vector<bool> kept_;
  std::map<NodeId, std::pair<std::size_t, std::size_t>> lists_;  // letters, and those in links
  std::map<std::string, std::size_t> copies_;
  std::set<std::string> seen_;
  std::size_t core_begin_ = 0;
  std::size_t core_end_ = 0;
};

}  // namespace

ArticleSelection selection_of(const WebPage& page,
                              const PageHints& hints,
                              const std::vector<PageBlock>& blocks,
                              const PageMetadata& metadata) {
  ArticleSelection selection;
  selection.title = title_block_of(page, hints, blocks, metadata.titles());
  selection.outside = outside_of(page, hints, blocks, selection.title);
  const bool day_first = writes_day_first(hints.layout(), metadata.language);
  Selector(page, hints, blocks, day_first, selection).select();
  return selection;
}

}  // namespace tally
