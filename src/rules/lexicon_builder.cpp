// SPDX-License-Identifier: Apache-2.0
// Words and classes become symbols: every distinct set of classes is one.
#include <fmt/format.h>

#include <map>
#include <unordered_map>
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

// An entry with a value, before all of them are known.
struct Entry {
  FeatureId of_class = 0;
  std::string value;
};

// Builds the tables in the order that they depend on each other.
class Builder {
 public:
  Builder(Lexicon::Tables& tables, const std::vector<LexiconClass>& classes)
      : tables_(tables), classes_(classes) {}

  void build(const std::set<std::string>& literals);

 private:
  FeatureId feature(std::string_view name);
  void number_shapes_and_classes();
  void add_entry(const LexiconClass& of, const std::string& entry, const std::string& value);
  void add_literal(const std::string& word);
  void resolve_includes();
  void list_entries();
  void mark_classes();
  void mark_phrases();
  void mark_signs();
  void close_features(Features& features) const;
  void enumerate_symbols();
  std::uint32_t symbol_of(FeatureId shape, Features features);
  std::size_t shape_of_word(std::string_view word) const;
  const std::vector<std::uint32_t>& symbols_of(FeatureId feature) const {
    return contents_.symbols_of_feature[feature];
  }

  Lexicon::Tables& tables_;
  const std::vector<LexiconClass>& classes_;
  Lexicon::Tables::Contents contents_;
  std::unordered_map<std::string, FeatureId> feature_ids_;
  std::size_t class_count_ = 0;             // shapes and classes
  std::vector<Features> members_;           // of a class: itself and what it includes
  std::vector<Features> parents_;           // of a class: itself and what includes it
  std::map<std::string, Features> folded_;  // lower-case word: features
  std::map<std::string, Features> exact_;   // word with a capital: features
  std::map<std::string, std::vector<Entry>> entries_;
  std::map<std::pair<FeatureId, Features>, std::uint32_t> symbol_ids_;
  std::vector<Features> symbols_;
};

FeatureId Builder::feature(std::string_view name) {
  const auto [at, is_new] =
      feature_ids_.emplace(std::string(name), static_cast<FeatureId>(feature_ids_.size()));
  if (is_new) {
    tables_.feature_ids.add(name, at->second);
    contents_.sequences_of_class.emplace_back();
    tables_.longest_entry.push_back(1);
    members_.push_back({at->second});
  }
  return at->second;
}

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
  list_entries();
  mark_classes();
  mark_phrases();
  mark_signs();
  tables_.contents = std::move(contents_);
}

void Builder::list_entries() {
  for (const auto& [key, values] : entries_) {
    std::vector<EntryValue> list;
    for (const Entry& entry : values) {
      list.push_back({.of_class = entry.of_class,
                      .begin = static_cast<std::uint32_t>(tables_.value_text.size()),
                      .length = static_cast<std::uint32_t>(entry.value.size())});
      tables_.value_text += entry.value;
    }
    tables_.entry_ids.add(key, static_cast<std::uint32_t>(tables_.entries.size()));
    tables_.entries.add(list);
  }
}

void Builder::mark_classes() {
  tables_.symbol_count = static_cast<std::uint32_t>(symbols_.size());
  tables_.classes_of_symbol = BitTable(symbols_.size(), class_count_);
  contents_.symbols_of_feature.assign(feature_ids_.size(), {});
  for (std::uint32_t symbol = 0; symbol < symbols_.size(); ++symbol) {
    tables_.features_of_symbol.add(symbols_[symbol]);
    for (const FeatureId id : symbols_[symbol]) {
      contents_.symbols_of_feature[id].push_back(symbol);
      if (id < class_count_) {
        tables_.classes_of_symbol.set(symbol, id);
      }
    }
  }
}

// Classes with a role: their words, and their phrases by the symbol they begin with.
void Builder::mark_signs() {
  std::vector<std::vector<FeatureId>> signs(symbols_.size());
  std::vector<std::vector<SignPhrase>> phrases(symbols_.size());
  for (const LexiconClass& of : classes_) {
    if (!of.is_sign) {
      continue;
    }
    const FeatureId id = feature(of.name);
    for (const std::uint32_t symbol : symbols_of(id)) {
      signs[symbol].push_back(id);
    }
    for (const FeatureId member : members_[id]) {
      for (const auto& words : contents_.sequences_of_class[member]) {
        const auto number = static_cast<std::uint32_t>(tables_.phrase_words.size());
        std::vector<FeatureId> literals;
        for (const std::string& word : words) {
          literals.push_back(feature(literal_feature(word)));
        }
        tables_.phrase_words.add(literals);
        for (const std::uint32_t symbol : symbols_of(literals.front())) {
          phrases[symbol].push_back({.of_class = id, .words = number});
        }
      }
    }
  }
  for (std::size_t symbol = 0; symbol < symbols_.size(); ++symbol) {
    tables_.signs_of_symbol.add(signs[symbol]);
    tables_.phrases_of_symbol.add(phrases[symbol]);
  }
}

