// SPDX-License-Identifier: Apache-2.0
#include "ingest/page_title.h"

#include <algorithm>

#include "base/text.h"

namespace tally {
namespace {

constexpr std::size_t k_fewest_title_words = 3;
constexpr std::size_t k_prefix = 20;  // letters of a title that was cut short
constexpr double k_all_link = 0.9;

bool is_in_article(const WebPage& page, NodeId id) {
  for (; id != k_no_node; id = page.nodes[id].parent) {
    if (page.nodes[id].tag == "article" || page.nodes[id].tag == "main") {
      return true;
    }
  }
  return false;
}

// "/", "https://post.example", "https://post.example/en/".
bool is_front_page(std::string_view address) {
  constexpr std::size_t k_longest_language = 2;
  const std::size_t host = address.find("://");
  address = host == std::string_view::npos
                ? address
                : address.substr(std::min(address.find('/', host + 3), address.size()));
  while (address.ends_with('/')) {
    address.remove_suffix(1);
  }
  return address.empty() || (address.starts_with('/') && address.size() <= 1 + k_longest_language);
}

class Titles {
 public:
  Titles(const WebPage& page, const PageHints& hints, const std::vector<PageBlock>& blocks)
      : page_(page), hints_(hints), blocks_(blocks) {}

  // The first block of this heading level that shows the title; level 0: any that is no prose.
  std::optional<std::size_t> with(int level, const std::string& title, bool exactly) const {
    const std::string wanted = bare_words(title);
    return first([&](const PageBlock& block) {
      const bool fits = level == 0 ? !block.is_prose() : block.level == level;
      const std::string words = squeezed(block.block.text);
      return fits &&
             (exactly ? !wanted.empty() && bare_words(words) == wanted
                      : is_same_title(words, title)) &&
             !is_site_name(block);
    });
  }

  std::optional<std::size_t> called_title() const {
    return first([&](const PageBlock& block) {
      return block.level > 0 && block.link_share() < k_all_link && is_called_title(block.node);
    });
  }

  std::optional<std::size_t> on_top() const {
    return first([&](const PageBlock& block) {
      return block.level == 1 && !is_site_name(block) &&
             (block.words >= k_fewest_title_words || is_in_article(page_, block.node));
    });
  }

 private:
  template <typename Fits>
  std::optional<std::size_t> first(const Fits& fits) const {
    const auto found = std::find_if(blocks_.begin(), blocks_.end(), fits);
    return found == blocks_.end()
               ? std::nullopt
               : std::optional(static_cast<std::size_t>(found - blocks_.begin()));
  }

  bool is_called_title(NodeId id) const {
    const std::string_view property = page_.nodes[id].attribute("itemprop");
    return property == "headline" || hints_.says(id, PagePart::title);
  }

  // A heading that is a link to the front page.
  bool is_site_name(const PageBlock& block) const {
    if (block.level == 0 || block.link_share() < k_all_link) {
      return false;
    }
    const NodeId end = end_of_subtree(page_, block.node);
    for (NodeId at = block.node; at != k_no_node && page_.nodes[at].tag != "body";
         at = page_.nodes[at].parent) {
      if (page_.nodes[at].tag == "a") {
        return is_front_page(page_.nodes[at].attribute("href"));
      }
    }
    for (NodeId at = block.node; at < end; ++at) {
      if (page_.nodes[at].tag == "a") {
        return is_front_page(page_.nodes[at].attribute("href"));
      }
    }
    return false;
  }

  const WebPage& page_;
  const PageHints& hints_;
  const std::vector<PageBlock>& blocks_;
};

}  // namespace

std::string bare_words(std::string_view words) {
  std::string out;
  for (const char c : folded(words)) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x80U || is_letter(byte) || is_digit(byte)) {
      out += c;
    }
  }
  return out;
}

bool is_same_title(const std::string& a, const std::string& b) {
  const std::string first = bare_words(a);
  const std::string second = bare_words(b);
  if (first.empty() || second.empty()) {
    return false;
  }
  const std::string& shorter = first.size() < second.size() ? first : second;
  const std::string& longer = first.size() < second.size() ? second : first;
  return shorter == longer ||
         (shorter.size() >= k_prefix && (longer.starts_with(shorter) || longer.ends_with(shorter)));
}

std::optional<std::size_t> title_block_of(const WebPage& page,
                                          const PageHints& hints,
                                          const std::vector<PageBlock>& blocks,
                                          const std::vector<std::string>& titles) {
  const Titles blocks_with(page, hints, blocks);
  for (const bool exactly : {true, false}) {
    for (const int level : {1, 2, 3, 0}) {
      for (const std::string& title : titles) {
        if (const auto found = blocks_with.with(level, title, exactly)) {
          return found;
        }
      }
    }
  }
  const auto called = blocks_with.called_title();
  return called ? called : blocks_with.on_top();
}

}  // namespace tally
