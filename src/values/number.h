// SPDX-License-Identifier: Apache-2.0
// Numbers as they are written: digits in any grouping, number words, magnitudes, fractions, mixed.
#pragma once

#include <optional>

#include "rules/words.h"

namespace tally {

// A number, or the interval that a vague word stands for ("dozens", "tens of thousands").
struct Number {
  double low = 0;
  double high = 0;
  double slack = 0;       // half a unit of the last significant digit as written; 0 when vague
  double scale = 1;       // what its multipliers make: 1e6 for "2.5 million"
  bool vague = false;     // named by a vague word
  bool fraction = false;  // a bare fraction: "two-thirds", "half", but not "half a million"
  bool worded = false;    // written with number words throughout, no digit

  friend bool operator==(const Number&, const Number&) = default;
};

// The number that the tokens of `range` write: "35m" (two tokens) gives 3.5e7 with slack 5e5,
// "twenty-eight thousand six hundred forty-two", "half a million", "one and a half billion",
// "2 1/2", "a couple of hundred", "tens of thousands" ([1e4, 1e5], vague). A lone article is 1.
// The words come from the classes number_word, multiplier, multiplier_glued, fraction_word,
// fraction_mark, vague_number, one_word, number_joiner, number_of and decimal_point. Nothing when a
// token is no part of a number.
std::optional<Number> read_number(const Words& words, Range range);

}  // namespace tally
