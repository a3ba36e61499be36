// SPDX-License-Identifier: Apache-2.0
// Numbers that count something, and numbers that count nothing.
#include "values/count.h"

#include <fmt/format.h>

#include <cmath>
#include <cstddef>
#include <optional>
#include <string_view>

#include "values/amount.h"
#include "values/code.h"
#include "values/noun_phrase.h"

namespace tally {
namespace {

// "one" without a noun is a pronoun far more often than a number.
bool is_lone_one(const Words& words, Range n) {
  return n.size() == 1 && words.is(n.begin, "lone_number") && words.size() > 1;
}

// Where the noun phrase begins: behind "of the", "of his", "of the three", "more", or at once.
std::size_t noun_place(const Words& words, std::size_t end, bool& is_partitive) {
  std::size_t at = end;
  is_partitive = words.is(at, "number_of");
  if (is_partitive) {
    ++at;
    while (words.is(at, "determiner") || words.is(at, "number_word") || words.is(at, "small")) {
      ++at;
    }
    at += words.entry_at(at, "shift_deictic");
    const bool is_time = words.is(at, "not_noun_start") || words.is(at, "np_stop");
    if (is_time && is_clitic(words, at + 1)) {
      at += 2;  // "of this year's", "of Friday's"
    }
  }
  return at;
}

// A hyphen between number and noun makes an adjective: "11-member", "three-bed".
bool is_hyphenated(const Words& words, std::size_t end) {
  return words.is(end, "hyphen") && words.glued(end) && words.glued(end + 1);
}

std::optional<NounTokens> counted_noun(const Words& words,
                                       std::size_t end,
                                       const Amount& amount,
                                       const ReadContext& context) {
  if (is_hyphenated(words, end)) {
    return words.is(end + 1, "count_adjective")
               ? noun_phrase_at(words, end + 1, Plurality::one, context.concepts)
               : std::nullopt;
  }
  bool is_partitive = false;
  const std::size_t at = noun_place(words, end, is_partitive);
  const bool is_one = amount.high.high == 1 && !is_partitive;
  auto noun =
      noun_phrase_at(words, at, is_one ? Plurality::one : Plurality::many, context.concepts);
  if (!noun && words.is(at, "count_adjective")) {  // "the 11 member panel"
    noun = noun_phrase_at(words, at, Plurality::one, context.concepts);
    return noun && noun->range.size() > 1 ? noun : std::nullopt;
  }
  return noun;
}

bool opens_upward(Modifier modifier) {
  return modifier == Modifier::more_than || modifier == Modifier::at_least;
}

bool opens_downward(Modifier modifier) {
  return modifier == Modifier::less_than || modifier == Modifier::at_most;
}

// Four digits that may as well be a year: 1800 to 2099, without a mark of grouping.
bool may_be_year(const Words& words, Range n) {
  if (n.size() != 1 || !words.is(n.begin, "digits4")) {
    return false;
  }
  const auto text = words.text(n.begin);
  return text.starts_with("18") || text.starts_with("19") || text.starts_with("20");
}

// A round number right before what people count ("2000 soldiers") is no year.
bool clearly_counts(const NounTokens& noun, double number, const ReadContext& context) {
  const auto head = context.concepts.classes.find(noun.noun.head);
  return head != context.concepts.classes.end() && noun.range.size() <= 2 &&
         std::fmod(number, 100) == 0;
}

// "the mast is 48m": without a noun the glued scale is a unit, by the class ambiguous_scale.
std::vector<Reading> as_measure(const Words& words, Range n, const ReadContext& context) {
  const Range last{n.end - 1, n.end};
  const auto code = n.size() == 2 && words.glued(last.begin) ? words.value(last, "ambiguous_scale")
                                                             : std::nullopt;
  const auto unit = code ? context.units.find(*code) : context.units.end();
  const auto amount = read_amount(words, Range{n.begin, n.end - 1}, std::nullopt);
  if (unit == context.units.end() || !amount) {
    return {};
  }
  const Surroundings around = surroundings_of(words, n);
  Reading reading{
      around.range, value_of(*amount, &unit->second, Kind::length, around), {}, Part::whole, {}};
  reading.value.assumed_unit = true;
  return {reading};
}

// The amount with its sign; nothing where the figure is part of a code.
std::optional<Amount> signed_amount(const Words& words, const Captures& captures) {
  const auto n = captures["n"];
  const auto sign = captures["sign"];
  const bool is_mark = sign && words.is(sign->begin, "hyphen");
  if (!n || is_part_of_code(words, captures.whole) || (is_mark && words.glued(sign->begin))) {
    return std::nullopt;
  }
  const auto amount = read_amount(words, *n, captures["n2"]);
  return amount && sign ? negated(*amount) : amount;
}

// "two of them"
bool counts_some_of_them(const Words& words, std::size_t behind) {
  return words.is(behind, "number_of") && words.is(behind + 1, "counted_pronoun");
}

}  // namespace

std::vector<Reading> read_count(const Words& words,
                                const Captures& captures,
                                const ReadContext& context) {
  const auto n = captures["n"];
  const auto amount = signed_amount(words, captures);
  if (!amount) {
    return {};
  }
  const auto noun = counted_noun(words, captures.whole.end, *amount, context);
  if (is_hyphenated(words, captures.whole.end) && !noun) {
    return {};
  }
  const bool is_of_them = counts_some_of_them(words, captures.whole.end);
  const bool stands_alone =
      is_of_them || (captures.whole.begin > 0 && words.is(captures.whole.begin - 1, "all_word"));
  const Surroundings around = surroundings_of(words, captures.whole);
  const bool is_hedged = around.modifier != Modifier::exact;
  if (!noun && !is_of_them &&
      (amount->low.vague || is_part_of_name(words, *n) || is_lone_one(words, *n))) {
    return {};
  }
  if (may_be_year(words, *n) && !is_hedged &&
      !(noun && clearly_counts(*noun, amount->low.low, context))) {
    return {};
  }
  if (!noun && !is_of_them) {
    if (auto measure = as_measure(words, captures.whole, context); !measure.empty()) {
      return measure;
    }
  }
  Reading reading{
      around.range,
      value_of(*amount, nullptr, noun || stands_alone ? Kind::count : Kind::number, around),
      noun ? noun->noun : NounPhrase{},
      Part::whole,
      {}};
  return {reading};
}

std::vector<Reading> read_bounds(const Words& words,
                                 const Captures& captures,
                                 const ReadContext& context) {
  const auto h = captures["h"];
  const auto h2 = captures["h2"];
  const auto n = captures["n"];
  const auto n2 = captures["n2"];
  if (!h || !h2 || !n || !n2) {
    return {};
  }
  const Surroundings first = surroundings_of(words, *n);
  const Surroundings second = surroundings_of(words, *n2);
  const bool rises = opens_upward(first.modifier) && opens_downward(second.modifier);
  const bool falls = opens_downward(first.modifier) && opens_upward(second.modifier);
  const auto amount = rises ? read_amount(words, *n, *n2) : read_amount(words, *n2, *n);
  if (!amount || amount->descends || (!rises && !falls)) {
    return {};
  }
  const auto noun = counted_noun(words, captures.whole.end, *amount, context);
  const Surroundings around{captures.whole};
  Reading reading{around.range,
                  value_of(*amount, nullptr, noun ? Kind::count : Kind::number, around),
                  noun ? noun->noun : NounPhrase{},
                  Part::whole,
                  {}};
  return {reading};
}

std::vector<Reading> read_count_rate(const Words& words,
                                     const Captures& captures,
                                     const ReadContext& context) {
  const auto n = captures["n"];
  const auto per = captures["per"];
  if (!n || !per) {
    return {};
  }
  auto readings = read_count(words, Captures{*n, {{"n", *n}}}, context);
  const auto code = words.value(*per, "per_unit");
  if (readings.empty() || !code || readings[0].noun.text.empty() ||
      words.is(per->end, "per_stop")) {
    return {};
  }
  const std::size_t before_per = per->begin - 2;  // the word before "a" or "per"
  if (words[before_per].span.end != readings[0].noun.span.end) {
    return {};
  }
  readings[0].range.end = per->end;
  Value& value = readings[0].value;
  value.kind = Kind::rate;
  value.unit = fmt::format("{}/{}", readings[0].noun.head, *code);
  value.written_unit = fmt::format("{}/{}", readings[0].noun.text, *code);
  return readings;
}

std::vector<Reading> read_none(const Words& words,
                               const Captures& captures,
                               const ReadContext& context) {
  const auto n = captures["n"];
  if (!n) {
    return {};
  }
  Reading reading;
  reading.range = *n;
  reading.value = value_of(Amount{}, nullptr, Kind::count, {});
  if (const auto noun = captures["noun"]) {
    const auto phrase = noun_phrase_at(words, noun->begin, Plurality::one, context.concepts);
    reading.noun = phrase ? phrase->noun : NounPhrase{};
  } else {
    reading.noun.head = words.value(*n, "none_word").value_or("");
  }
  return {reading};
}

}  // namespace tally
