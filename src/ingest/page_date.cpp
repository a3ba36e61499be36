// SPDX-License-Identifier: Apache-2.0
#include "ingest/page_date.h"

#include <algorithm>
#include <string>

#include "ingest/visible_date.h"

namespace tally {
namespace {

constexpr std::size_t k_longest_date_line = 25;  // words
constexpr std::size_t k_blocks_above_title = 3;
constexpr int k_levels_up = 2;  // how far above <time> a class tells of it

// How much a date on the page is that of publication.
enum Rank { none, update, elsewhere, called, near_title, said, declared };

struct Candidate {
  Rank rank = none;
  PageDate date;
};

std::optional<PageDate> dated(std::string_view words, PublishedFrom from, const Layout& layout) {
  const auto found = stamp_in(words, layout);
  return found ? std::optional<PageDate>({*found, from}) : std::nullopt;
}

std::optional<PageDate> from_meta(const PageMetadata& metadata, const Layout& layout) {
  for (const std::string& name : layout.published_meta) {
    if (auto found = dated(metadata.meta_of({name}), PublishedFrom::meta, layout)) {
      return found;
    }
  }
  return std::nullopt;
}

// The dates that people see on a page.
class ShownDates {
 public:
  ShownDates(const WebPage& page,
             const PageHints& hints,
             const std::vector<PageBlock>& blocks,
             const ArticleSelection& selection,
             bool day_first)
      : page_(page), hints_(hints), blocks_(blocks), selection_(selection), day_first_(day_first) {
    find_text();
  }

  // The best <time>; of equals the earliest day, as the later one is that of an update.
  Candidate best_time() const {
    Candidate best;
    for (NodeId id = 0; id < page_.nodes.size(); ++id) {
      const PageNode& node = page_.nodes[id];
      const bool declared_one = node.attribute("itemprop") == "datePublished";
      if (node.tag != "time" && !declared_one) {
        continue;
      }
      const Rank rank = rank_of(id, declared_one);
      const auto found = rank > none
                             ? dated(value_of(id), PublishedFrom::time_element, hints_.layout())
                             : std::nullopt;
      const bool better =
          found && (rank > best.rank ||
                    (rank == best.rank && found->published.day < best.date.published.day));
      if (better) {
        best = {rank, *found};
      }
    }
    return best;
  }

  // The best line: called a date, or near the title; of equals the first.
  Candidate best_line() const {
    Candidate best;
    const auto weigh = [&best](const Candidate& one) { best = one.rank > best.rank ? one : best; };
    for (NodeId id = 0; id < page_.nodes.size(); ++id) {
      const bool is_called = !page_.nodes[id].is_text() && hints_.says_date(id);
      if (is_called && !is_elsewhere(id) && !is_in_text(id)) {
        const Rank rank = hints_.says_update(id) && !hints_.says(id, PagePart::published) ? update
                          : is_near_title(id) ? near_title
                                              : called;
        weigh(in_line(page_.words_of(id), rank, PublishedFrom::time_element));
      }
    }
    const std::size_t title = selection_.title.value_or(0);
    const std::size_t above = title - std::min(title, k_blocks_above_title);
    for (std::size_t i = above; i < std::min(first_text_, blocks_.size()); ++i) {
      if (i != selection_.title && blocks_[i].block.kind != Block::Kind::caption) {
        weigh(in_line(squeezed(blocks_[i].block.text), near_title, PublishedFrom::dateline));
      }
    }
    return best;
  }

  // The only day that stands above the title, as on the pages of a printed issue.
  std::optional<PageDate> masthead() const {
    std::optional<Day> only;
    for (std::size_t i = 0; i < selection_.title.value_or(0); ++i) {
      const std::string words = squeezed(blocks_[i].block.text);
      for (const VisibleDate& date : dates_in(words)) {
        if (only && *only != date.day) {
          return std::nullopt;
        }
        only = date.day;
      }
    }
    return only ? std::optional<PageDate>({{*only, {}}, PublishedFrom::dateline, true})
                : std::nullopt;
  }

 private:
  std::vector<VisibleDate> dates_in(const std::string& words) const {
    const auto blanks = static_cast<std::size_t>(std::count(words.begin(), words.end(), ' '));
    return blanks < k_longest_date_line ? visible_dates_in(words, hints_.layout(), day_first_)
                                        : std::vector<VisibleDate>();
  }

