// SPDX-License-Identifier: Apache-2.0
// By what a text in a language is recognised.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_set>

#include "rules/flat.h"

namespace tally {

struct WordHash {
  using is_transparent = void;  // NOLINT(readability-identifier-naming): the library's name
  std::size_t operator()(std::string_view word) const { return hash_of(word); }
};
using WordSet = std::unordered_set<std::string, WordHash, std::equal_to<>>;

// `[language]` of a language's folder.
struct LanguageMarks {
  std::set<std::string, std::less<>> names;  // folded: "fr", "fra", "french"
  WordSet words;                             // folded: function words that no other language has
};

using MarksByLanguage = std::map<std::string, LanguageMarks, std::less<>>;  // by folder: "fr"

// The language that a document names for itself ("fr", "fr-CA", "French"), whatever its case and
// region. Nothing when none of the languages has that name.
std::optional<std::string> language_named(std::string_view name, const MarksByLanguage& languages);

// The language whose function words the text has most of; `fallback` unless another one has two
// more. Nothing for a text of 60 words and more in which they are fewer than in any prose. Looks at
// the beginning of the text alone.
std::optional<std::string> language_told(std::string_view text,
                                         const MarksByLanguage& languages,
                                         const std::string& fallback);

}  // namespace tally
