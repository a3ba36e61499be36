// SPDX-License-Identifier: Apache-2.0
// By what a text in a language is recognised.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>

namespace tally {

// `[language]` of a language's folder.
struct LanguageMarks {
  std::unordered_set<std::string> names;           // folded: "fr", "fra", "french"
  std::unordered_set<std::string> function_words;  // folded; no word of another language
};

using MarksByLanguage = std::map<std::string, LanguageMarks, std::less<>>;  // by folder: "fr"

// The language that a document names for itself ("fr", "fr-CA", "French"), whatever its case and
// region. Nothing when none of the languages has that name.
std::optional<std::string> language_named(std::string_view name, const MarksByLanguage& languages);

// The language whose function words the text has most of; `fallback` unless another one has two more.
// Nothing for a text of 60 words and more in which they are fewer than in any prose. Looks at the
// beginning of the text alone.
std::optional<std::string> language_told(std::string_view text,
                                         const MarksByLanguage& languages,
                                         const std::string& fallback);

}  // namespace tally
