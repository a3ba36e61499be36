// SPDX-License-Identifier: Apache-2.0
// Units as words name them: ambiguous ones by the words around, rates by what they are per.
#include "values/unit.h"

#include <fmt/format.h>

#include <algorithm>

#include "rules/lexicon.h"

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
std::optional<NamedUnit> alternative_unit(const Words& words,
                                          Range unit,
                                          const ReadContext& context,
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
  const bool is_bulk =
      words.is(unit.end, "number_of") || (unit.begin > 0 && words.is(unit.begin - 1, "hyphen"));
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

}  // namespace

std::optional<UnitAt> unit_at(
    const Words& words, Range range, const ReadContext& context, double size, UnitCheck check) {
  range.end = range.begin + std::max(words.entry_at(range.begin, "unit"), range.size());
  if (check == UnitCheck::by_context && !context_allows(words, range)) {
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

std::optional<NamedUnit> unit_of_code(const Words& words,
                                      std::string_view code,
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

void apply_per(const Words& words,
               std::optional<Range> per,
               const ReadContext& context,
               Value& value) {
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

}  // namespace tally
