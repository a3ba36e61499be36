// SPDX-License-Identifier: Apache-2.0
#include "rules/lexicon.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/error.h"
#include "rules/lexicon_tables.h"
#include "rules/tokenizer.h"

namespace tally {
namespace {

void note_longest(std::vector<std::pair<std::uint32_t, std::size_t>>& longest,
                  std::uint32_t id,
                  std::size_t length) {
  for (auto& [known, most] : longest) {
    if (known == id) {
      most = std::max(most, length);
      return;
    }
  }
  longest.emplace_back(id, length);
}

// Most words are short and ASCII: they are folded without an allocation.
const WordSymbols* find_folded(const WordTable<WordSymbols>& words, std::string_view written) {
  std::array<char, 32> lower;
  if (written.size() > lower.size()) {
    return words.find(folded(written));
  }
  for (std::size_t i = 0; i < written.size(); ++i) {
    if (!is_ascii(static_cast<unsigned char>(written[i]))) {
      return words.find(folded(written));
    }
    lower[i] = lower_of_ascii(written[i]);
  }
  return words.find({lower.data(), written.size()});
}

}  // namespace

Lexicon::Lexicon() : Lexicon(Forms{}, {}, {}) {}

Lexicon::Lexicon(Forms forms,
                 const std::vector<LexiconClass>& classes,
                 const std::set<std::string>& literals)
    : tables_(std::make_unique<Tables>()) {
  tables_->tokenizer = Tokenizer(forms);
  tables_->forms = std::move(forms);
  build_tables(*tables_, classes, literals);
  tables_->hash_class_names();
}

Lexicon::Lexicon(std::unique_ptr<Tables> tables) : tables_(std::move(tables)) {
  tables_->tokenizer = Tokenizer(tables_->forms);
  tables_->hash_class_names();
}

void Lexicon::Tables::hash_class_names() {
  for (std::uint32_t number = 0; number < class_names.size(); ++number) {
    if (!classes_by_hash.add(hash_of(class_names[number]), number)) {
      throw Error(
          fmt::format("the class '{}' of the rule pack needs another name: its hash is taken",
                      class_names[number]));
    }
  }
}

Lexicon::~Lexicon() = default;
Lexicon::Lexicon(Lexicon&&) noexcept = default;
Lexicon& Lexicon::operator=(Lexicon&&) noexcept = default;

std::vector<Token> Lexicon::tokens_of(std::string_view text, Span span) const {
  const std::vector<RawToken> raw_tokens = tables_->tokenizer.tokens_of(text, span);
  std::vector<Token> tokens;
  tokens.reserve(raw_tokens.size());
  for (const RawToken& raw : raw_tokens) {
    tokens.push_back({.span = raw.span, .symbol = symbol_of(text, raw), .glued = raw.glued});
  }
  return tokens;
}

std::uint32_t Lexicon::symbol_of(std::string_view text, const RawToken& raw) const {
  const std::string_view written = slice(text, raw.span);
  if (raw.shape != Tokenizer::k_lower || has_capital(written)) {  // "kWh" begins in lower case
    if (const auto* exact = tables_->exact_words.find(written)) {
      return *exact;
    }
  }
  const auto* known = find_folded(tables_->folded_words, written);
  if (known == nullptr) {
    return tables_->unknown_of_shape[raw.shape];
  }
  const bool is_word = raw.shape <= Tokenizer::k_upper;
  const std::size_t free_dash = raw.shape == Tokenizer::k_dash ? 1 : 0;
  return known->at(is_word ? raw.shape - Tokenizer::k_lower : free_dash);
}

bool Lexicon::has_class(std::string_view name) const {
  return tables_->known_feature(name).has_value();
}

bool Lexicon::is(const Token& token, ClassName class_name) const {
  const auto feature = tables_->known_class(class_name);
  return feature && tables_->classes_of_symbol.test(token.symbol, *feature);
}

bool Lexicon::may_begin_phrase(const Token& token, ClassName class_name) const {
  const auto feature = tables_->known_class(class_name);
  return feature && tables_->begins_phrase.test(token.symbol, *feature);
}

bool Lexicon::may_end_phrase(const Token& token, ClassName class_name) const {
  const auto feature = tables_->known_class(class_name);
  return feature && tables_->ends_phrase.test(token.symbol, *feature);
}

std::optional<std::string_view> Lexicon::value(std::string_view folded_words,
                                               std::string_view exact_words,
                                               ClassName class_name) const {
  const auto feature = tables_->known_class(class_name);
  if (!feature) {
    return std::nullopt;
  }
  const auto members = tables_->members[*feature];
  for (const std::string_view key : {exact_words, folded_words}) {
    const auto* id = tables_->entry_ids.find(key);
    if (id == nullptr) {
      continue;
    }
    for (const EntryValue& entry : tables_->entries[*id]) {
      if (std::binary_search(members.begin(), members.end(), entry.of_class)) {
        return std::string_view(tables_->value_text).substr(entry.begin, entry.length);
      }
    }
  }
  return std::nullopt;
}

std::size_t Lexicon::longest_entry(ClassName class_name) const {
  const auto feature = tables_->known_class(class_name);
  return feature ? tables_->longest_entry[*feature] : 1;
}

void Lexicon::signs_at(const Words& words,
                       std::size_t i,
                       const std::function<void(std::string_view, std::size_t)>& found) const {
  const std::uint32_t symbol = words[i].symbol;
  std::vector<std::pair<std::uint32_t, std::size_t>> longest;
  for (const FeatureId id : tables_->signs_of_symbol[symbol]) {
    longest.emplace_back(id, 1);
  }
  for (const SignPhrase& phrase : tables_->phrases_of_symbol[symbol]) {
    const auto literals = tables_->phrase_words[phrase.words];
    std::size_t length = 0;
    while (length < literals.size() && i + length < words.size() &&
           tables_->has_feature(words[i + length].symbol, literals[length])) {
      ++length;
    }
    if (length == literals.size()) {
      note_longest(longest, phrase.of_class, length);
    }
  }
  for (const auto& [id, length] : longest) {
    found(tables_->class_names[id], length);
  }
}

std::string Lexicon::singular_of(std::string_view word) const {
  const Forms& forms = tables_->forms;
  if (const auto known = forms.irregular_singulars.find(word);
      known != forms.irregular_singulars.end()) {
    return known->second;
  }
  for (const auto& [ending, replacement] : forms.singular_endings) {
    if (word.size() > ending.size() && word.ends_with(ending)) {
      return std::string(word.substr(0, word.size() - ending.size())) + replacement;
    }
  }
  return std::string(word);
}

char Lexicon::decimal_mark() const { return tables_->forms.decimal_mark; }

bool Lexicon::day_first() const { return tables_->forms.day_first; }

bool Lexicon::noun_first() const { return tables_->forms.noun_first; }

std::vector<std::string> Lexicon::classes_of(const Token& token) const {
  std::vector<std::string> names;
  for (const FeatureId feature : tables_->features_of_symbol[token.symbol]) {
    if (feature < tables_->class_names.size()) {  // the others are literals
      names.push_back(tables_->class_names[feature]);
    }
  }
  return names;
}

}  // namespace tally
