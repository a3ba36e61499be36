// SPDX-License-Identifier: Apache-2.0
// What stands behind a Lexicon: symbols, words, entries. For lexicon*.cpp alone.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "rules/flat.h"
#include "rules/lexicon.h"
#include "rules/tokenizer.h"

namespace tally {

// A class, a shape or a literal word, by number.
using FeatureId = std::uint16_t;
using Features = std::vector<FeatureId>;  // sorted

inline constexpr std::array<std::string_view, 4> k_manners = {
    "point", "range", "vague", "relative"};

// What stands in the lexicon for one folded word: lower, capital, upper; one and the same for
// marks.
using WordSymbols = std::array<std::uint32_t, 3>;

// An entry of several words of a class with a role.
struct SignPhrase {
  std::uint32_t of_class = 0;
  std::uint32_t words = 0;  // index into phrase_words
};

struct EntryValue {
  std::uint32_t of_class = 0;
  std::uint32_t begin = 0;  // of the value in value_text
  std::uint32_t length = 0;
};

struct Lexicon::Tables {
  // What patterns are compiled from. A lexicon that was loaded ready has none of it.
  struct Contents {
    std::vector<std::vector<std::uint32_t>> symbols_of_feature;
    std::vector<std::vector<std::vector<std::string>>> sequences_of_class;  // exact or folded words
  };

  Forms forms;
  Tokenizer tokenizer;
  WordTable<std::uint32_t> feature_ids;  // shapes first, then classes, then literals
  std::vector<std::string> class_names;  // of shapes and classes
  HashTable classes_by_hash;             // of the same; made by hash_class_names()

  std::uint32_t symbol_count = 0;
  ListTable<FeatureId> features_of_symbol;  // the shape among them, includes resolved
  WordTable<WordSymbols> folded_words;
  WordTable<std::uint32_t> exact_words;
  std::vector<std::uint32_t> unknown_of_shape;
  BitTable classes_of_symbol;  // a row a symbol, a column a class

  // Entries of several words, and all entries with a value.
  BitTable begins_phrase;                    // a row a symbol, a column a class
  BitTable ends_phrase;                      // the same
  std::vector<std::uint32_t> longest_entry;  // of a class, in tokens
  ListTable<FeatureId> signs_of_symbol;      // classes with a role
  ListTable<SignPhrase> phrases_of_symbol;   // of classes with a role, which begin with the symbol
  ListTable<FeatureId> phrase_words;         // as literals
  WordTable<std::uint32_t> entry_ids;        // of folded or exact words, with one blank between
  ListTable<EntryValue> entries;
  std::string value_text;
  ListTable<FeatureId> members;  // of a class: itself and what it includes

  std::optional<Contents> contents;

  void hash_class_names();

  // Shapes and classes alone.
  std::optional<FeatureId> known_class(ClassName name) const {
    const std::uint32_t found = classes_by_hash.find(name.hash);
    return found == HashTable::k_none ? std::nullopt : std::optional{static_cast<FeatureId>(found)};
  }

  std::optional<FeatureId> known_feature(std::string_view name) const {
    const auto* found = feature_ids.find(name);
    return found == nullptr ? std::nullopt : std::optional{static_cast<FeatureId>(*found)};
  }

  bool has_feature(std::uint32_t symbol, FeatureId feature) const {
    const auto features = features_of_symbol[symbol];
    return std::binary_search(features.begin(), features.end(), feature);
  }

  template <typename Archive>
  void fields(Archive& archive) {
    archive(forms.shapes, forms.suffix_clitics, forms.prefix_clitics);
    archive(forms.singular_endings, forms.irregular_singulars);
    archive(forms.decimal_mark, forms.day_first, forms.noun_first);
    archive(feature_ids, class_names, symbol_count, features_of_symbol, folded_words, exact_words);
    archive(unknown_of_shape, classes_of_symbol, begins_phrase, ends_phrase, longest_entry);
    archive(signs_of_symbol, phrases_of_symbol, phrase_words, entry_ids, entries, value_text);
    archive(members);
  }

  std::uint32_t mention_symbol(Kind kind, std::string_view manner) const {
    const auto at = std::find(k_manners.begin(), k_manners.end(), manner);
    return symbol_count +
           static_cast<std::uint32_t>(kind) * static_cast<std::uint32_t>(k_manners.size()) +
           static_cast<std::uint32_t>(at - k_manners.begin());
  }

  std::uint32_t symbol_count_with_mentions() const {
    return symbol_count + (static_cast<std::uint32_t>(Kind::other) + 1) *
                              static_cast<std::uint32_t>(k_manners.size());
  }

  std::vector<std::uint32_t> mention_symbols(std::string_view name) const {
    const std::size_t dot = name.find('.');
    const auto kind = kind_named(name.substr(0, dot));
    std::vector<std::uint32_t> out;
    if (!kind) {
      return out;
    }
    for (const std::string_view manner : k_manners) {
      if (dot == std::string_view::npos || name.substr(dot + 1) == manner) {
        out.push_back(mention_symbol(*kind, manner));
      }
    }
    return out;
  }
};

// Fills the tables (whose tokenizer is there) from the classes and the literals of patterns.
void build_tables(Lexicon::Tables& tables,
                  const std::vector<LexiconClass>& classes,
                  const std::set<std::string>& literals);

// The feature of a word that a pattern names by itself. A literal and a class may share a name, so
// literals carry a mark that no class name has. The word: as written with a capital, else folded.
std::string literal_feature(std::string_view word);

bool has_capital(std::string_view text);

}  // namespace tally
