// SPDX-License-Identifier: Apache-2.0
// Figures with a unit behind them.
#include "values/measure.h"

#include <fmt/format.h>

#include <array>
#include <cmath>
#include <cstddef>

#include "rules/lexicon.h"
#include "values/noun_phrase.h"

namespace tally {
namespace {

constexpr double k_certainly_money = 1e6;  // nobody weighs millions of pounds

const Unit* find_unit(const ReadContext& context, std::string_view code) {
  const auto found = context.units.find(code);
  return found == context.units.end() ? nullptr : &found->second;
}

bool sentence_has(const Words& words, std::string_view class_name) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words.is(i, class_name)) {
      return true;
    }
  }
  return false;
}

// "pounds" are money and "degrees" temperature where the sentence speaks of such.
std::optional<NamedUnit> alternative_unit(const Words& words, Range unit, const ReadContext& context,
                                          double size) {
  const auto code = words.value(unit, "unit_alternative");
  if (!code) {
    return std::nullopt;
  }
  const Unit* other = find_unit(context, *code);
  const auto kind = other ? std::optional{other->kind} : kind_named(*code);
  if (!kind) {
    return std::nullopt;
  }
  const bool is_large = *kind == Kind::money && size >= k_certainly_money;
  const bool is_bulk = words.is(unit.end, "number_of") || (unit.begin > 0 && words.is(unit.begin - 1, "hyphen"));
  if (*kind == Kind::money && is_bulk && !is_large) {
    return std::nullopt;  // "a pound of rice", "a twenty-pound bag"
  }
  if (!is_large && !sentence_has(words, fmt::format("{}_context", name_of(*kind)))) {
    return std::nullopt;
  }
  return other ? NamedUnit{other, true, {}} : NamedUnit{nullptr, true, kind};
}

// A short symbol that is a word as well ("5 in", "30 C") counts only beside words of measuring.
bool context_allows(const Words& words, Range unit) {
  if (words.is(unit.begin, "unit_needs_glue") && !words.glued(unit.begin)) {
    return false;
  }
  const auto name = words.value(unit, "unit_needs_next");
  if (name) {
    return words.is(unit.end, *name) || words.is(unit.end, "stop") || unit.end == words.size();
  }
  const auto sentence = words.value(unit, "unit_needs_sentence");
  return !sentence || sentence_has(words, *sentence);
}

// The unit written in the tokens of `range`, which may be the beginning of a longer entry.
struct UnitAt {
  NamedUnit named;
  Range range;
};
std::optional<UnitAt> unit_at(const Words& words, Range range, const ReadContext& context, double size) {
  range.end = range.begin + std::max(words.entry_at(range.begin, "unit"), range.size());
  if (!context_allows(words, range)) {
    return std::nullopt;
  }
  auto named = alternative_unit(words, range, context, size);
  if (!named || !named->unit) {
    const auto code = words.value(range, "unit");
    const auto plain = code ? unit_of_code(words, *code, context) : std::nullopt;
    if (!plain) {
      return std::nullopt;
    }
    const auto kind = named ? named->kind : std::nullopt;
    named = NamedUnit{plain->unit, plain->assumed || kind.has_value(), kind};
  }
  return UnitAt{*named, range};
}

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
  const auto amount = read_amount(words, *n, captures["n2"]);  // "46 percent to 41 percent" is a vote
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

struct Part3 {
  std::optional<Range> number;
  std::optional<Range> unit;
};

