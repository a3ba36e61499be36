// SPDX-License-Identifier: Apache-2.0
#include "rules/lexicon.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "rules/tokenizer.h"

namespace tally {
namespace {

using FeatureId = std::uint16_t;
using Features = std::vector<FeatureId>;  // sorted

constexpr char32_t k_first_rune = 1;

constexpr std::array k_manners = {"point", "range", "vague", "relative"};
constexpr std::string_view k_clause_end = "clause_end";

void insert_sorted(Features& features, FeatureId feature) {
  const auto at = std::lower_bound(features.begin(), features.end(), feature);
  if (at == features.end() || *at != feature) {
    features.insert(at, feature);
  }
}

// A literal and a class may share a name, so literals are kept apart by a mark no class name has.
std::string literal_feature(std::string_view word) { return fmt::format("={}", word); }

bool has_capital(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    if (is_upper(point.value)) {
      return true;
    }
    at += point.length;
  }
  return false;
}

std::string joined(std::string_view text, const std::vector<RawToken>& tokens) {
  std::string out;
  for (const RawToken& token : tokens) {
    if (!out.empty()) {
      out.push_back(' ');
    }
    out.append(slice(text, token.span));
  }
  return out;
}

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

}  // namespace

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
  std::unordered_map<std::string, std::vector<Phrase>> phrases;  // by first word, folded
  std::vector<std::size_t> longest_entry;
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
    const auto* const at = std::find(k_manners.begin(), k_manners.end(), manner);
    return static_cast<std::uint32_t>(symbols.size()) +
           static_cast<std::uint32_t>(kind) * static_cast<std::uint32_t>(k_manners.size()) +
           static_cast<std::uint32_t>(at - k_manners.begin());
  }

  std::uint32_t symbol_count_with_mentions() const {
    return static_cast<std::uint32_t>(symbols.size()) +
           (static_cast<std::uint32_t>(Kind::other) + 1) *
               static_cast<std::uint32_t>(k_manners.size());
  }

  static void append_runes(std::uint32_t symbol, bool glued_only, std::vector<char32_t>& runes) {
    if (!glued_only) {
      runes.push_back(k_first_rune + 2 * symbol);
    }
    runes.push_back(k_first_rune + 2 * symbol + 1);
  }

  std::vector<std::uint32_t> mention_symbols(std::string_view name) const {
    const std::size_t dot = name.find('.');
    const auto kind = kind_named(name.substr(0, dot));
    std::vector<std::uint32_t> out;
    if (!kind) {
      return out;
    }
    for (const char* manner : k_manners) {
      if (dot == std::string_view::npos || name.substr(dot + 1) == manner) {
        out.push_back(mention_symbol(*kind, manner));
      }
    }
    return out;
  }
};

namespace {

// Builds the tables in the order that they depend on each other.
class Builder {
 public:
  Builder(Lexicon::Tables& tables, const std::vector<LexiconClass>& classes)
      : tables_(tables), classes_(classes) {}

  void build(const std::set<std::string>& literals);

 private:
  struct WordFeatures {
    Features folded;
    Features exact;
  };

  void number_shapes_and_classes();
  void add_entry(const LexiconClass& of, const std::string& entry, const std::string& value);
  void add_literal(const std::string& word);
  void resolve_includes();
  void close_features(Features& features) const;
  void enumerate_symbols();
  std::uint32_t symbol_of(FeatureId shape, Features features);
  void sort_symbols();
  std::size_t shape_of_word(std::string_view word) const;

