// SPDX-License-Identifier: Apache-2.0
// One figure or a range of two, with the words around it that bound, hedge or move it.
#pragma once

#include <optional>

#include "model/value.h"
#include "rules/units.h"
#include "rules/words.h"
#include "values/number.h"

namespace tally {

// The ends of a figure: equal numbers, or the two of a range in ascending order.
struct Amount {
  Number low;
  Number high;
  bool is_range = false;
  bool descends = false;  // written from the higher to the lower end: "from 208 to 193"
};

// The amount of one number, or of the range from `first` to `second`. A first end without a scale
// takes the second one's where it is the smaller mantissa: "$10 to $15 billion", "four to five
// thousand", but not "750,000 to 1 million". Nothing when a range writes no number.
std::optional<Amount> read_amount(const Words& words, Range first, std::optional<Range> second);

// The same amount with its sign turned.
Amount negated(Amount amount);

// What stands around a figure.
struct Surroundings {
  Range range;  // the figure with its modifiers before and behind
  Modifier modifier = Modifier::exact;
  Change change = Change::none;
};

// Looks left and right of the figure's tokens. Modifiers come from the classes hedge (before) and
// hedge_after (behind: "or more", "-odd"); of two the one that bounds wins ("up to about"). Change
// comes from a word of moves_up or moves_down just before ("rose 5 %", "up 19 cents", with words of
// change_filler between) or behind ("a 5 % drop", class moves_noun_up or moves_noun_down).
Surroundings surroundings_of(const Words& words, Range figure);

// The value of an amount in a unit, with the modifier applied: an end that it opens is absent.
// `unit` is nullptr for counts and bare numbers; `kind` is then taken as it is.
Value value_of(const Amount& amount, const Unit* unit, Kind kind, const Surroundings& around);

// Applies change and modifier of the surroundings to a value that has none of its own.
void apply_surroundings(Value& value, const Surroundings& around);

}  // namespace tally
