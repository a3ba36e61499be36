// SPDX-License-Identifier: Apache-2.0
// Ranges that share a scale, modifiers and change from the words around a figure.
#include "values/amount.h"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <utility>

namespace tally {
namespace {

// "10 to 15 billion": the first number takes the scale of the second.
void inherit_scale(Number& first, const Number& second) {
  if (first.scale == 1 && second.scale > 1 && first.low < second.low / second.scale) {
    first.low *= second.scale;
    first.high *= second.scale;
    first.slack *= second.scale;
    first.scale = second.scale;
  }
}

bool opens(Modifier modifier) {
  return modifier == Modifier::more_than || modifier == Modifier::at_least ||
         modifier == Modifier::less_than || modifier == Modifier::at_most;
}

void take_modifier(Surroundings& around, std::optional<std::string_view> name) {
  const auto modifier = name ? modifier_named(*name) : std::nullopt;
  if (modifier &&
      (around.modifier == Modifier::exact || (opens(*modifier) && !opens(around.modifier)))) {
    around.modifier = *modifier;
  }
}

// Modifiers that end just before the figure, one after the other: "up to an estimated".
void look_left(const Words& words, Surroundings& around) {
  std::size_t at = around.range.begin;
  while (at > 0) {
    if (const std::size_t length = words.entry_before(at, "hedge")) {
      const auto name = words.value(Range{at - length, at}, "hedge");
      if (name == name_of(Modifier::exact)) {  // a mark that only looks like a hedge: ">>"
        return;
      }
      take_modifier(around, name);
      at -= length;
      around.range.begin = at;
    } else if (words.is(at - 1, "hedge_link")) {
      --at;
    } else {
      return;
    }
  }
}

void look_right(const Words& words, Surroundings& around) {
  const std::size_t at = around.range.end;
  if (const std::size_t length = words.entry_at(at, "hedge_after")) {
    take_modifier(around, words.value(Range{at, at + length}, "hedge_after"));
    around.range.end = at + length;
  }
}

Change change_before(const Words& words, std::size_t at) {
  constexpr std::size_t k_reach = 4;
  for (std::size_t step = 0; step < k_reach && at > 0; ++step) {
    if (words.entry_before(at, "moves_up") > 0) {
      return Change::up;
    }
    if (words.entry_before(at, "moves_down") > 0) {
      return Change::down;
    }
    const std::size_t filler = words.entry_before(at, "change_filler");
    if (filler == 0) {
      return Change::none;
    }
    at -= filler;
  }
  return Change::none;
}

Change change_behind(const Words& words, std::size_t at) {
  constexpr std::size_t k_reach = 3;  // "a 7 % share price increase"
  for (std::size_t i = at; i < at + k_reach; ++i) {
    if (words.is(i, "moves_noun_up")) {
      return Change::up;
    }
    if (words.is(i, "moves_noun_down")) {
      return Change::down;
    }
    if (!words.is(i, "lower")) {
      break;
    }
  }
  return Change::none;
}

double based(double number, const Unit* unit) {
  return unit ? number * unit->factor + unit->offset : number;
}

}  // namespace

std::optional<Amount> read_amount(const Words& words, Range first, std::optional<Range> second) {
  const auto low = read_number(words, first);
  if (!low) {
    return std::nullopt;
  }
  Amount amount{*low, *low};
  if (!second) {
    return amount;
  }
  const auto high = read_number(words, *second);
  if (!high) {
    return std::nullopt;
  }
  amount.high = *high;
  inherit_scale(amount.low, amount.high);
  amount.is_range = true;
  amount.descends = amount.high.high < amount.low.low;
  if (amount.descends) {
    std::swap(amount.low, amount.high);
  }
  return amount;
}

Amount negated(Amount amount) {
  std::swap(amount.low, amount.high);
  for (Number* number : {&amount.low, &amount.high}) {
    number->low = -number->low;
    number->high = -number->high;
    std::swap(number->low, number->high);
  }
  return amount;
}

Surroundings surroundings_of(const Words& words, Range figure) {
  Surroundings around;
  around.range = figure;
  look_left(words, around);
  look_right(words, around);
  around.change = change_before(words, around.range.begin);
  if (around.change == Change::none) {
    around.change = change_behind(words, around.range.end);
  }
  return around;
}

Value value_of(const Amount& amount, const Unit* unit, Kind kind, const Surroundings& around) {
  Value value;
  value.kind = unit ? unit->kind : kind;
  value.unit = unit ? unit->base : std::string{};
  value.written_unit = unit ? unit->code : std::string{};
  value.written_low = amount.low.low;
  value.written_high = amount.high.high;
  value.low = based(amount.low.low, unit);
  value.high = based(amount.high.high, unit);
  value.slack = std::max(amount.low.slack, amount.high.slack) * (unit ? unit->factor : 1);
  if (amount.is_range) {
    value.modifier = Modifier::range;
  }
  if (amount.low.vague || amount.high.vague) {
    value.modifier = Modifier::vague;
  }
  if (amount.descends) {
    value.change = Change::down;
  }
  apply_surroundings(value, around);
  return value;
}

void apply_surroundings(Value& value, const Surroundings& around) {
  if (around.change != Change::none) {
    value.change = around.change;
  }
  const bool is_vague = value.modifier == Modifier::vague;
  if (around.modifier == Modifier::more_than || around.modifier == Modifier::at_least) {
    value.high = value.written_high = std::nullopt;
  } else if (around.modifier == Modifier::less_than || around.modifier == Modifier::at_most) {
    value.low = value.written_low = std::nullopt;
  } else if (is_vague || around.modifier == Modifier::exact) {
    return;
  }
  value.modifier = around.modifier;
}

}  // namespace tally