  Lexicon::Tables& tables_;
  const std::vector<LexiconClass>& classes_;
  std::map<std::string, Features> folded_;  // lower-case word: features
  std::map<std::string, Features> exact_;   // word with a capital: features
  std::map<std::pair<FeatureId, Features>, std::uint32_t> symbol_ids_;
};

void Builder::build(const std::set<std::string>& literals) {
  number_shapes_and_classes();
  for (const LexiconClass& of : classes_) {
    for (const auto& [entry, value] : of.entries) {
      add_entry(of, entry, value);
    }
  }
  for (const std::string& literal : literals) {
    add_literal(literal);
  }
  resolve_includes();
  enumerate_symbols();
  sort_symbols();
  tables_.symbols_of_feature.assign(tables_.feature_names.size(), {});
  for (std::uint32_t symbol = 0; symbol < tables_.symbols.size(); ++symbol) {
    for (const FeatureId feature : tables_.symbols[symbol].features) {
      tables_.symbols_of_feature[feature].push_back(symbol);
    }
  }
  for (const auto& [name, id] : tables_.feature_ids) {
    tables_.feature_lookup.emplace(name, id);
  }
}

void Builder::number_shapes_and_classes() {
  for (const std::string& shape : tables_.tokenizer.shape_names()) {
    tables_.feature(shape);
  }
  for (const LexiconClass& of : classes_) {
    tables_.feature(of.name);
  }
}

std::size_t Builder::shape_of_word(std::string_view word) const {
  const auto tokens = tables_.tokenizer.tokens_of(word, {0, word.size()});
  return tokens.empty() ? 0 : tokens.front().shape;
}

void Builder::add_entry(const LexiconClass& of, const std::string& entry,
                        const std::string& value) {
  const bool exact = has_capital(entry);
  const auto tokens = tables_.tokenizer.tokens_of(entry, {0, entry.size()});
  if (tokens.empty()) {
    return;
  }
  const FeatureId id = tables_.feature(of.name);
  const std::string key = exact ? joined(entry, tokens) : folded(joined(entry, tokens));
  tables_.values[key].push_back({id, value});
  if (tokens.size() == 1) {
    insert_sorted((exact ? exact_ : folded_)[key], id);
    return;
  }
  std::vector<std::string> sequence;
  for (const RawToken& token : tokens) {
    const std::string_view written = slice(entry, token.span);
    sequence.push_back(has_capital(written) ? std::string(written) : folded(written));
    add_literal(sequence.back());
  }
  tables_.longest_entry[id] = std::max(tables_.longest_entry[id], tokens.size());
  tables_.phrases[folded(sequence.front())].push_back({.words = sequence, .of_class = id});
  tables_.sequences_of_class[id].push_back(std::move(sequence));
}

void Builder::add_literal(const std::string& word) {
  const FeatureId id = tables_.feature(literal_feature(has_capital(word) ? word : folded(word)));
  if (has_capital(word)) {
    insert_sorted(exact_[word], id);
  } else {
    insert_sorted(folded_[folded(word)], id);
  }
}

// members[c]: c and all it includes, by repeated widening (the loader has refused cycles; with one
// left the sets only stop growing). Parents are the same relation read backwards.
void Builder::resolve_includes() {
  bool grown = true;
  while (grown) {
    grown = false;
    for (const LexiconClass& of : classes_) {
      auto& members = tables_.members[tables_.feature(of.name)];
      const std::size_t before = members.size();
      for (const std::string& name : of.include) {
        const std::vector<FeatureId> inner = tables_.members[tables_.feature(name)];
        for (const FeatureId id : inner) {
          insert_sorted(members, id);
        }
      }
      grown = grown || members.size() != before;
    }
  }
  tables_.parents.assign(tables_.feature_names.size(), {});
  for (const LexiconClass& of : classes_) {
    const FeatureId id = tables_.feature(of.name);
    for (const FeatureId member : tables_.members[id]) {
      insert_sorted(tables_.parents[member], id);
      tables_.longest_entry[id] = std::max(tables_.longest_entry[id], tables_.longest_entry[member]);
    }
  }
}

void Builder::close_features(Features& features) const {
  const Features own = features;
  for (const FeatureId id : own) {
    for (const FeatureId parent : tables_.parents[id]) {
      insert_sorted(features, parent);
    }
  }
}

std::uint32_t Builder::symbol_of(FeatureId shape, Features features) {
  insert_sorted(features, shape);
  close_features(features);
  const auto next = static_cast<std::uint32_t>(tables_.symbols.size());
  const auto [at, is_new] = symbol_ids_.emplace(std::pair{shape, features}, next);
  if (is_new) {
    tables_.symbols.push_back({.shape = shape, .features = features});
  }
  return at->second;
}

// The last of the shapes that one entry may take: upper case for words, dash for hyphens.
std::size_t last_form_of(std::size_t shape) {
  return shape == Tokenizer::k_lower ? Tokenizer::k_upper : Tokenizer::k_dash;
}

void Builder::enumerate_symbols() {
  const std::size_t shape_count = tables_.tokenizer.shape_names().size();
  for (std::size_t shape = 0; shape < shape_count; ++shape) {
    tables_.unknown_of_shape.push_back(symbol_of(static_cast<FeatureId>(shape), {}));
  }
  for (const auto& [word, features] : folded_) {
    const std::size_t shape = shape_of_word(word);
    WordSymbols symbols;
    for (std::size_t i = 0; i < symbols.by_case.size(); ++i) {
      // A hyphen that is an entry of its own is a dash where it stands free.
      const std::size_t first = shape == Tokenizer::k_dash ? Tokenizer::k_hyphen : shape;
      const bool varies = shape == Tokenizer::k_lower || shape == Tokenizer::k_dash;
      const std::size_t cased = varies ? std::min(first + i, last_form_of(shape)) : first;
      symbols.by_case.at(i) = symbol_of(static_cast<FeatureId>(cased), features);
    }
    tables_.folded_words.emplace(word, symbols);
  }
  for (const auto& [word, features] : exact_) {
    Features all = features;
    if (const auto lower = folded_.find(folded(word)); lower != folded_.end()) {
      for (const FeatureId id : lower->second) {
        insert_sorted(all, id);
      }
    }
    tables_.exact_words.emplace(word, symbol_of(static_cast<FeatureId>(shape_of_word(word)), all));
  }
}

// Symbols are ordered by shape, then by their largest classes, so that large classes become few
// ranges of runes: scattered ones cost RE2 ten times the instructions.
void Builder::sort_symbols() {
  std::vector<std::size_t> size_of(tables_.feature_names.size(), 0);
  for (const Symbol& symbol : tables_.symbols) {
    for (const FeatureId id : symbol.features) {
      ++size_of[id];
    }
  }
  const auto key_of = [&](const Symbol& symbol) {
    Features key = symbol.features;
    std::sort(key.begin(), key.end(), [&](FeatureId a, FeatureId b) {
      return size_of[a] != size_of[b] ? size_of[a] > size_of[b] : a < b;
    });
    return key;
  };
  std::vector<std::uint32_t> order(tables_.symbols.size());
  std::vector<Features> keys;
  for (std::uint32_t i = 0; i < order.size(); ++i) {
    order[i] = i;
    keys.push_back(key_of(tables_.symbols[i]));
  }
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    const FeatureId shape_a = tables_.symbols[a].shape;
    const FeatureId shape_b = tables_.symbols[b].shape;
    return shape_a != shape_b ? shape_a < shape_b : keys[a] < keys[b];
  });
  std::vector<std::uint32_t> new_id(order.size());
  std::vector<Symbol> sorted;
  for (std::uint32_t i = 0; i < order.size(); ++i) {
    new_id[order[i]] = i;
    sorted.push_back(std::move(tables_.symbols[order[i]]));
  }
  tables_.symbols = std::move(sorted);
  for (auto& symbol : tables_.unknown_of_shape) {
    symbol = new_id[symbol];
  }
  for (auto& [word, symbols] : tables_.folded_words) {
    for (auto& symbol : symbols.by_case) {
      symbol = new_id[symbol];
    }
  }
  for (auto& [word, symbol] : tables_.exact_words) {
    symbol = new_id[symbol];
  }
}

}  // namespace

