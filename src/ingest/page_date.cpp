// SPDX-License-Identifier: Apache-2.0
#include "ingest/page_date.h"

#include <algorithm>
#include <array>
#include <string>

#include "ingest/page_hints.h"

namespace tally {
namespace {

constexpr std::size_t k_longest_date_line = 20;  // words
constexpr std::size_t k_blocks_above_title = 3;
constexpr int k_levels_up = 2;  // how far above <time> a class tells of it

constexpr auto k_meta = std::to_array<std::string_view>({
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "article:published",
    "datepublished",
    "rnews:datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "pubdate",
    "publishdate",
    "publish-date",
    "publish_date",
    "published-date",
    "publication_date",
    "publication-date",
    "published_time_telegram",
    "originalpublicationdate",
    "article_date_original",
    "citation_publication_date",
    "cxenseparse:recs:publishtime",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date.created",
    "dcterms.created",
    "dcterms.date",
    "dc.date",
    "date.issued",
    "created",
    "date",
});

std::optional<PageDate> dated(std::string_view words, PublishedFrom from) {
  const auto found = stamp_in(words);
  return found ? std::optional<PageDate>({*found, from}) : std::nullopt;
}

std::optional<PageDate> from_meta(const PageMetadata& metadata) {
  for (const std::string_view name : k_meta) {
    if (auto found = dated(metadata.meta_of({name}), PublishedFrom::meta)) {
      return found;
    }
  }
  return std::nullopt;
}

class TimeElements {
 public:
  TimeElements(const WebPage& page,
               const std::vector<PageBlock>& blocks,
               const ArticleSelection& selection)
      : page_(page), blocks_(blocks), selection_(selection) {
    find_text();
  }

  // The best <time>; of equals the earliest day, as the later one is that of an update.
  std::optional<PageDate> best() const {
    std::optional<PageDate> best;
    int best_rank = 0;
    for (NodeId id = 0; id < page_.nodes.size(); ++id) {
      const PageNode& node = page_.nodes[id];
      const bool declared = node.attribute("itemprop") == "datePublished";
      if (node.tag != "time" && !declared) {
        continue;
      }
      const int rank = rank_of(id, declared);
      const auto found = rank > 0 ? dated(value_of(id), PublishedFrom::time_element) : std::nullopt;
      const bool better =
          found &&
          (rank > best_rank || (rank == best_rank && found->published.day < best->published.day));
      if (better) {
        best = found;
        best_rank = rank;
      }
    }
    return best;
  }

  // A line that is called a date, or stands near the title and holds one.
  std::optional<PageDate> line() const {
    for (NodeId id = 0; id < page_.nodes.size(); ++id) {
      if (!page_.nodes[id].is_text() && !is_elsewhere(id) && !is_in_text(id) &&
          hints_at_date(page_.nodes[id]) && !hints_at_update(page_.nodes[id])) {
        if (auto found = in_line(page_.words_of(id), PublishedFrom::time_element)) {
          return found;
        }
      }
    }
    const std::size_t title = selection_.title.value_or(0);
    const std::size_t above = title - std::min(title, k_blocks_above_title);
    for (std::size_t i = above; i < std::min(first_text_, blocks_.size()); ++i) {
      if (i != selection_.title && blocks_[i].block.kind != Block::Kind::caption) {
        if (auto found = in_line(squeezed(blocks_[i].block.text), PublishedFrom::dateline)) {
          return found;
        }
      }
    }
    return std::nullopt;
  }

 private:
  static std::optional<PageDate> in_line(const std::string& words, PublishedFrom from) {
    const auto blanks = static_cast<std::size_t>(std::count(words.begin(), words.end(), ' '));
    auto found = blanks < k_longest_date_line ? published_in(words) : std::nullopt;
    for (std::size_t at = 0; blanks < k_longest_date_line && !found && at < words.size();) {
      const std::size_t end = std::min(words.find(' ', at), words.size());
      const std::string_view word = std::string_view(words).substr(at, end - at);
      found = word.find('/') < 3 ? stamp_in(word) : std::nullopt;
      at = end + 1;
    }
    return found ? std::optional<PageDate>({*found, from}) : std::nullopt;
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
      if (stamp_in(node.attribute(name))) {
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
      const Hint hint = hint_of(page_.nodes[at]);
      if (hint == Hint::navigation || hint == Hint::teaser || hint == Hint::discussion) {
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

  // 0: not the date of publication; else the higher the likelier.
  int rank_of(NodeId id, bool declared) const {
    if (is_elsewhere(id) || is_in_text(id)) {
      return 0;
    }
    NodeId at = id;
    for (int up = 0; up <= k_levels_up && at != k_no_node; ++up, at = page_.nodes[at].parent) {
      const PageNode& node = page_.nodes[at];
      if (declared || node.has("pubdate")) {
        return 4;
      }
      if (node.attribute("itemprop") == "dateModified") {
        return 0;
      }
      if (hints_at_update(node) && !hints_at_publication(node)) {
        return 1;
      }
      if (hints_at_date(node)) {
        return is_near_title(id) ? 3 : 2;
      }
    }
    return is_near_title(id) ? 3 : 1;
  }

  const WebPage& page_;
  const std::vector<PageBlock>& blocks_;
  const ArticleSelection& selection_;
  std::size_t first_text_ = 0;
  std::vector<NodeId> text_nodes_;  // of prose and captions, ascending
};

}  // namespace

std::optional<PageDate> date_of(const PageMetadata& metadata,
                                const WebPage& page,
                                const std::vector<PageBlock>& blocks,
                                const ArticleSelection& selection) {
  if (auto found = dated(metadata.article.published, PublishedFrom::json_ld)) {
    return found;
  }
  if (auto found = from_meta(metadata)) {
    return found;
  }
  const TimeElements times(page, blocks, selection);
  if (auto found = times.best()) {
    return found;
  }
  if (const auto day = day_in_url(metadata.url)) {
    return PageDate{{*day, {}}, PublishedFrom::url};
  }
  return times.line();
}

}  // namespace tally
