// SPDX-License-Identifier: Apache-2.0
#include "ingest/page_hints.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "base/text.h"

namespace tally {
namespace {

constexpr std::string_view k_no_names = " | ";
constexpr auto k_last_structural = PagePart::caption;
constexpr std::size_t k_longest_hash = 9;  // bytes, the two signs before it included

bool is_small(char c) { return c >= 'a' && c <= 'z'; }
bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }
bool is_figure(char c) { return c >= '0' && c <= '9'; }

// A class without the hash that build tools put behind it: "Article_date__a1b2".
std::string_view without_hash(std::string_view name) {
  const std::size_t at = name.rfind("__");
  const bool is_hash = at != std::string_view::npos && name.size() - at <= k_longest_hash &&
                       name.find_first_of("0123456789", at) != std::string_view::npos;
  return is_hash ? name.substr(0, at) : name;
}

// The words of a class: parted at signs and where a capital follows a small letter. Figures at the
// end of a word are no part of it ("ad2"); a word with figures inside is a hash and stays whole.
void add_words(std::string_view name, std::vector<std::string>& words) {
  std::string word;
  const auto close = [&] {
    while (!word.empty() && is_figure(word.back())) {
      word.pop_back();
    }
    if (!word.empty()) {
      words.push_back(folded(word));
    }
    word.clear();
  };
  name = without_hash(name);
  for (std::size_t i = 0; i < name.size(); ++i) {
    const char c = name[i];
    const bool hump = i > 0 && is_capital(c) && is_small(name[i - 1]) && i + 2 < name.size() &&
                      is_small(name[i + 1]) && is_small(name[i + 2]);
    if (hump) {
      close();
    }
    if (is_small(c) || is_capital(c) || is_figure(c)) {
      word += c;
    } else {
      close();
    }
  }
  close();
  words.emplace_back("|");  // no row of words runs over two classes
}

// All words of an element's names, between blanks: " post tags | sidebar | ".
std::string names_of(const PageNode& node) {
  std::vector<std::string> words = {"|"};
  if (node.tag.find('-') != std::string::npos) {  // <amp-ad>, <site-footer>
    add_words(node.tag, words);
  }
  for (const char* attribute : {"class", "id", "data-testid", "data-component", "data-module"}) {
    std::string_view names = node.attribute(attribute);
    while (!names.empty()) {
      const std::size_t end = std::min(names.find_first_of(" \t\r\n"), names.size());
      add_words(names.substr(0, end), words);
      names.remove_prefix(std::min(end + 1, names.size()));
    }
  }
  std::string all = " ";
  for (const std::string& word : words) {
    all += word;
    all += ' ';
  }
  return all;
}

// True when the row of words stands at the beginning of `names` and ends where a word ends.
bool begins_with_words(std::string_view names, std::string_view words) {
  return names.starts_with(words) && names.size() > words.size() && names[words.size()] == ' ';
}

}  // namespace

PageHints::PageHints(const WebPage& page, const Layout& layout) : page_(page), layout_(layout) {
  named_.reserve(page.nodes.size());
  for (const PageNode& node : page.nodes) {
    named_.push_back(node.is_text() ? std::uint16_t{0} : parts_named(node));
  }
}

std::uint16_t PageHints::parts_named(const PageNode& node) const {
  const std::string all = names_of(node);
  unsigned parts = 0;
  if (all.size() <= k_no_names.size()) {
    return 0;
  }
  for (std::size_t at = 1; at < all.size(); at = all.find(' ', at) + 1) {
    const std::string_view rest = std::string_view(all).substr(at);
    const std::string_view word = rest.substr(0, rest.find(' '));
    auto row =
        std::lower_bound(layout_.names.begin(),
                         layout_.names.end(),
                         word,
                         [](const auto& one, std::string_view key) { return one.first < key; });
    for (; row != layout_.names.end() && row->first.starts_with(word); ++row) {
      parts |= begins_with_words(rest, row->first) ? 1U << bit(row->second) : 0U;
    }
    for (const auto& [beginning, part] : layout_.prefixes) {
      parts |= word.starts_with(beginning) ? 1U << bit(part) : 0U;
    }
  }
  return static_cast<std::uint16_t>(parts);
}

std::optional<PagePart> PageHints::part_of(NodeId id) const {
  const PageNode& node = page_.nodes[id];
  if (node.is_text()) {
    return std::nullopt;
  }
  if (const auto part = found_in(layout_.tags, node.tag)) {
    return part;
  }
  if (const auto part = found_in(layout_.roles, node.attribute("role"))) {
    return part;
  }
  for (unsigned part = 0; part <= bit(k_last_structural); ++part) {
    if (((unsigned{named_[id]} >> part) & 1U) != 0) {
      return static_cast<PagePart>(part);
    }
  }
  return std::nullopt;
}

bool PageHints::says_date(NodeId id) const {
  const std::string_view property = page_.nodes[id].attribute("itemprop");
  return property == "datePublished" || property == "dateCreated" || says(id, PagePart::date);
}

bool PageHints::says_update(NodeId id) const {
  return page_.nodes[id].attribute("itemprop") == "dateModified" || says(id, PagePart::update);
}

bool PageHints::is_hidden(NodeId id) const {
  const PageNode& node = page_.nodes[id];
  std::string style(node.attribute("style"));
  style.erase(std::remove(style.begin(), style.end(), ' '), style.end());
  const std::string rule = folded(style);
  return node.has("hidden") || rule.find("display:none") != std::string::npos ||
         rule.find("visibility:hidden") != std::string::npos || says(id, PagePart::unseen);
}

}  // namespace tally
