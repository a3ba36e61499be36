// SPDX-License-Identifier: Apache-2.0
#include "rules/language_marks.h"

#include <algorithm>
#include <iterator>
#include <vector>

#include "base/text.h"

namespace tally {
namespace {

constexpr std::size_t k_inspected_bytes = 1500;
constexpr std::size_t k_enough_words = 60;  // a shorter text may be a headline or a table
constexpr std::size_t k_lead = 2;  // hits more than the usual language: one may be a name or a code
// In prose every second or third word is a function word; what two languages share stays below
// this.
constexpr double k_share_in_prose = 0.1;

// Calls `note` for each run of letters: an elided article ("l'") is a word of its own.
template <typename Note>
void for_each_word(std::string_view text, const Note& note) {
  const std::string lower = folded(text);
  std::size_t begin = 0;
  for (std::size_t at = 0; at < lower.size();) {
    const CodePoint point = code_point_at(lower, at);
    if (!is_letter(point.value)) {
      if (at > begin) {
        note(std::string_view(lower).substr(begin, at - begin));
      }
      begin = at + point.length;
    }
    at += point.length;
  }
  if (begin < lower.size()) {
    note(std::string_view(lower).substr(begin));
  }
}

}  // namespace

std::optional<std::string> language_named(std::string_view name, const MarksByLanguage& languages) {
  const std::string whole = folded(trimmed(name));
  const std::string_view primary = std::string_view(whole).substr(0, whole.find_first_of("-_."));
  for (const auto& [language, marks] : languages) {
    if (language == primary || marks.names.contains(primary)) {
      return language;
    }
  }
  return std::nullopt;
}

std::optional<std::string> language_told(std::string_view text,
                                         const MarksByLanguage& languages,
                                         const std::string& fallback) {
  std::vector<std::size_t> hits(languages.size());  // in the order of the languages
  std::size_t words = 0;
  for_each_word(text.substr(0, k_inspected_bytes), [&](std::string_view word) {
    ++words;
    auto count = hits.begin();
    for (const auto& [language, marks] : languages) {
      *count++ += marks.words.contains(word) ? 1U : 0U;
    }
  });
  const auto usual = languages.find(fallback);
  std::string_view best = fallback;
  std::size_t most = 0;
  if (usual != languages.end()) {
    most = hits[static_cast<std::size_t>(std::distance(languages.begin(), usual))];
  }
  std::size_t needed = most + k_lead;
  auto count = hits.begin();
  for (const auto& [language, marks] : languages) {
    if (*count >= needed) {
      best = language;
      most = *count;
      needed = most + 1;
    }
    ++count;
  }
  const double share = static_cast<double>(most) / static_cast<double>(std::max(words, 1UL));
  if (words >= k_enough_words && share < k_share_in_prose) {
    return std::nullopt;
  }
  return languages.contains(best) ? std::optional<std::string>(best) : std::nullopt;
}

}  // namespace tally
