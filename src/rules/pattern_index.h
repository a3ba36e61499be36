// SPDX-License-Identifier: Apache-2.0
// Which patterns can match in a sentence at all, told by the tokens that they need.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "rules/expression.h"
#include "rules/pattern.h"

namespace tally {

// For every alternative of every pattern up to three sets of tokens of each of which it needs one.
// Asking costs a few words of bits a token, however many patterns there are.
class PatternIndex {
 public:
  // Adds a pattern, all of whose alternatives (its branches, where its tree is an alternation) are
  // told apart. Patterns are numbered in the order they are added.
  void add(const Expression& tree, const Lexicon& lexicon, bool mentions);
  // Numbers of the patterns that can match, ascending.
  std::vector<std::size_t> candidates(std::span<const Code> codes) const;

 private:
  static constexpr std::size_t k_sets = 3;
  using Word = std::uint64_t;

  void add_alternative(const Expression& tree, const Lexicon& lexicon, bool mentions);

  std::size_t patterns_ = 0;
  std::vector<std::size_t> pattern_of_;  // of each alternative
  // One row for each set and code: a bit an alternative. Rows grow as alternatives are added.
  std::vector<std::vector<Word>> rows_[k_sets];
  std::vector<Word> free_[k_sets];  // alternatives that have no such set
};

}  // namespace tally
