// SPDX-License-Identifier: Apache-2.0
// Ages in years, written with or without a unit.
#include "values/age.h"

#include <optional>
#include <string_view>

#include "values/amount.h"
#include "values/digits.h"

namespace tally {
namespace {

constexpr double k_oldest = 122;  // the longest human life on record (J. Calment, 1875 to 1997)

const Unit* unit_of(const ReadContext& context, std::string_view code) {
  const auto found = context.units.find(code);
  return found == context.units.end() ? nullptr : &found->second;
}

// The number of "40s".
std::optional<Amount> read_decade_age(const Words& words, Range n) {
  std::string_view text = words.text(n.begin);
  const auto first = text.find_first_of("0123456789");
  const auto last = text.find_last_of("0123456789");
  const auto digits = first == std::string_view::npos
                          ? std::nullopt
                          : read_digits(text.substr(first, last - first + 1));
  if (!digits || digits->value < 10 || digits->value > 90) {
    return std::nullopt;
  }
  const Number number{.low = digits->value, .high = digits->value};
  return Amount{number, number};
}

// "in his 40s" is 40 to 49; "early" 40 to 43, "mid" 44 to 46, "late" 47 to 49.
void widen_to_decade(const Words& words, const Captures& captures, Amount& amount) {
  const auto part = captures["part"];
  const double third = part ? words.number(*part, "decade_part").value_or(0) : 0;
  const double decade = amount.low.low;
  const double first = third == 2 ? 4 : third == 3 ? 7 : 0;
  const double last = third == 1 ? 3 : third == 2 ? 6 : 9;
  amount.low.low = decade + first;
  amount.high.high = decade + last;
  amount.low.slack = amount.high.slack = 0;
  amount.is_range = true;
}

// Behind an age without a unit the clause goes on or ends: "Ann Smith, 42, said", "turned 30 in
// May".
bool may_end_age(const Words& words, std::size_t begin, std::size_t end) {
  if (end == words.size() || words.is(end, "age_end") || words.is(end, "stop")) {
    return true;
  }
  const bool in_commas = begin > 0 && words.is(begin - 1, "age_end");
  return !in_commas && (words.is(end, "np_stop") || words.is(end, "mark"));
}

Reading age_reading(
    const Words& words, const Amount& amount, Range figure, const Unit& unit, const Unit& year) {
  const Surroundings around = surroundings_of(words, figure);
  Reading reading{around.range, value_of(amount, &unit, Kind::age, around), {}, Part::whole, {}};
  Value& value = reading.value;
  value.kind = Kind::age;
  value.unit = year.code;
  value.change = Change::none;
  value.slack = 0.5 * unit.factor / year.factor;
  for (auto* end : {&value.low, &value.high}) {
    *end = *end ? std::optional{**end / year.factor} : std::nullopt;
  }
  return reading;
}

std::optional<Amount> amount_of(const Words& words, const Captures& captures) {
  const auto n = captures["n"];
  if (!n) {
    return std::nullopt;
  }
  if (!words.is(n->begin, "decade_digits")) {
    return read_amount(words, *n, captures["both"] ? std::nullopt : captures["n2"]);
  }
  auto decade = read_decade_age(words, *n);
  if (decade) {
    widen_to_decade(words, captures, *decade);
  }
  return decade;
}

}  // namespace

std::vector<Reading> read_age(const Words& words,
                              const Captures& captures,
                              const ReadContext& context) {
  const auto amount = amount_of(words, captures);
  const auto u = captures["u"];
  const auto code = u ? words.value(*u, "age_unit") : std::nullopt;
  const Unit* year = unit_of(context, "a");
  const Unit* unit = unit_of(context, code.value_or("a"));
  if (!amount || !year || !unit || (!u && amount->high.high > k_oldest)) {
    return {};
  }
  const Range n = *captures["n"];
  const auto n2 = captures["n2"];
  Range figure = captures["name"] ? Range{n.begin, n2.value_or(n).end} : captures.whole;
  figure.begin += words.entry_at(figure.begin, "hedge");  // surroundings_of reads it again
  if (captures["name"] && !u && !may_end_age(words, n.begin, figure.end)) {
    return {};
  }
  if (!captures["both"] || !n2) {
    return {age_reading(words, *amount, figure, *unit, *year)};
  }
  const auto second = read_amount(words, *n2, std::nullopt);
  if (!second) {
    return {};
  }
  return {age_reading(words, *amount, n, *unit, *year),
          age_reading(words, *second, *n2, *unit, *year)};
}

}  // namespace tally