Lexicon::Lexicon() : Lexicon(Forms{}, {}, {}) {}

Lexicon::Lexicon(Forms forms, std::vector<LexiconClass> classes,
                 const std::set<std::string>& literals)
    : tables_(std::make_unique<Tables>()) {
  tables_->tokenizer = Tokenizer(forms);
  tables_->forms = std::move(forms);
  Builder(*tables_, classes).build(literals);
}

Lexicon::~Lexicon() = default;
Lexicon::Lexicon(Lexicon&&) noexcept = default;
Lexicon& Lexicon::operator=(Lexicon&&) noexcept = default;

std::vector<Token> Lexicon::tokens_of(std::string_view text, Span span) const {
  std::vector<Token> tokens;
  for (const RawToken& raw : tables_->tokenizer.tokens_of(text, span)) {
    tokens.push_back({.span = raw.span, .symbol = symbol_of(text, raw), .glued = raw.glued});
  }
  return tokens;
}

std::uint32_t Lexicon::symbol_of(std::string_view text, const RawToken& raw) const {
  const std::string written(slice(text, raw.span));
  if (raw.shape != Tokenizer::k_lower || has_capital(written)) {  // "kWh" begins in lower case
    if (const auto exact = tables_->exact_words.find(written); exact != tables_->exact_words.end()) {
      return exact->second;
    }
  }
  const auto known = tables_->folded_words.find(folded(written));
  if (known == tables_->folded_words.end()) {
    return tables_->unknown_of_shape[raw.shape];
  }
  const bool is_word = raw.shape <= Tokenizer::k_upper;
  const std::size_t free_dash = raw.shape == Tokenizer::k_dash ? 1 : 0;
  return known->second.by_case.at(is_word ? raw.shape - Tokenizer::k_lower : free_dash);
}

