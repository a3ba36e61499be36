// SPDX-License-Identifier: Apache-2.0
#include "rules/pattern_index.h"

#include <bit>
#include <map>

#include "rules/alphabet.h"
#include "rules/lexicon.h"

namespace tally {
namespace {

constexpr std::size_t k_bits = 64;
constexpr std::size_t k_sets = 6;

using Row = std::vector<std::uint64_t>;

void set_bit(Row& row, std::size_t bit) { row[bit / k_bits] |= std::uint64_t{1} << (bit % k_bits); }

void unite(std::span<std::uint64_t> into, std::span<const std::uint64_t> from) {
  for (std::size_t i = 0; i < from.size(); ++i) {
    into[i] |= from[i];
  }
}

std::vector<const Expression*> alternatives_of(const Expression& tree) {
  if (tree.type != Expression::Type::alternation) {
    return {&tree};
  }
  std::vector<const Expression*> branches;
  for (const Expression& branch : tree.children) {
    branches.push_back(&branch);
  }
  return branches;
}

}  // namespace

PatternIndex::PatternIndex(std::span<const Expression* const> trees,
                           const Lexicon& lexicon,
                           bool mentions) {
  std::vector<const Expression*> alternatives;
  for (std::uint32_t pattern = 0; pattern < trees.size(); ++pattern) {
    for (const Expression* branch : alternatives_of(*trees[pattern])) {
      alternatives.push_back(branch);
      pattern_of_.push_back(pattern);
    }
  }
  const std::size_t words_of_set = (alternatives.size() + k_bits - 1) / k_bits;
  words_ = k_sets * words_of_set;
  free_.assign(words_, 0);
  std::map<Code, Row> row_of_code;
  for (std::size_t i = 0; i < alternatives.size(); ++i) {
    const auto sets = required_codes(*alternatives[i], lexicon, mentions);
    for (std::size_t set = 0; set < k_sets; ++set) {
      const std::size_t bit = set * words_of_set * k_bits + i;
      if (set >= sets.size()) {
        set_bit(free_, bit);
        continue;
      }
      for (const Code code : sets[set]) {
        set_bit(row_of_code.try_emplace(code, words_, 0).first->second, bit);
      }
    }
  }
  std::map<Row, std::uint32_t> numbers = {{Row(words_, 0), 0}};
  rows_.assign(words_, 0);
  row_of_.assign(lexicon.code_count(), 0);
  for (const auto& [code, row] : row_of_code) {
    const auto [known, is_new] = numbers.emplace(row, static_cast<std::uint32_t>(numbers.size()));
    if (is_new) {
      rows_.insert(rows_.end(), row.begin(), row.end());
    }
    row_of_[code] = known->second;
  }
}

std::vector<std::size_t> PatternIndex::candidates(std::span<const Code> codes) const {
  Row some = free_;
  for (const Code code : codes) {
    if (const std::uint32_t row = row_of_[code]; row != 0) {
      unite(some, std::span(rows_).subspan(row * words_, words_));
    }
  }
  const std::size_t words_of_set = words_ / k_sets;
  std::vector<std::size_t> out;
  for (std::size_t word = 0; word < words_of_set; ++word) {
    std::uint64_t possible = some[word];
    for (std::size_t set = 1; set < k_sets; ++set) {
      possible &= some[set * words_of_set + word];
    }
    for (; possible != 0; possible &= possible - 1) {
      const auto bit = static_cast<std::size_t>(std::countr_zero(possible));
      const std::size_t pattern = pattern_of_[word * k_bits + bit];
      if (out.empty() || out.back() != pattern) {
        out.push_back(pattern);
      }
    }
  }
  return out;
}

}  // namespace tally
