// SPDX-License-Identifier: Apache-2.0
// Shares and multiples.
#include "values/ratio.h"

#include <fmt/format.h>

#include <optional>

#include "values/amount.h"
#include "values/noun_phrase.h"
#include "values/unit.h"

namespace tally {
namespace {

constexpr double k_percent = 100;

void scale_by(Number& number, double factor) {
  number.low *= factor;
  number.high *= factor;
  number.slack *= factor;
}

std::optional<Number> quotient_of(const std::optional<Number>& top,
                                  const std::optional<Number>& bottom) {
  if (!top || !bottom || bottom->low < 2 || top->vague || bottom->vague) {
    return std::nullopt;
  }
  Number share;
  share.low = share.high = top->low / bottom->low;
  return share;
}

Value percent_of(Number share, const Unit* percent, const Surroundings& around) {
  scale_by(share, k_percent);
  return value_of({share, share}, percent, Kind::percent, around);
}

}  // namespace

std::vector<Reading> read_fraction(const Words& words,
                                   const Captures& captures,
                                   const ReadContext& context) {
  const auto n = captures["n"];
  const auto number = n ? read_number(words, *n) : std::nullopt;
  const auto percent = context.units.find("%");
  const bool is_compound = n && words.is(n->end, "hyphen");  // "a third-party report"
  if (!number || percent == context.units.end() || is_compound) {
    return {};
  }
  Surroundings around = surroundings_of(words, *n);
  const auto of = captures["of"];
  const bool is_hedged = around.modifier != Modifier::exact || around.change != Change::none;
  const bool is_lone = words.is(n->begin, "fraction_word");  // "the first half"
  const bool is_order = words.is(n->begin, "one_word") && words.is(n->end, "lower") &&
                        !words.is(n->end, "np_stop");  // "a third man"
  if (!of && !is_hedged && (is_lone || is_order)) {
    return {};
  }
  Number share = *number;
  share.slack = 0.005;
  if (!of && !is_hedged) {
    return {{around.range,
             value_of({share, share}, nullptr, Kind::number, around),
             {},
             Part::whole,
             {}}};
  }
  Reading reading{around.range, percent_of(share, &percent->second, around), {}, Part::whole, {}};
  std::size_t at = of ? of->end : around.range.end;
  while (words.is(at, "determiner")) {
    ++at;
  }
  if (const auto noun = noun_phrase_at(words, at, Plurality::many, context.concepts)) {
    reading.noun = noun->noun;
  }
  return {reading};
}

std::vector<Reading> read_ratio(const Words& words,
                                const Captures& captures,
                                const ReadContext& context) {
  const auto n = captures["n"];
  const auto m = captures["m"];
  const auto percent = context.units.find("%");
  if (!n || !m || percent == context.units.end()) {
    return {};
  }
  const auto share = quotient_of(read_number(words, *n), read_number(words, *m));
  const bool is_spoken = captures["over"].has_value();
  if (!share || (share->low > 1 && !is_spoken)) {
    return {};
  }
  const Surroundings around = surroundings_of(words, captures.whole);
  if (is_spoken) {
    const Amount amount{*share, *share};
    const Value value =
        value_of(captures["sign"] ? negated(amount) : amount, nullptr, Kind::number, around);
    return {{around.range, value, {}, Part::whole, {}}};
  }
  Reading reading{around.range, percent_of(*share, &percent->second, around), {}, Part::whole, {}};
  reading.value.kind = Kind::ratio;
  reading.value.written_unit.clear();
  for (auto* end : {&reading.value.written_low, &reading.value.written_high}) {
    *end = *end ? std::optional{**end / k_percent} : std::nullopt;
  }
  if (const auto noun =
          noun_phrase_at(words, captures.whole.end, Plurality::many, context.concepts)) {
    reading.noun = noun->noun;
  }
  return {reading};
}

std::vector<Reading> read_multiple(const Words& words,
                                   const Captures& captures,
                                   const ReadContext& context) {
  const auto n = captures["n"];
  const auto fold = n ? words.number(*n, "fold_word") : std::nullopt;
  auto amount = n && !fold ? read_amount(words, *n, captures["n2"]) : std::nullopt;
  if (fold) {
    const Number number{.low = *fold, .high = *fold, .slack = 0.5};
    amount = Amount{number, number};
  }
  if (!amount || amount->low.vague) {  // "several times": how often, not how much
    return {};
  }
  const Surroundings around = surroundings_of(words, captures.whole);
  Reading reading{
      around.range, value_of(*amount, nullptr, Kind::ratio, around), {}, Part::whole, {}};
  reading.value.unit = reading.value.written_unit = "x";
  apply_per(words, captures["per"], context, reading.value);
  return {reading};
}

}  // namespace tally