std::vector<Reading> separate_readings(const Words& words, const std::array<Part3, 3>& parts,
                                       const ReadContext& context) {
  std::vector<Reading> readings;
  for (const Part3& part : parts) {
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

}  // namespace

std::optional<NamedUnit> unit_of_code(const Words& words, std::string_view code,
                                      const ReadContext& context) {
  NamedUnit named;
  if (code.ends_with('?')) {
    code.remove_suffix(1);
    named.assumed = true;
  }
  if (named.assumed && code == "USD" && !context.outlet.empty()) {
    const std::string outlet = folded(context.outlet);
    code = words.lexicon().value(outlet, context.outlet, "outlet_currency").value_or(code);
  }
  named.unit = find_unit(context, code);
  return named.unit ? std::optional{named} : std::nullopt;
}

std::optional<Range> per_of(const Words& words, const Captures& captures) {
  const auto per = captures["per"];
  return per && !words.is(per->end, "per_stop") ? per : std::nullopt;
}

void apply_per(const Words& words, std::optional<Range> per, const ReadContext& context, Value& value) {
  const auto code = per ? words.value(*per, "per_unit") : std::nullopt;
  if (!code) {
    return;
  }
  const std::string rate = fmt::format("{}/{}", value.written_unit, *code);
  if (const Unit* own = find_unit(context, rate)) {
    const double change = own->factor / context.units.find(value.written_unit)->second.factor;
    for (auto* end : {&value.low, &value.high}) {
      *end = *end ? std::optional{**end * change} : std::nullopt;
    }
    value.slack *= change;
    value.kind = own->kind;
    value.unit = own->base;
    value.written_unit = own->code;
    return;
  }
  const bool keeps_unit = value.kind == Kind::money;
  value.kind = Kind::rate;
  value.written_unit = rate;
  if (!keeps_unit) {
    value.unit = rate;
    value.low = value.written_low;
    value.high = value.written_high;
  }
}

NounPhrase measured_noun(const Words& words, std::size_t end, const ReadContext& context) {
  const bool is_hyphenated = end >= 2 && words.is(end - 2, "hyphen");
  const std::size_t at = words.is(end, "number_of") ? end + 1 : end;
  if (at == end && !is_hyphenated) {
    return {};
  }
  const auto noun = noun_phrase_at(words, at, Plurality::one, context.concepts);
  return noun ? noun->noun : NounPhrase{};
}

std::vector<Reading> read_measure(const Words& words, const Captures& captures,
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

std::vector<Reading> read_pair(const Words& words, const Captures& captures, const ReadContext& context) {
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

std::vector<Reading> read_composite(const Words& words, const Captures& captures,
                                    const ReadContext& context) {
  const std::array<Part3, 3> parts{Part3{captures["n"], captures["u"]},
                                   Part3{captures["n2"], captures["u2"]},
                                   Part3{captures["n3"], captures["u3"]}};
  std::optional<Value> sum;
  double factor = 0;
  for (const Part3& part : parts) {
    if (!part.number || !part.unit) {
      continue;
    }
    const auto amount = read_amount(words, *part.number, std::nullopt);
    const auto unit = amount ? unit_at(words, *part.unit, context, 0) : std::nullopt;
    if (!unit) {
      return {};
    }
    const Value value = unit_value(*amount, unit->named, {});
    if (!sum) {
      sum = value;
      factor = unit->named.unit->factor;
      continue;
    }
    const bool is_minor = value.kind == Kind::money && value.written_unit != value.unit;
    const double smaller = unit->named.unit->factor;
    if (value.kind != sum->kind || (value.unit != sum->unit && !is_minor) || smaller >= factor) {
      return separate_readings(words, parts, context);
    }
    const double first_factor = find_unit(context, sum->written_unit)->factor;
    for (auto* end : {&sum->low, &sum->high}) {
      **end += *value.low;
    }
    for (auto* end : {&sum->written_low, &sum->written_high}) {
      **end += *value.low / first_factor;
    }
    sum->slack = value.slack;
    factor = smaller;
  }
  if (!sum) {
    return {};
  }
  const Surroundings around = surroundings_of(words, captures.whole);
  Reading reading{around.range, *sum, measured_noun(words, captures.whole.end, context), Part::whole, {}};
  reading.value.modifier = around.modifier;
  reading.value.change = around.change;
  return {reading};
}

}  // namespace tally
