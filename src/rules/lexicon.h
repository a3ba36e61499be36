// SPDX-License-Identifier: Apache-2.0
// The words of a language and the classes they are in; every distinct set of classes is one symbol.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/text.h"
#include "model/value.h"
#include "rules/tokenizer.h"
#include "rules/words.h"

namespace tally {

// `[class.NAME]` of a lexicon file.
struct LexiconClass {
  std::string name;
  // The entries as written with their value ("" where the class is a plain list). Lower-case
  // entries match any case, an entry with a capital only as written.
  std::vector<std::pair<std::string, std::string>> entries;
  std::vector<std::string> include;  // classes and shapes whose members are members too
  bool is_sign = false;  // has a role: a head, a predicate or a cue, looked for in every sentence
};

class Lexicon {
 public:
  struct Tables;

  Lexicon();
  // `literals`: words and punctuation marks that patterns name by themselves.
  Lexicon(Forms forms,
          const std::vector<LexiconClass>& classes,
          const std::set<std::string>& literals);
  // Tables as they were built before, without the contents of classes: no pattern can be compiled
  // against them.
  explicit Lexicon(std::unique_ptr<Tables> tables);
  ~Lexicon();
  Lexicon(Lexicon&&) noexcept;
  Lexicon& operator=(Lexicon&&) noexcept;

  // Tokens of text[span]; offsets count from the beginning of `text`.
  std::vector<Token> tokens_of(std::string_view text, Span span) const;

  Tables& tables() { return *tables_; }

  // --- for patterns
  bool has_class(std::string_view name) const;
  // One token is 2 * symbol, plus 1 when it is glued to the one before. Symbols of mentions come
  // behind those of words. All sets of codes are sorted.
  std::size_t code_count() const;
  Code code_of(const Token& token) const { return 2 * token.symbol + (token.glued ? 1 : 0); }
  // Manner: point, range, vague or relative.
  Code code_of_mention(Kind kind, std::string_view manner, bool glued) const;

  // Tokens in the class by themselves; `glued_only`: without white space before them.
  std::vector<Code> codes_of_class(std::string_view name, bool glued_only) const;
  // The entries of several words of the class and of what it includes, word by word.
  std::vector<std::vector<std::string>> phrases_of(std::string_view name) const;
  std::vector<Code> codes_of_literal(std::string_view word, bool glued_only) const;
  // Tokens in / not in any of the classes, kinds of mentions and literals; sentence marks are never
  // "not in". Entries of several words cannot be told from one token and are left out.
  std::vector<Code> codes_of_choice(const std::vector<std::string>& classes,
                                    const std::vector<std::string>& literals,
                                    bool negated) const;
  // A mention: by kind name ("money"), or kind and manner ("date.relative").
  bool is_mention_class(std::string_view name) const;
  std::vector<Code> codes_of_mention(std::string_view name, bool glued_only) const;
  // What a gap may take: anything but mentions of `kinds` and what ends a clause ("clause_end").
  std::vector<Code> codes_of_gap(const std::vector<std::string>& kinds) const;

  // --- for readers; see Words
  bool is(const Token& token, ClassName class_name) const;
  // Can an entry of several words of the class begin / end with the token?
  bool may_begin_phrase(const Token& token, ClassName class_name) const;
  bool may_end_phrase(const Token& token, ClassName class_name) const;
  std::optional<std::string_view> value(std::string_view folded_words,
                                        std::string_view exact_words,
                                        ClassName class_name) const;
  std::size_t longest_entry(ClassName class_name) const;  // in tokens
  std::vector<std::string> classes_of(const Token& token) const;
  // Calls `found(class_name, length)` for each class with a role that has an entry beginning at
  // token i of `words`, with the length of the longest one in tokens. The name lives as long as the
  // lexicon.
  void signs_at(const Words& words,
                std::size_t i,
                const std::function<void(std::string_view, std::size_t)>& found) const;
  // The singular of a lower-case noun by the endings of forms.toml; the word itself where none
  // fits.
  std::string singular_of(std::string_view word) const;
  char decimal_mark() const;  // '.' or ','
  bool day_first() const;     // of dates in figures
  bool noun_first() const;    // adjectives follow their noun

 private:
  std::uint32_t symbol_of(std::string_view text, const RawToken& raw) const;

  std::unique_ptr<Tables> tables_;
};

}  // namespace tally
