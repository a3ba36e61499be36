// SPDX-License-Identifier: Apache-2.0
// Classes, literals and mentions as sets of codes: what the leaves of patterns take.
#include <set>

#include "rules/lexicon_tables.h"

namespace tally {
namespace {

constexpr std::string_view k_clause_end = "clause_end";
constexpr std::string_view k_sentence_mark = "stop";

// `symbols` must be sorted.
template <typename Symbols>
std::vector<Code> codes_of(const Symbols& symbols, bool glued_only) {
  std::vector<Code> codes;
  for (const std::uint32_t symbol : symbols) {
    if (!glued_only) {
      codes.push_back(2 * symbol);
    }
    codes.push_back(2 * symbol + 1);
  }
  return codes;
}

}  // namespace

std::size_t Lexicon::code_count() const {
  return std::size_t{2} * tables_->symbol_count_with_mentions();
}

Code Lexicon::code_of_mention(Kind kind, std::string_view manner, bool glued) const {
  return 2 * tables_->mention_symbol(kind, manner) + (glued ? 1 : 0);
}

std::vector<Code> Lexicon::codes_of_class(std::string_view name, bool glued_only) const {
  const auto feature = tables_->known_feature(name);
  return feature ? codes_of(tables_->contents->symbols_of_feature[*feature], glued_only)
                 : std::vector<Code>{};
}

std::vector<std::vector<std::string>> Lexicon::phrases_of(std::string_view name) const {
  std::vector<std::vector<std::string>> phrases;
  if (const auto feature = tables_->known_feature(name)) {
    for (const FeatureId member : tables_->members[*feature]) {
      const auto& own = tables_->contents->sequences_of_class[member];
      phrases.insert(phrases.end(), own.begin(), own.end());
    }
  }
  return phrases;
}

std::vector<Code> Lexicon::codes_of_literal(std::string_view word, bool glued_only) const {
  return codes_of_class(literal_feature(has_capital(word) ? std::string(word) : folded(word)),
                        glued_only);
}

std::vector<Code> Lexicon::codes_of_choice(const std::vector<std::string>& classes,
                                           const std::vector<std::string>& literals,
                                           bool negated) const {
  std::set<std::uint32_t> chosen;
  const auto choose = [&](std::string_view name) {
    if (const auto feature = tables_->known_feature(name)) {
      const auto& symbols = tables_->contents->symbols_of_feature[*feature];
      chosen.insert(symbols.begin(), symbols.end());
    }
  };
  for (const std::string& name : classes) {
    choose(name);
    const auto mentions = tables_->mention_symbols(name);
    chosen.insert(mentions.begin(), mentions.end());
  }
  for (const std::string& word : literals) {
    choose(literal_feature(has_capital(word) ? word : folded(word)));
  }
  if (!negated) {
    return codes_of(chosen, false);
  }
  choose(k_sentence_mark);
  std::vector<std::uint32_t> others;
  for (std::uint32_t symbol = 0; symbol < tables_->symbol_count_with_mentions(); ++symbol) {
    if (!chosen.contains(symbol)) {
      others.push_back(symbol);
    }
  }
  return codes_of(others, false);
}

bool Lexicon::is_mention_class(std::string_view name) const {
  return !tables_->mention_symbols(name).empty();
}

std::vector<Code> Lexicon::codes_of_mention(std::string_view name, bool glued_only) const {
  return codes_of(tables_->mention_symbols(name), glued_only);
}

std::vector<Code> Lexicon::codes_of_gap(const std::vector<std::string>& kinds) const {
  std::vector<std::string> stops = kinds;
  stops.emplace_back(k_clause_end);
  return codes_of_choice(stops, {}, true);
}

}  // namespace tally
