// SPDX-License-Identifier: Apache-2.0
// A pattern's tree written as RE2 over the pattern's own small alphabet.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "rules/expression.h"
#include "rules/pattern.h"

namespace tally {

RuneExpression rune_expression(const Expression& tree, const Lexicon& lexicon, bool mentions);

// Reports the first class that neither the lexicon nor (with `mentions`) the kinds know. Throws
// PatternFault.
void check_classes(const Expression& tree, const Lexicon& lexicon, bool mentions);

}  // namespace tally
