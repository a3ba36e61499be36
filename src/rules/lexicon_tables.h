// SPDX-License-Identifier: Apache-2.0
// What stands behind a Lexicon: symbols, words, entries. For lexicon*.cpp alone.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "rules/lexicon.h"
#include "rules/tokenizer.h"

namespace tally {

// A class, a shape or a literal word, by number.
using FeatureId = std::uint16_t;
using Features = std::vector<FeatureId>;  // sorted

inline constexpr std::array<std::string_view, 4> k_manners = {
    "point", "range", "vague", "relative"};

struct Symbol {
  FeatureId shape = 0;
  Features features;  // the shape's among them, includes resolved
};

// What stands in the lexicon for one folded or exact word.
struct WordSymbols {
  std::array<std::uint32_t, 3> by_case{};  // lower, capital, upper; one and the same for marks
};

// An entry of several words.
struct Phrase {
  std::vector<std::string> words;  // as written with a capital, else folded
  FeatureId of_class = 0;
};

struct EntryValue {
  FeatureId of_class = 0;
  std::string value;
};

struct Lexicon::Tables {
  Forms forms;
  Tokenizer tokenizer;
  std::vector<std::string> feature_names;
  std::map<std::string, FeatureId, std::less<>> feature_ids;
  std::unordered_map<std::string_view, FeatureId> feature_lookup;

  std::vector<Symbol> symbols;
  std::vector<std::vector<std::uint32_t>> symbols_of_feature;
  std::unordered_map<std::string, WordSymbols> folded_words;
  std::unordered_map<std::string, std::uint32_t> exact_words;
  std::vector<std::uint32_t> unknown_of_shape;

  // Entries of several words, and all entries with a value.
  std::vector<std::vector<std::vector<std::string>>> sequences_of_class;  // exact or folded words
  std::vector<std::vector<FeatureId>> signs_of_symbol;                    // classes with a role
  std::vector<bool> begins_sign;  // symbols with which a phrase of one begins
  std::unordered_map<std::string, std::vector<Phrase>> sign_phrases;  // by first word, folded
  std::vector<std::size_t> longest_entry;
  // Of a class: which symbols begin / end an entry of several words; empty where it has none.
  std::vector<std::vector<bool>> begins_phrase;
  std::vector<std::vector<bool>> ends_phrase;
  std::vector<std::vector<bool>> has_symbol;  // of a class or literal: which symbols are in it
  std::unordered_map<std::string, std::vector<EntryValue>> values;
  std::vector<std::vector<FeatureId>> members;  // of a class: itself and what it includes
  std::vector<Features> parents;                // of a class: itself and what includes it

  FeatureId feature(std::string_view name) {
    const auto found = feature_ids.find(name);
    if (found != feature_ids.end()) {
      return found->second;
    }
    const auto id = static_cast<FeatureId>(feature_names.size());
    feature_names.emplace_back(name);
    feature_ids.emplace(std::string(name), id);
    sequences_of_class.emplace_back();
    longest_entry.push_back(1);
    members.push_back({id});
    return id;
  }

  std::optional<FeatureId> known_feature(std::string_view name) const {
    const auto found = feature_lookup.find(name);
    return found == feature_lookup.end() ? std::nullopt : std::optional{found->second};
  }

  std::uint32_t mention_symbol(Kind kind, std::string_view manner) const {
    const auto at = std::find(k_manners.begin(), k_manners.end(), manner);
    return static_cast<std::uint32_t>(symbols.size()) +
           static_cast<std::uint32_t>(kind) * static_cast<std::uint32_t>(k_manners.size()) +
           static_cast<std::uint32_t>(at - k_manners.begin());
  }

  std::uint32_t symbol_count_with_mentions() const {
    return static_cast<std::uint32_t>(symbols.size()) +
           (static_cast<std::uint32_t>(Kind::other) + 1) *
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
