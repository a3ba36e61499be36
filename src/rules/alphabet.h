// SPDX-License-Identifier: Apache-2.0
// A pattern's tree written as RE2 over the pattern's own small alphabet.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "rules/expression.h"
#include "rules/pattern.h"

namespace tally {

// `rune_of[code]` is the rune of a token: codes that no part of the pattern tells apart share one.
// Runes count from 1; those that the pattern never names are 1.
struct RuneExpression {
  std::string re2;
  std::vector<std::string> names;  // of RE2's groups in order; "" names a gap
  std::vector<char32_t> rune_of;
};
RuneExpression rune_expression(const Expression& tree, const Lexicon& lexicon, bool mentions);

// Reports the first class that neither the lexicon nor (with `mentions`) the kinds know. Throws
// PatternFault.
void check_classes(const Expression& tree, const Lexicon& lexicon, bool mentions);

// Sets of codes of each of which a match must hold at least one token, smallest first.
std::vector<std::vector<Code>> required_codes(const Expression& tree,
                                              const Lexicon& lexicon,
                                              bool mentions);

}  // namespace tally
