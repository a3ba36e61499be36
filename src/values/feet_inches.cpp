// SPDX-License-Identifier: Apache-2.0
// Feet and inches written with marks, in one token.
#include <optional>
#include <string_view>

#include "values/amount.h"
#include "values/digits.h"
#include "values/measure.h"

namespace tally {
namespace {

constexpr double k_inches_per_foot = 12;
constexpr std::string_view k_digits = "0123456789";

}  // namespace

std::vector<Reading> read_feet_inches(const Words& words,
                                      const Captures& captures,
                                      const ReadContext& context) {
  const auto n = captures["n"];
  const auto foot = context.units.find("ft");
  if (!n || foot == context.units.end()) {
    return {};
  }
  const std::string_view text = words.text(n->begin);
  const std::size_t mark = text.find_first_not_of(k_digits);
  const std::size_t second = text.find_first_of(k_digits, mark);
  if (mark == std::string_view::npos || second == std::string_view::npos) {
    return {};
  }
  const auto feet = read_digits(text.substr(0, mark));
  const auto inches =
      read_digits(text.substr(second, text.find_first_not_of(k_digits, second) - second));
  if (!feet || !inches || inches->value >= k_inches_per_foot) {
    return {};
  }
  Number number;
  number.low = number.high = feet->value + inches->value / k_inches_per_foot;
  number.slack = 0.5 / k_inches_per_foot;
  const Surroundings around = surroundings_of(words, *n);
  const Value value = value_of({number, number}, &foot->second, Kind::length, around);
  return {{around.range, value, {}, Part::whole, {}}};
}

}  // namespace tally
