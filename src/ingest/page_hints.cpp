// SPDX-License-Identifier: Apache-2.0
#include "ingest/page_hints.h"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "ingest/page_hint_words.h"

namespace tally {
namespace {

constexpr std::string_view k_no_names = " | ";
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

// "cookie*" stands for every word that begins so.
bool holds_words(std::string_view names, std::string_view words) {
  const bool is_prefix = words.ends_with('*');
  words.remove_suffix(is_prefix ? 1 : 0);
  for (std::size_t at = names.find(words); at != std::string_view::npos;
       at = names.find(words, at + 1)) {
    const std::size_t end = at + words.size();
    const bool is_whole = is_prefix || (end < names.size() && names[end] == ' ');
    if (at > 0 && names[at - 1] == ' ' && is_whole) {
      return true;
    }
  }
  return false;
}

template <typename List>
bool holds_any(std::string_view names, const List& list) {
  return std::any_of(list.begin(), list.end(), [names](std::string_view words) {
    return holds_words(names, words);
  });
}

template <typename List>
Hint row_named(const List& list, std::string_view name) {
  const auto row = std::find_if(
      list.begin(), list.end(), [name](const HintRow& one) { return one.words == name; });
  return row == list.end() ? Hint::none : row->hint;
}

// The rows of classes, found by their first word.
class HintIndex {
 public:
  HintIndex() {
    for (std::size_t row = 0; row < k_hint_classes.size(); ++row) {
      const std::string_view words = k_hint_classes[row].words;
      const bool is_prefix = words.ends_with('*');
      auto& rows = is_prefix ? prefixes_ : by_word_[words.substr(0, words.find(' '))];
      rows.push_back(row);
    }
  }

  // Of the rows that fit `names` the first.
  Hint hint(std::string_view names) const {
    std::size_t best = k_hint_classes.size();
    const auto weigh = [&](const std::vector<std::size_t>& rows) {
      for (const std::size_t row : rows) {
        best = row < best && holds_words(names, k_hint_classes[row].words) ? row : best;
      }
    };
    for (std::size_t at = 0; at < names.size();) {
      const std::size_t end = std::min(names.find(' ', at), names.size());
      const auto found = by_word_.find(names.substr(at, end - at));
      if (found != by_word_.end()) {
        weigh(found->second);
      }
      at = end + 1;
    }
    weigh(prefixes_);
    return best < k_hint_classes.size() ? k_hint_classes[best].hint : Hint::none;
  }

 private:
  std::map<std::string_view, std::vector<std::size_t>> by_word_;
  std::vector<std::size_t> prefixes_;
};

}  // namespace

Hint hint_of(const PageNode& node) {
  if (const Hint hint = row_named(k_hint_tags, node.tag); hint != Hint::none) {
    return hint;
  }
  if (const Hint hint = row_named(k_hint_roles, node.attribute("role")); hint != Hint::none) {
    return hint;
  }
  static const HintIndex index;
  const std::string names = names_of(node);
  return names.size() <= k_no_names.size() ? Hint::none : index.hint(names);
}

bool hints_at_date(const PageNode& node) {
  const std::string_view property = node.attribute("itemprop");
  return property == "datePublished" || property == "dateCreated" ||
         holds_any(names_of(node), k_hint_dates);
}

bool hints_at_publication(const PageNode& node) { return holds_words(names_of(node), "published"); }

bool hints_at_update(const PageNode& node) {
  return node.attribute("itemprop") == "dateModified" || holds_any(names_of(node), k_hint_updates);
}

bool is_hidden(const PageNode& node) {
  std::string style(node.attribute("style"));
  style.erase(std::remove(style.begin(), style.end(), ' '), style.end());
  const std::string rule = folded(style);
  return node.has("hidden") || node.attribute("aria-hidden") == "true" ||
         rule.find("display:none") != std::string::npos ||
         rule.find("visibility:hidden") != std::string::npos ||
         holds_any(names_of(node), k_hint_unseen);
}

}  // namespace tally