bool Lexicon::has_class(std::string_view name) const {
  return tables_->known_feature(name).has_value();
}

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

char32_t Lexicon::rune_of(const Token& token) const {
  return k_first_rune + 2 * token.symbol + (token.glued ? 1 : 0);
}

char32_t Lexicon::rune_of_mention(Kind kind, std::string_view manner, bool glued) const {
  return k_first_rune + 2 * tables_->mention_symbol(kind, manner) + (glued ? 1 : 0);
}

bool Lexicon::is(const Token& token, std::string_view class_name) const {
  const auto feature = tables_->known_feature(class_name);
  if (!feature) {
    return false;
  }
  const Features& features = tables_->symbols[token.symbol].features;
  return std::binary_search(features.begin(), features.end(), *feature);
}

std::optional<std::string_view> Lexicon::value(std::string_view folded_words,
                                               std::string_view exact_words,
                                               std::string_view class_name) const {
  const auto feature = tables_->known_feature(class_name);
  if (!feature) {
    return std::nullopt;
  }
  const auto& members = tables_->members[*feature];
  for (const std::string_view key : {exact_words, folded_words}) {
    const auto found = tables_->values.find(std::string(key));
    if (found == tables_->values.end()) {
      continue;
    }
    for (const EntryValue& entry : found->second) {
      if (std::binary_search(members.begin(), members.end(), entry.of_class)) {
        return entry.value;
      }
    }
  }
  return std::nullopt;
}

std::size_t Lexicon::longest_entry(std::string_view class_name) const {
  const auto feature = tables_->known_feature(class_name);
  return feature ? tables_->longest_entry[*feature] : 1;
}

std::vector<Lexicon::Entry> Lexicon::entries_at(const Words& words, std::size_t i) const {
  std::map<FeatureId, std::size_t> lengths;
  for (const FeatureId feature : tables_->symbols[words[i].symbol].features) {
    lengths[feature] = 1;
  }
  const auto phrases = tables_->phrases.find(words.folded(i));
  if (phrases != tables_->phrases.end()) {
    for (const Phrase& phrase : phrases->second) {
      bool fits = i + phrase.words.size() <= words.size();
      for (std::size_t k = 0; fits && k < phrase.words.size(); ++k) {
        const std::string& word = phrase.words[k];
        fits = has_capital(word) ? words.text(i + k) == word : words.folded(i + k) == word;
      }
      for (const FeatureId id : fits ? tables_->parents[phrase.of_class] : Features{}) {
        lengths[id] = std::max(lengths[id], phrase.words.size());
      }
    }
  }
  std::vector<Entry> entries;
  for (const auto& [feature, length] : lengths) {
    if (tables_->feature_names[feature].front() != '=') {
      entries.push_back({.class_name = tables_->feature_names[feature], .length = length});
    }
  }
  return entries;
}

std::string Lexicon::singular_of(std::string_view word) const {
  const Forms& forms = tables_->forms;
  if (const auto known = forms.irregular_singulars.find(std::string(word));
      known != forms.irregular_singulars.end()) {
    return known->second;
  }
  for (const auto& [ending, replacement] : forms.singular_endings) {
    if (word.size() > ending.size() && word.ends_with(ending)) {
      return fmt::format("{}{}", word.substr(0, word.size() - ending.size()), replacement);
    }
  }
  return std::string(word);
}

std::vector<std::string> Lexicon::classes_of(const Token& token) const {
  std::vector<std::string> names;
  for (const FeatureId feature : tables_->symbols[token.symbol].features) {
    const std::string& name = tables_->feature_names[feature];
    if (name.front() != '=') {
      names.push_back(name);
    }
  }
  return names;
}

}  // namespace tally
