// SPDX-License-Identifier: Apache-2.0
// Classes, literals and mentions as RE2 over runes.
#include <fmt/format.h>

#include <set>

#include "rules/lexicon_tables.h"

namespace tally {
namespace {

constexpr std::string_view k_clause_end = "clause_end";

// A set of runes as an RE2 class; "[^\x00-\x{10FFFF}]", which matches nothing, when it is empty.
std::string rune_class(std::vector<char32_t> runes) {
  if (runes.empty()) {
    return "[^\\x00-\\x{10FFFF}]";
  }
  std::sort(runes.begin(), runes.end());
  runes.erase(std::unique(runes.begin(), runes.end()), runes.end());
  std::string out = "[";
  for (std::size_t i = 0; i < runes.size();) {
    std::size_t last = i;
    while (last + 1 < runes.size() && runes[last + 1] == runes[last] + 1) {
      ++last;
    }
    out += fmt::format("\\x{{{:x}}}", static_cast<std::uint32_t>(runes[i]));
    if (last > i) {
      out += fmt::format("-\\x{{{:x}}}", static_cast<std::uint32_t>(runes[last]));
    }
    i = last + 1;
  }
  out += "]";
  return out;
}

}  // namespace

std::string Lexicon::expression_of_class(std::string_view name, bool glued_only) const {
  const auto feature = tables_->known_feature(name);
  std::vector<char32_t> runes;
  std::string sequences;
  if (feature) {
    for (const std::uint32_t symbol : tables_->symbols_of_feature[*feature]) {
      Tables::append_runes(symbol, glued_only, runes);
    }
    for (const FeatureId member : tables_->members[*feature]) {
      for (const auto& sequence : tables_->sequences_of_class[member]) {
        sequences += sequences.empty() ? "" : "|";
        bool tight = glued_only;
        for (const std::string& word : sequence) {
          sequences += expression_of_literal(word, tight);
          tight = false;
        }
      }
    }
  }
  if (sequences.empty()) {
    return rune_class(std::move(runes));
  }
  return runes.empty() ? fmt::format("(?:{})", sequences)
                       : fmt::format("(?:{}|{})", sequences, rune_class(std::move(runes)));
}

std::string Lexicon::expression_of_literal(std::string_view word, bool glued_only) const {
  const std::string key = has_capital(word) ? std::string(word) : folded(word);
  const auto feature = tables_->known_feature(literal_feature(key));
  std::vector<char32_t> runes;
  if (feature) {
    for (const std::uint32_t symbol : tables_->symbols_of_feature[*feature]) {
      Tables::append_runes(symbol, glued_only, runes);
    }
  }
  return rune_class(std::move(runes));
}

std::string Lexicon::expression_of_choice(const std::vector<std::string>& classes,
                                          const std::vector<std::string>& literals,
                                          bool negated) const {
  std::set<std::uint32_t> chosen;
  const auto choose = [&](std::optional<FeatureId> feature) {
    if (feature) {
      const auto& symbols = tables_->symbols_of_feature[*feature];
      chosen.insert(symbols.begin(), symbols.end());
    }
  };
  for (const std::string& name : classes) {
    choose(tables_->known_feature(name));
    const auto mentions = tables_->mention_symbols(name);
    chosen.insert(mentions.begin(), mentions.end());
  }
  for (const std::string& word : literals) {
    choose(tables_->known_feature(literal_feature(has_capital(word) ? word : folded(word))));
  }
  std::vector<char32_t> runes;
  if (!negated) {
    for (const std::uint32_t symbol : chosen) {
      Tables::append_runes(symbol, false, runes);
    }
    return rune_class(std::move(runes));
  }
  choose(tables_->known_feature("stop"));
  for (std::uint32_t symbol = 0; symbol < tables_->symbol_count_with_mentions(); ++symbol) {
    if (!chosen.contains(symbol)) {
      Tables::append_runes(symbol, false, runes);
    }
  }
  return rune_class(std::move(runes));
}

bool Lexicon::is_mention_class(std::string_view name) const {
  return !tables_->mention_symbols(name).empty();
}

std::string Lexicon::expression_of_mention(std::string_view name, bool glued_only) const {
  std::vector<char32_t> runes;
  for (const std::uint32_t symbol : tables_->mention_symbols(name)) {
    Tables::append_runes(symbol, glued_only, runes);
  }
  return rune_class(std::move(runes));
}

std::string Lexicon::expression_of_gap(const std::vector<std::string>& kinds) const {
  std::vector<std::string> stops = kinds;
  stops.emplace_back(k_clause_end);
  return expression_of_choice(stops, {}, true);
}

}  // namespace tally
