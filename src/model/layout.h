// SPDX-License-Identifier: Apache-2.0
// How pages and files show the parts of an article: names and words, as the rule pack gives them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tally {

// What a name or a heading tells of a part of a page. Where an element has names of several, the
// first in this order counts.
enum class PagePart : std::uint8_t {
  navigation,  // of the site, never of the article: menus, footers, sidebars, notices, adverts
  discussion,  // readers' comments
  teaser,      // leads to other articles
  paywall,     // asks to subscribe, or the text behind that
  appeal,      // asks the reader for something: newsletter, subscription, donation
  byline,      // who wrote it, when, how long it takes to read, where to share it
  caption,     // of a picture
  title,       // of the article
  date,        // any date of the article
  published,   // the date of publication, said outright
  update,      // the date of a later change
  unseen       // hidden from the eye
};

// What a line at the top of a text file says ("Title: …").
enum class HeaderField : std::uint8_t { title, outlet, published, url, byline, language };

// The pack's knowledge of layout: `[layout]` of its files, and what its languages add. All words
// are folded; lists that are looked up are sorted by their words.
struct Layout {
  template <typename Meaning>
  using Table = std::vector<std::pair<std::string, Meaning>>;
  using Words = std::vector<std::string>;

  // The same words in any language.
  Table<PagePart> names;     // of classes and ids: "post meta", "category |" (the class ends there)
  Table<PagePart> prefixes;  // beginnings of such names
  Table<PagePart> tags;
  Table<PagePart> roles;
  Words published_meta;  // names of <meta> with the date of publication, surest first

  // Of all languages together, as a page is read before its language is known.
  Table<HeaderField> headers;  // keys of header lines
  Table<int> months;           // 1 to 12
  Words ordinals;              // what may stand behind the figure of a day: "th"
  Words day_first;             // languages in which 3/4 is the third of April
  Words published;             // words before the date of publication in a visible line
  Words updated;               // words before that of a change
  Table<PagePart> headings;    // headings of what is no part of the article
  Words labels;                // lines that are no words of the article
  Words links;                 // beginnings of lines that lead elsewhere
  Words appeals;               // words of a request to the reader
};

// The meaning of a folded word in a sorted table; nothing where it has none.
template <typename Meaning>
std::optional<Meaning> found_in(const Layout::Table<Meaning>& table, std::string_view word);

template <typename Meaning>
std::optional<Meaning> found_in(const Layout::Table<Meaning>& table, std::string_view word) {
  std::size_t low = 0;
  std::size_t high = table.size();
  while (low < high) {
    const std::size_t middle = (low + high) / 2;
    if (table[middle].first < word) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  const bool found = low < table.size() && table[low].first == word;
  return found ? std::optional<Meaning>(table[low].second) : std::nullopt;
}

}  // namespace tally
