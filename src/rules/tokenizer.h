// SPDX-License-Identifier: Apache-2.0
// Text into tokens: shapes first, then words, numbers and single marks.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/text.h"
#include "rules/pattern.h"

namespace tally {

// `[[shape]]` of forms.toml: a chunk of text recognised by its characters, tried in order.
struct ShapeRule {
  std::string name;
  std::string pattern;  // RE2, anchored at the chunk's place
};

// How a language's text falls into tokens (forms.toml).
struct Forms {
  std::vector<ShapeRule> shapes;
  std::vector<std::string> suffix_clitics;  // "'s"
  std::vector<std::string> prefix_clitics;  // "l'"
  // Endings of plurals and what the singular has in their place, the first that fits counts; and
  // the plurals that no ending explains.
  std::vector<std::pair<std::string, std::string>> singular_endings;
  std::map<std::string, std::string, std::less<>> irregular_singulars;
  char decimal_mark = '.';  // "2.5" or "2,5"; the other of the two marks groups of thousands
  bool day_first = false;   // 3/4/2024 is the third of April
  bool noun_first = false;  // adjectives follow their noun
};

struct RawToken {
  Span span;
  std::size_t shape = 0;  // index into Tokenizer::shape_names
  bool glued = false;     // no white space between the token before and this one
};

// Every token has one shape. The first ones are built in:
//   lower, capital, upper (two capitals or more)   words
//   digits_other    digits that no shape of the pack takes
//   stop            . ! ? and the ellipsis
//   hyphen, dash    "-" and its kin, tight before the next token or free-standing
//   mark            any other character
class Tokenizer {
 public:
  static constexpr std::size_t k_lower = 0;
  static constexpr std::size_t k_capital = 1;
  static constexpr std::size_t k_upper = 2;
  static constexpr std::size_t k_digits_other = 3;
  static constexpr std::size_t k_stop = 4;
  static constexpr std::size_t k_hyphen = 5;
  static constexpr std::size_t k_dash = 6;
  static constexpr std::size_t k_mark = 7;
  static constexpr std::size_t k_built_in = 8;

  Tokenizer() : Tokenizer(Forms{}) {}
  explicit Tokenizer(Forms forms);

  const std::vector<std::string>& shape_names() const { return shape_names_; }
  // Tokens of text[span], in order; they cover all but white space.
  std::vector<RawToken> tokens_of(std::string_view text, Span span) const;

 private:
  std::vector<std::string> shape_names_;
  std::vector<std::string> suffix_clitics_;  // folded
  std::vector<std::string> prefix_clitics_;
  ShapeMatcher shapes_;
};

}  // namespace tally
