// SPDX-License-Identifier: Apache-2.0
// Figures with a unit behind them.
#include "values/measure.h"

#include <array>
#include <cstddef>
#include <optional>

#include "values/amount.h"
#include "values/noun_phrase.h"
#include "values/unit.h"

namespace tally {
namespace {

// "rose 5 % to 99 yuan", "110 yen to 1 dollar": two figures and no range.
bool is_no_range(const Words& words, const Captures& captures, const ReadContext& context) {
  const auto n = captures["n"];
  const auto u1 = captures["u1"];
  if (!captures["n2"] || !u1) {
    return false;
  }
  const auto first = unit_at(words, *u1, context, 0);
  const auto u = captures["u"];
  const auto second = u ? unit_at(words, *u, context, 0) : first;
  if (!first || !second || first->named.unit->base != second->named.unit->base) {
    return true;
  }
  if (captures.whole.begin != n->begin) {
    return false;  // "from", "between"
  }
  const auto amount =
      read_amount(words, *n, captures["n2"]);  // "46 percent to 41 percent" is a vote
  return (amount && u && amount->descends) ||
         surroundings_of(words, Range{n->begin, u1->end}).change != Change::none;
}

// The first figure of what looked like a range.
Captures first_of(const Captures& captures) {
  Captures first;
  first.named = {{"n", *captures["n"]}, {"u", *captures["u1"]}};
  first.whole = {captures["n"]->begin, captures["u1"]->end};
  return first;
}

// A sign counts when it is a word, or a mark that is not glued to what stands before ("5 -7").
bool is_negative(const Words& words, std::optional<Range> sign) {
  const bool is_plus = sign && words.is(sign->begin, "plus_mark");
  return sign && !is_plus && !(words.glued(sign->begin) && words.is(sign->begin, "hyphen"));
}

Value unit_value(const Amount& amount, const NamedUnit& named, const Surroundings& around) {
  Value value = value_of(amount, named.unit, Kind::number, around);
  value.assumed_unit = named.assumed;
  if (named.kind) {
    value.kind = *named.kind;
  }
  return value;
}

struct MeasurePart {
  std::optional<Range> number;
  std::optional<Range> unit;
};

std::vector<Reading> separate_readings(const Words& words,
                                       const std::array<MeasurePart, 3>& parts,
                                       const ReadContext& context) {
  std::vector<Reading> readings;
  for (const MeasurePart& part : parts) {
    if (!part.number || !part.unit) {
      continue;
    }
    Captures captures;
    captures.whole = {part.number->begin, part.unit->end};
    captures.named = {{"n", *part.number}, {"u", *part.unit}};
    for (Reading& reading : read_measure(words, captures, context)) {
      readings.push_back(std::move(reading));
    }
  }
  return readings;
}

double factor_of(const Value& value, const ReadContext& context) {
  const auto unit = context.units.find(value.written_unit);
  return unit == context.units.end() ? 1 : unit->second.factor;
}

// The value of a part; `before` is the unit of the part before it, if any.
std::optional<Value> value_of_part(const Words& words,
                                   const MeasurePart& part,
                                   std::optional<Range> before,
                                   const ReadContext& context) {
  const auto amount = read_amount(words, *part.number, std::nullopt);
  if (!amount) {
    return std::nullopt;
  }
  if (!part.unit) {
    const auto code = before ? words.value(*before, "minor_unit") : std::nullopt;
    const auto minor = code ? unit_of_code(words, *code, context) : std::nullopt;
    return minor ? std::optional{unit_value(*amount, *minor, {})} : std::nullopt;
  }
  const UnitCheck check = before ? UnitCheck::certain : UnitCheck::by_context;
  const auto unit = unit_at(words, *part.unit, context, 0, check);
  return unit ? std::optional{unit_value(*amount, unit->named, {})} : std::nullopt;
}

// Does the second part go on with the first: inches after feet, cents after any currency?
bool continues(const Value& first, const Value& second, const ReadContext& context) {
  const bool is_minor = second.kind == Kind::money && second.written_unit != second.unit;
  return first.kind == second.kind && (first.unit == second.unit || is_minor) &&
         factor_of(second, context) < factor_of(first, context);
}

Value sum_of(const std::vector<Value>& values, const ReadContext& context) {
  Value sum = values.front();
  const double factor = factor_of(sum, context);
  for (std::size_t i = 1; i < values.size(); ++i) {
    const double more = values[i].low.value_or(0);
    for (auto* end : {&sum.low, &sum.high}) {
      *end = end->value_or(0) + more;
    }
    for (auto* end : {&sum.written_low, &sum.written_high}) {
      *end = end->value_or(0) + more / factor;
    }
    sum.slack = values[i].slack;
  }
  return sum;
}

}  // namespace

NounPhrase measured_noun(const Words& words, std::size_t end, const ReadContext& context) {
  const bool is_hyphenated = end >= 2 && words.is(end - 2, "hyphen");
  const std::size_t at = words.is(end, "number_of") ? end + 1 : end;
  if (at == end && !is_hyphenated) {
    return {};
  }
  const auto noun = noun_phrase_at(words, at, Plurality::one, context.concepts);
  return noun ? noun->noun : NounPhrase{};
}

std::vector<Reading> read_measure(const Words& words,
                                  const Captures& captures,
                                  const ReadContext& context) {
  const auto n = captures["n"];
  const auto unit_range = captures["u"] ? captures["u"] : captures["u1"];
  auto amount = n ? read_amount(words, *n, captures["n2"]) : std::nullopt;
  if (!amount || !unit_range) {
    return {};
  }
  if (is_no_range(words, captures, context)) {
    return read_measure(words, first_of(captures), context);
  }
  const auto unit = unit_at(words, *unit_range, context, amount->high.high);
  if (!unit) {
    return {};
  }
  const auto sign = captures["sign"];
  Range figure = captures.whole;
  figure.begin += words.entry_at(figure.begin, "hedge");  // surroundings_of reads it again
  if (is_negative(words, sign)) {
    amount = negated(*amount);
  } else if (sign) {
    figure.begin = n->begin;
  }
  const auto per = per_of(words, captures);
  figure.end = std::max(per ? figure.end : captures["n2"].value_or(*n).end, unit->range.end);
  const std::size_t below_zero = words.entry_at(figure.end, "below_zero");
  if (below_zero > 0) {
    amount = negated(*amount);
    figure.end += below_zero;
  }
  const Surroundings around = surroundings_of(words, figure);
  Reading reading{around.range, unit_value(*amount, unit->named, around), {}, Part::whole, {}};
  if (below_zero > 0) {
    reading.value.kind = Kind::temperature;
  }
  if (per && per->begin >= unit->range.end) {
    apply_per(words, per, context, reading.value);
  }
  reading.noun = measured_noun(words, figure.end, context);
  return {reading};
}

std::vector<Reading> read_pair(const Words& words,
                               const Captures& captures,
                               const ReadContext& context) {
  const auto n = captures["n"];
  const auto n2 = captures["n2"];
  const auto unit_range = captures["u"];
  if (!n || !n2 || !unit_range) {
    return {};
  }
  const auto first = read_amount(words, *n, std::nullopt);
  const auto second = read_amount(words, *n2, std::nullopt);
  const auto unit = unit_at(words, *unit_range, context, 0);
  if (!first || !second || !unit) {
    return {};
  }
  const Surroundings around = surroundings_of(words, *n);
  const Surroundings behind = surroundings_of(words, Range{n2->begin, unit->range.end});
  const NounPhrase noun = measured_noun(words, unit->range.end, context);
  return {{around.range, unit_value(*first, unit->named, around), noun, Part::whole, {}},
          {behind.range, unit_value(*second, unit->named, behind), noun, Part::whole, {}}};
}

std::vector<Reading> read_composite(const Words& words,
                                    const Captures& captures,
                                    const ReadContext& context) {
  const std::array<MeasurePart, 3> parts{MeasurePart{captures["n"], captures["u"]},
                                         MeasurePart{captures["n2"], captures["u2"]},
                                         MeasurePart{captures["n3"], captures["u3"]}};
  std::vector<Value> values;
  std::optional<Range> before;
  for (const MeasurePart& part : parts) {
    if (!part.number) {
      continue;
    }
    const auto value = value_of_part(words, part, before, context);
    before = part.unit;
    if (!value) {
      return {};
    }
    if (!values.empty() && !continues(values.back(), *value, context)) {
      return separate_readings(words, parts, context);
    }
    values.push_back(*value);
  }
  if (values.empty()) {
    return {};
  }
  const Surroundings around = surroundings_of(words, captures.whole);
  Reading reading{around.range, sum_of(values, context), {}, Part::whole, {}};
  reading.noun = measured_noun(words, captures.whole.end, context);
  apply_surroundings(reading.value, around);
  return {reading};
}

}  // namespace tally
