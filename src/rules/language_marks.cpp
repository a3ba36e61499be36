// SPDX-License-Identifier: Apache-2.0
#include "rules/language_marks.h"

#include <algorithm>

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
  std::size_t at = 0;
  while (at < text.size()) {
    const CodePoint first = code_point_at(text, at);
    std::size_t end = at + first.length;
    if (is_letter(first.value)) {
      while (end < text.size() && is_letter(code_point_at(text, end).value)) {
        end += code_point_at(text, end).length;
      }
      note(folded(text.substr(at, end - at)));
    }
    at = end;
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
  std::map<std::string_view, std::size_t> hits;
  std::size_t words = 0;
  for_each_word(text.substr(0, k_inspected_bytes), [&](const std::string& word) {
    ++words;
    for (const auto& [language, marks] : languages) {
      hits[language] += marks.words.contains(word) ? 1U : 0U;
    }
  });
  std::string_view best = fallback;
  std::size_t most = hits[fallback] + k_lead - 1;
  for (const auto& [language, count] : hits) {
    if (count > most) {
      best = language;
      most = count;
    }
  }
  const double share = static_cast<double>(hits[best]) / static_cast<double>(std::max(words, 1UL));
  if (words >= k_enough_words && share < k_share_in_prose) {
    return std::nullopt;
  }
  return languages.contains(best) ? std::optional<std::string>(best) : std::nullopt;
}

}  // namespace tally
