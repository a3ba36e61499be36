// SPDX-License-Identifier: Apache-2.0
#include "rules/pattern_index.h"

#include <algorithm>

#include "rules/alphabet.h"
#include "rules/lexicon.h"

namespace tally {
namespace {

constexpr std::size_t k_bits = 64;

void set_bit(std::vector<std::uint64_t>& words, std::size_t bit) {
  if (words.size() <= bit / k_bits) {
    words.resize(bit / k_bits + 1, 0);
  }
  words[bit / k_bits] |= std::uint64_t{1} << (bit % k_bits);
}

void unite(std::vector<std::uint64_t>& into, const std::vector<std::uint64_t>& from) {
  for (std::size_t i = 0; i < from.size(); ++i) {
    into[i] |= from[i];
  }
}

}  // namespace

void PatternIndex::add(const Expression& tree, const Lexicon& lexicon, bool mentions) {
  if (tree.type == Expression::Type::alternation) {
    for (const Expression& branch : tree.children) {
      add_alternative(branch, lexicon, mentions);
    }
  } else {
    add_alternative(tree, lexicon, mentions);
  }
  ++patterns_;
}

void PatternIndex::add_alternative(const Expression& tree, const Lexicon& lexicon, bool mentions) {
  const std::size_t alternative = pattern_of_.size();
  pattern_of_.push_back(patterns_);
  const auto sets = required_codes(tree, lexicon, mentions);
  for (std::size_t i = 0; i < k_sets; ++i) {
    if (i >= sets.size()) {
      set_bit(free_[i], alternative);
      continue;
    }
    rows_[i].resize(lexicon.code_count());
    for (const Code code : sets[i]) {
      set_bit(rows_[i][code], alternative);
    }
  }
}

std::vector<std::size_t> PatternIndex::candidates(std::span<const Code> codes) const {
  const std::size_t words = (pattern_of_.size() + k_bits - 1) / k_bits;
  std::vector<Word> all(words, ~Word{0});
  for (std::size_t i = 0; i < k_sets; ++i) {
    std::vector<Word> some(words, 0);
    unite(some, free_[i]);
    for (const Code code : codes) {
      if (code < rows_[i].size()) {
        unite(some, rows_[i][code]);
      }
    }
    for (std::size_t w = 0; w < words; ++w) {
      all[w] &= some[w];
    }
  }
  std::vector<std::size_t> out;
  for (std::size_t alternative = 0; alternative < pattern_of_.size(); ++alternative) {
    const bool possible = ((all[alternative / k_bits] >> (alternative % k_bits)) & 1U) != 0;
    if (possible && (out.empty() || out.back() != pattern_of_[alternative])) {
      out.push_back(pattern_of_[alternative]);
    }
  }
  return out;
}

}  // namespace tally