// So that a reader who asks for an entry at a token seldom has to compare words.
void Builder::mark_phrases() {
  tables_.begins_phrase = BitTable(symbols_.size(), class_count_);
  tables_.ends_phrase = BitTable(symbols_.size(), class_count_);
  const auto mark = [&](BitTable& marks, const std::string& word, FeatureId id) {
    for (const std::uint32_t symbol : symbols_of(feature(literal_feature(word)))) {
      marks.set(symbol, id);
    }
  };
  for (std::size_t number = 0; number < class_count_; ++number) {
    const auto id = static_cast<FeatureId>(number);
    for (const FeatureId member : members_[id]) {
      for (const auto& sequence : contents_.sequences_of_class[member]) {
        mark(tables_.begins_phrase, sequence.front(), id);
        mark(tables_.ends_phrase, sequence.back(), id);
      }
    }
    tables_.members.add(members_[id]);
  }
}

void Builder::number_shapes_and_classes() {
  for (const std::string& shape : tables_.tokenizer.shape_names()) {
    feature(shape);
  }
  for (const LexiconClass& of : classes_) {
    feature(of.name);
  }
  class_count_ = feature_ids_.size();
  tables_.class_names.resize(class_count_);
  for (const auto& [name, id] : feature_ids_) {
    tables_.class_names[id] = name;
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
  const FeatureId id = feature(of.name);
  const std::string key = exact ? joined(entry, tokens) : folded(joined(entry, tokens));
  entries_[key].push_back({id, value});
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
  tables_.longest_entry[id] =
      std::max(tables_.longest_entry[id], static_cast<std::uint32_t>(tokens.size()));
  contents_.sequences_of_class[id].push_back(std::move(sequence));
}

void Builder::add_literal(const std::string& word) {
  const FeatureId id = feature(literal_feature(has_capital(word) ? word : folded(word)));
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
      Features members = members_[feature(of.name)];
      for (const std::string& name : of.include) {
        for (const FeatureId id : members_[feature(name)]) {
          insert_sorted(members, id);
        }
      }
      Features& known = members_[feature(of.name)];
      grown = grown || members.size() != known.size();
      known = std::move(members);
    }
  }
  parents_.assign(feature_ids_.size(), {});
  for (const LexiconClass& of : classes_) {
    const FeatureId id = feature(of.name);
    for (const FeatureId member : members_[id]) {
      insert_sorted(parents_[member], id);
      tables_.longest_entry[id] =
          std::max(tables_.longest_entry[id], tables_.longest_entry[member]);
    }
  }
}

void Builder::close_features(Features& features) const {
  const Features own = features;
  for (const FeatureId id : own) {
    for (const FeatureId parent : parents_[id]) {
      insert_sorted(features, parent);
    }
  }
}

std::uint32_t Builder::symbol_of(FeatureId shape, Features features) {
  insert_sorted(features, shape);
  close_features(features);
  const auto next = static_cast<std::uint32_t>(symbols_.size());
  const auto [at, is_new] = symbol_ids_.emplace(std::pair{shape, features}, next);
  if (is_new) {
    symbols_.push_back(std::move(features));
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
    WordSymbols symbols{};
    for (std::size_t i = 0; i < symbols.size(); ++i) {
      // A hyphen that is an entry of its own is a dash where it stands free.
      const std::size_t first = shape == Tokenizer::k_dash ? Tokenizer::k_hyphen : shape;
      const bool varies = shape == Tokenizer::k_lower || shape == Tokenizer::k_dash;
      const std::size_t cased = varies ? std::min(first + i, last_form_of(shape)) : first;
      symbols.at(i) = symbol_of(static_cast<FeatureId>(cased), features);
    }
    tables_.folded_words.add(word, symbols);
  }
  for (const auto& [word, features] : exact_) {
    Features all = features;
    if (const auto lower = folded_.find(folded(word)); lower != folded_.end()) {
      for (const FeatureId id : lower->second) {
        insert_sorted(all, id);
      }
    }
    tables_.exact_words.add(word, symbol_of(static_cast<FeatureId>(shape_of_word(word)), all));
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
    if (text[at] >= 'a' && text[at] <= 'z') {
      ++at;
      continue;
    }
    const CodePoint point = code_point_at(text, at);
    if (is_upper(point.value)) {
      return true;
    }
    at += point.length;
  }
  return false;
}

}  // namespace tally
