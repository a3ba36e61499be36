// SPDX-License-Identifier: Apache-2.0
// Currency signs, short scales and ranges of prices.
#include "values/money.h"

#include <optional>
#include <string_view>

#include "values/amount.h"
#include "values/measure.h"
#include "values/unit.h"

namespace tally {
namespace {

void scale_by(Number& number, const Words& words, std::optional<Range> scale) {
  const auto factor = scale ? words.number(*scale, "multiplier_short") : std::nullopt;
  if (factor) {
    number.low *= *factor;
    number.high *= *factor;
    number.slack *= *factor;
    number.scale *= *factor;
  }
}

// The currency of the signs: the more certain one of the two ends, or what a tail says.
std::optional<NamedUnit> currency_of(const Words& words,
                                     const Captures& captures,
                                     const ReadContext& context) {
  std::optional<NamedUnit> best;
  for (const std::string_view name : {"c", "c2"}) {
    const auto sign = captures[name];
    const auto code = sign ? words.value(*sign, "currency_sign") : std::nullopt;
    const auto named = code ? unit_of_code(words, *code, context) : std::nullopt;
    if (named && (!best || (best->assumed && !named->assumed))) {
      best = named;
    }
  }
  const auto tail = captures["tail"];
  const auto tail_code = tail ? words.value(*tail, "currency_tail") : std::nullopt;
  const auto by_tail = tail_code ? unit_of_code(words, *tail_code, context) : std::nullopt;
  return by_tail ? by_tail : best;
}

std::optional<Amount> money_amount(const Words& words, const Captures& captures) {
  const auto n = captures["n"];
  auto amount = n ? read_amount(words, *n, captures["n2"]) : std::nullopt;
  if (!amount) {
    return std::nullopt;
  }
  if (!amount->is_range) {
    scale_by(amount->low, words, captures["s"]);
    amount->high = amount->low;
    return amount;
  }
  scale_by(amount->low, words, captures["s"] ? captures["s"] : captures["s2"]);
  scale_by(amount->high, words, captures["s2"] ? captures["s2"] : captures["s"]);
  return amount;
}

// "rose $2 to $15": two figures and no range.
bool is_no_range(const Words& words, const Captures& captures) {
  const auto sign = captures["c"];
  const bool has_lead = sign && captures.whole.begin != sign->begin;
  return captures["c2"] && !has_lead &&
         surroundings_of(words, captures.whole).change != Change::none;
}

Captures first_of(const Captures& captures) {
  Captures first;
  for (const std::string_view name : {"c", "n", "s"}) {
    if (const auto range = captures[name]) {
      first.named.emplace(name, *range);
    }
  }
  first.whole = {captures["c"]->begin, captures["s"].value_or(*captures["n"]).end};
  return first;
}

}  // namespace

std::vector<Reading> read_money(const Words& words,
                                const Captures& captures,
                                const ReadContext& context) {
  if (is_no_range(words, captures)) {
    return read_money(words, first_of(captures), context);
  }
  auto amount = money_amount(words, captures);
  const auto currency = currency_of(words, captures, context);
  if (!amount || !currency) {
    return {};
  }
  const auto sign = captures["sign"];
  const bool is_loose = sign && words.is(sign->begin, "hyphen") && words.glued(sign->begin) &&
                        sign->begin == captures.whole.begin;
  Range figure = captures.whole;
  figure.begin += words.entry_at(figure.begin, "hedge");  // surroundings_of reads it again
  if (is_loose) {
    figure.begin = sign->end;
  } else if (sign) {
    amount = negated(*amount);
  }
  const auto per = per_of(words, captures);
  if (!per && captures["per"]) {
    figure.end = captures["per"]->begin - 1;
  }
  const Surroundings around = surroundings_of(words, figure);
  Reading reading{
      around.range, value_of(*amount, currency->unit, Kind::money, around), {}, Part::whole, {}};
  reading.value.assumed_unit = currency->assumed;
  apply_per(words, per, context, reading.value);
  reading.noun = measured_noun(words, figure.end, context);
  return {reading};
}

}  // namespace tally
