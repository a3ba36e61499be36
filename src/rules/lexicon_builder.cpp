// SPDX-License-Identifier: Apache-2.0
// Words and classes become symbols: every distinct set of classes is one.
#include <fmt/format.h>

#include <utility>

#include "rules/lexicon_tables.h"

namespace tally {
namespace {

void insert_sorted(Features& features, FeatureId feature) {
  const auto at = std::lower_bound(features.begin(), features.end(), feature);
  if (at == features.end() || *at != feature) {
    features.insert(at, feature);
  }
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
  void mark_phrases();
  void mark_signs();
  void close_features(Features& features) const;
  void enumerate_symbols();
  std::uint32_t symbol_of(FeatureId shape, Features features);
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
  tables_.symbols_of_feature.assign(tables_.feature_names.size(), {});
  for (std::uint32_t symbol = 0; symbol < tables_.symbols.size(); ++symbol) {
    for (const FeatureId feature : tables_.symbols[symbol].features) {
      tables_.symbols_of_feature[feature].push_back(symbol);
    }
  }
  for (const auto& [name, id] : tables_.feature_ids) {
    tables_.feature_lookup.emplace(name, id);
  }
  mark_phrases();
  mark_signs();
}

void Builder::mark_signs() {
  tables_.signs_of_symbol.resize(tables_.symbols.size());
  tables_.begins_sign.assign(tables_.symbols.size(), false);
  for (const LexiconClass& of : classes_) {
    if (!of.is_sign) {
      continue;
    }
    const FeatureId id = tables_.feature(of.name);
    for (const std::uint32_t symbol : tables_.symbols_of_feature[id]) {
      tables_.signs_of_symbol[symbol].push_back(id);
    }
    for (const FeatureId member : tables_.members[id]) {
      for (const auto& words : tables_.sequences_of_class[member]) {
        tables_.sign_phrases[folded(words.front())].push_back({.words = words, .of_class = id});
      }
    }
    for (std::uint32_t symbol = 0; symbol < tables_.begins_phrase[id].size(); ++symbol) {
      tables_.begins_sign[symbol] =
          tables_.begins_sign[symbol] || tables_.begins_phrase[id][symbol];
    }
  }
}

// So that a reader who asks for an entry at a token seldom has to compare words.
void Builder::mark_phrases() {
  const std::size_t features = tables_.feature_names.size();
  const std::size_t symbols = tables_.symbols.size();
  tables_.begins_phrase.resize(features);
  tables_.ends_phrase.resize(features);
  tables_.has_symbol.assign(features, std::vector<bool>(symbols, false));
  for (std::size_t id = 0; id < features; ++id) {
    for (const std::uint32_t symbol : tables_.symbols_of_feature[id]) {
      tables_.has_symbol[id][symbol] = true;
    }
  }
  const auto mark = [&](std::vector<bool>& marks, const std::string& word) {
    marks.resize(symbols, false);
    for (const std::uint32_t symbol :
         tables_.symbols_of_feature[tables_.feature(literal_feature(word))]) {
      marks[symbol] = true;
    }
  };
  for (std::size_t id = 0; id < features; ++id) {
    for (const FeatureId member : tables_.members[id]) {
      for (const auto& sequence : tables_.sequences_of_class[member]) {
        mark(tables_.begins_phrase[id], sequence.front());
        mark(tables_.ends_phrase[id], sequence.back());
      }
    }
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

void Builder::add_entry(const LexiconClass& of,
                        const std::string& entry,
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
      tables_.longest_entry[id] =
          std::max(tables_.longest_entry[id], tables_.longest_entry[member]);
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

}  // namespace

void build_tables(Lexicon::Tables& tables,
                  const std::vector<LexiconClass>& classes,
                  const std::set<std::string>& literals) {
  Builder(tables, classes).build(literals);
}

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

}  // namespace tally
