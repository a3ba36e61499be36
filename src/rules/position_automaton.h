// SPDX-License-Identifier: Apache-2.0
// Many patterns as one nondeterministic automaton over tokens, without empty transitions: each
// state is a leaf of a tree (Glushkov's automaton).
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "rules/expression.h"
#include "rules/flat.h"
#include "rules/pattern.h"

namespace tally {

// It accepts all that the patterns match and may accept a little more: the words of an entry of
// several words may come from different entries, a repeat may go on beyond its end, and `~` is
// forgotten behind a part that may be absent.
class PositionAutomaton {
 public:
  using Position = std::uint32_t;
  using Row = std::uint32_t;  // codes that no leaf tells apart
  static constexpr std::uint32_t k_none = 0xFFFFFFFFU;

  PositionAutomaton() = default;
  // Patterns are numbered in their order. `mentions`: names of kinds mean mention tokens.
  PositionAutomaton(std::span<const Expression* const> trees,
                    const Lexicon& lexicon,
                    bool mentions);

  std::size_t pattern_count() const { return pattern_count_; }
  Row row_of(Code code) const { return row_of_[code]; }
  // Positions that a match may begin with, behind a token of the row. Sorted, no one twice; so are
  // those below.
  std::span<const Position> begins(Row row) const { return begins_of_row_[row]; }
  // Positions that may come after this one, behind any token.
  std::span<const Position> follows(Position position) const { return follows_[position]; }
  bool takes(Position position, Row row) const { return rows_.test(row, set_of_[position]); }
  // The pattern that has matched when the position is reached, or k_none.
  std::uint32_t accepted_by(Position position) const { return accepted_[position]; }

  template <typename Archive>
  void fields(Archive& archive) {
    archive(pattern_count_, set_of_, accepted_, follows_, row_of_, rows_, begins_of_row_);
  }

 private:
  friend class AutomatonBuilder;

  std::size_t pattern_count_ = 0;
  std::vector<std::uint32_t> set_of_;    // of each position: the codes that it takes, by number
  std::vector<std::uint32_t> accepted_;  // of each position
  ListTable<Position> follows_;
  std::vector<Row> row_of_;  // of each code
  BitTable rows_;            // a row a row, a column a set of codes
  ListTable<Position> begins_of_row_;
};

}  // namespace tally
