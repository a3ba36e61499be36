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

// For every alternative of every pattern up to six sets of tokens of each of which it needs one.
// Asking costs a few words of bits a token, however many patterns there are.
class PatternIndex {
 public:
  PatternIndex() = default;
  // Patterns are numbered in their order. The alternatives of one (its branches, where its tree is
  // an alternation) are told apart.
  PatternIndex(std::span<const Expression* const> trees, const Lexicon& lexicon, bool mentions);
  // Numbers of the patterns that can match, ascending.
  std::vector<std::size_t> candidates(std::span<const Code> codes) const;

  template <typename Archive>
  void fields(Archive& archive) {
    archive(pattern_of_, words_, row_of_, rows_, free_);
  }

 private:
  using Word = std::uint64_t;

  std::vector<std::uint32_t> pattern_of_;  // of each alternative
  std::size_t words_ = 0;                  // of a bit for each set and alternative
  std::vector<std::uint32_t> row_of_;      // of each code; many share the first row, which is empty
  std::vector<Word> rows_;                 // `words_` each: the sets that a code is in
  std::vector<Word> free_;                 // the sets that nothing has to be in
};

}  // namespace tally