  // The first date of a line that is not said to be that of an update, else that one.
  Candidate in_line(const std::string& words, Rank rank, PublishedFrom from) const {
    Candidate best;
    for (const VisibleDate& date : dates_in(words)) {
      const Rank own = date.says == VisibleDate::Says::updated                      ? update
                       : date.says == VisibleDate::Says::published && rank > update ? said
                                                                                    : rank;
      if (own > best.rank) {
        best = {own, {{date.day, {}}, from}};
      }
    }
    return best;
  }

  void find_text() {
    first_text_ = blocks_.size();
    for (const std::size_t i : selection_.body) {
      if (blocks_[i].is_prose()) {
        first_text_ = std::min(first_text_, i);
        text_nodes_.push_back(blocks_[i].node);
      }
      if (blocks_[i].block.kind == Block::Kind::caption) {
        text_nodes_.push_back(blocks_[i].node);
      }
    }
    std::sort(text_nodes_.begin(), text_nodes_.end());
  }

  std::string value_of(NodeId id) const {
    const PageNode& node = page_.nodes[id];
    for (const char* name : {"datetime", "content", "title"}) {
      if (stamp_in(node.attribute(name), hints_.layout())) {
        return std::string(node.attribute(name));
      }
    }
    return page_.words_of(id);
  }

  // Part of navigation, another article, comments; what notes say of this article is not.
  bool is_elsewhere(NodeId id) const {
    for (NodeId at = id; at != k_no_node; at = page_.nodes[at].parent) {
      if (!selection_.outside[at]) {
        return false;
      }
      const auto part = hints_.part_of(at);
      const bool is_note = hints_.says(at, PagePart::byline) && is_near_title(at);
      if (!is_note && (part == PagePart::navigation || part == PagePart::teaser ||
                       part == PagePart::discussion)) {
        return true;
      }
    }
    return false;
  }

  bool is_in_text(NodeId id) const {
    for (NodeId at = id; at != k_no_node; at = page_.nodes[at].parent) {
      if (std::binary_search(text_nodes_.begin(), text_nodes_.end(), at)) {
        return true;
      }
    }
    return false;
  }

  bool is_near_title(NodeId id) const {
    const std::size_t end = first_text_ < blocks_.size() ? blocks_[first_text_].node : k_no_node;
    return id < end;
  }

  Rank rank_of(NodeId id, bool declared_one) const {
    if (is_elsewhere(id) || is_in_text(id)) {
      return none;
    }
    NodeId at = id;
    for (int up = 0; up <= k_levels_up && at != k_no_node; ++up, at = page_.nodes[at].parent) {
      const PageNode& node = page_.nodes[at];
      if (declared_one || node.has("pubdate")) {
        return declared;
      }
      if (node.attribute("itemprop") == "dateModified") {
        return none;
      }
      if (hints_.says_update(at) && !hints_.says(at, PagePart::published)) {
        return update;
      }
      if (hints_.says_date(at)) {
        return is_near_title(id) ? said : called;
      }
    }
    return is_near_title(id) ? said : elsewhere;
  }

  const WebPage& page_;
  const PageHints& hints_;
  const std::vector<PageBlock>& blocks_;
  const ArticleSelection& selection_;
  bool day_first_;
  std::size_t first_text_ = 0;
  std::vector<NodeId> text_nodes_;  // of prose and captions, ascending
};

}  // namespace

std::optional<PageDate> date_of(const PageMetadata& metadata,
                                const WebPage& page,
                                const PageHints& hints,
                                const std::vector<PageBlock>& blocks,
                                const ArticleSelection& selection) {
  const Layout& layout = hints.layout();
  if (auto found = dated(metadata.article.published, PublishedFrom::json_ld, layout)) {
    return found;
  }
  if (auto found = from_meta(metadata, layout)) {
    return found;
  }
  const ShownDates shown(
      page, hints, blocks, selection, writes_day_first(layout, metadata.language));
  const Candidate time = shown.best_time();
  if (time.rank >= said) {
    return time.date;
  }
  if (const auto day = day_in_url(metadata.url, layout)) {
    return PageDate{{*day, {}}, PublishedFrom::url};
  }
  const Candidate line = shown.best_line();
  if (time.rank == none && line.rank == none) {
    return shown.masthead();
  }
  return line.rank > time.rank ? line.date : time.date;
}

}  // namespace tally
