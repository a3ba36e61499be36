// SPDX-License-Identifier: Apache-2.0
// Which of many patterns can match in a sentence, told in one pass over its tokens.
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <vector>

#include "rules/expression.h"
#include "rules/pattern.h"
#include "rules/position_automaton.h"

namespace tally {

// The patterns' position automaton, made deterministic as sentences ask for it: a token costs one
// look into a table, however many patterns there are. Thread-safe. Movable.
class PatternSet {
 public:
  PatternSet();
  // Patterns are numbered in their order. `mentions`: names of kinds mean mention tokens.
  PatternSet(std::span<const Expression* const> trees, const Lexicon& lexicon, bool mentions);
  ~PatternSet();
  PatternSet(PatternSet&&) noexcept;
  PatternSet& operator=(PatternSet&&) noexcept;

  // Numbers of the patterns that can match, ascending. None that does match is missing; a few may
  // not match, see PositionAutomaton.
  std::vector<std::size_t> candidates(std::span<const Code> codes) const;

  template <typename Archive>
  void fields(Archive& archive) {
    archive(automaton_);
  }

 private:
  class States;
  class Pool;

  std::unique_ptr<PositionAutomaton> automaton_;  // stays where it is when the set moves
  std::unique_ptr<Pool> pool_;
};

}  // namespace tally
