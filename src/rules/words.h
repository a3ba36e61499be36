// SPDX-License-Identifier: Apache-2.0
// Tokens of a sentence and the questions a reader asks of them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "rules/class_name.h"

namespace tally {

class Lexicon;

// One token. `symbol` stands for its shape and its set of classes (see lexicon.h).
struct Token {
  Span span;  // bytes in Document::text
  std::uint32_t symbol = 0;
  bool glued = false;  // no white space between the token before and this one
};

// Half-open range of token indices.
struct Range {
  std::size_t begin = 0;
  std::size_t end = 0;

  std::size_t size() const { return end - begin; }
  bool empty() const { return begin == end; }
  friend bool operator==(const Range&, const Range&) = default;
};

// The tokens of one sentence with their text and the lexicon behind them. A view: the text, the
// tokens and the lexicon must outlive it. Indices count the tokens of the sentence; asking beyond
// the last one is allowed and answers "no", so that a reader may look around without a check.
class Words {
 public:
  Words(std::string_view text, const std::vector<Token>& tokens, const Lexicon& lexicon)
      : text_(text), tokens_(&tokens), lexicon_(&lexicon) {}

  std::size_t size() const { return tokens_->size(); }
  const Token& operator[](std::size_t i) const { return (*tokens_)[i]; }
  std::string_view text(std::size_t i) const;  // as written; empty beyond the end
  std::string folded(std::size_t i) const;     // lower case
  std::string_view document() const { return text_; }

  // Is token i in the class (a lexicon class, a shape such as "capital" or "digits")?
  bool is(std::size_t i, ClassName class_name) const;
  bool glued(std::size_t i) const;
  // Does token i, longer than the ending, end in an entry of the class (two to four bytes)?
  bool has_ending(std::size_t i, ClassName class_name) const;

  // The value that `[class.NAME] values` gives the entry written in the range ("dec." in month is
  // 12). Nothing when the range is no entry of the class.
  std::optional<double> number(Range range, ClassName class_name) const;
  std::optional<std::string_view> value(Range range, ClassName class_name) const;
  std::optional<double> number(std::size_t i, ClassName class_name) const {
    return number(Range{i, i + 1}, class_name);
  }
  std::optional<std::string_view> value(std::size_t i, ClassName class_name) const {
    return value(Range{i, i + 1}, class_name);
  }

  // The longest entry of the class that begins at token i / ends just before it: its length in
  // tokens, 0 when there is none.
  std::size_t entry_at(std::size_t i, ClassName class_name) const;
  std::size_t entry_before(std::size_t i, ClassName class_name) const;

  // Bytes of the document from the first to the last token of a range that is not empty.
  Span span(Range range) const {
    return {(*tokens_)[range.begin].span.begin, (*tokens_)[range.end - 1].span.end};
  }
  std::string_view text(Range range) const {
    return range.empty() ? std::string_view{} : slice(text_, span(range));
  }

  const Lexicon& lexicon() const { return *lexicon_; }

 private:
  std::string_view text_;
  const std::vector<Token>* tokens_;
  const Lexicon* lexicon_;
};

}  // namespace tally
