// SPDX-License-Identifier: Apache-2.0
#include "values/duration.h"

#include <array>
#include <cmath>
#include <string>

#include <fmt/format.h>

#include "values/date.h"
#include "values/number.h"

namespace tally {
namespace {

constexpr double k_day_s = 86400;
constexpr double k_month_s = 30.436875 * k_day_s;

// What one unit of class time_unit is: seconds, its designator in TIMEX3, and the unit and number
// of those that ISO 8601 and `written_unit` know.
struct DurationUnit {
  std::string_view code;
  double seconds;
  std::string_view timex;  // "TH" stands behind a T: PT2H
  std::string_view iso;
  std::string_view written;
  double times;
};

constexpr auto k_units = std::to_array<DurationUnit>({
    {"s", 1, "TS", "TS", "s", 1},
    {"min", 60, "TM", "TM", "min", 1},
    {"h", 3600, "TH", "TH", "h", 1},
    {"d", k_day_s, "D", "D", "d", 1},
    {"we", 2 * k_day_s, "WE", "D", "d", 2},
    {"wk", 7 * k_day_s, "W", "W", "wk", 1},
    {"fortnight", 14 * k_day_s, "W", "W", "wk", 2},
    {"mo", k_month_s, "M", "M", "mo", 1},
    {"quarter", 3 * k_month_s, "Q", "M", "mo", 3},
    {"season", 3 * k_month_s, "M", "M", "mo", 3},
    {"half", 6 * k_month_s, "M", "M", "mo", 6},
    {"a", 12 * k_month_s, "Y", "Y", "a", 1},
    {"decade", 120 * k_month_s, "Y", "Y", "a", 10},
    {"century", 1200 * k_month_s, "Y", "Y", "a", 100},
});

const DurationUnit* unit_coded(std::string_view code) {
  for (const DurationUnit& unit : k_units) {
    if (unit.code == code) {
      return &unit;
    }
  }
  return nullptr;
}

const DurationUnit* unit_of(const Words& words, const Captures& captures, std::string_view name) {
  const auto range = captures[name];
  const auto code = range ? words.value(*range, "time_unit") : std::nullopt;
  return code ? unit_coded(*code) : nullptr;
}

// "P10Y", "PT2.5H": `number` of a designator.
std::string designated(double number, std::string_view designator) {
  const bool clock = designator.size() > 1 && designator.front() == 'T';
  return fmt::format(
      "P{}{:.6g}{}", clock ? "T" : "", number, clock ? designator.substr(1) : designator);
}

// A fraction of a unit in the next smaller one: half an hour is PT30M, half a year P6M.
std::string fraction_timex(double number, const DurationUnit& unit) {
  struct Smaller {
    std::string_view unit;
    double times;
    std::string_view timex;
  };
  constexpr auto smaller = std::to_array<Smaller>({{"min", 60, "TS"},
                                                   {"h", 60, "TM"},
                                                   {"d", 24, "TH"},
                                                   {"a", 12, "M"},
                                                   {"decade", 10, "Y"},
                                                   {"century", 100, "Y"}});
  for (const Smaller& step : smaller) {
    const double times = number * step.times;
    if (step.unit == unit.code && std::abs(times - std::round(times)) < 1e-6) {
      return designated(std::round(times), step.timex);
    }
  }
  return designated(number * (unit.timex == unit.iso ? unit.times : 1), unit.timex);
}

std::string timex_of_number(double number, const DurationUnit& unit) {
  if (number < 1) {
    return fraction_timex(number, unit);
  }
  return designated(number * (unit.timex == unit.iso ? unit.times : 1), unit.timex);
}

// "PXY", "PTXM"; decades and centuries keep their own letters.
std::string vague_timex(const DurationUnit& unit) {
  if (unit.code == "decade") {
    return "PXDE";
  }
  if (unit.code == "century") {
    return "PXCE";
  }
  const bool clock = unit.timex.front() == 'T';
  return fmt::format("P{}X{}", clock ? "T" : "", clock ? unit.timex.substr(1) : unit.timex);
}

std::string iso_of(double number, const DurationUnit& unit) {
  const bool short_days = unit.code == "d" && number < 7;
  if (unit.seconds < k_day_s || short_days || unit.code == "we") {
    return {};
  }
  return number < 1 ? fraction_timex(number, unit) : designated(number * unit.times, unit.iso);
}

// The count with what stands behind the unit: "an hour and a half".
std::optional<Number> count_of(const Words& words, const Captures& captures) {
  const auto range = captures["count"];
  auto number = range ? read_number(words, *range) : std::optional{Number{.low = 1, .high = 1}};
  if (!range && captures["several"]) {
    return Number{.low = 2, .high = 2, .vague = true};
  }
  const auto more = captures["more"];
  const auto fraction = more ? read_number(words, *more) : std::nullopt;
  if (number && fraction) {
    number->low += fraction->low;
    number->high += fraction->high;
  }
  return number;
}

void set_ends(Value& value, const Number& number, const DurationUnit& unit, double more_seconds) {
  TimeDetail& time = *value.time;
  value.low = number.low * unit.seconds + more_seconds;
  value.high = number.high * unit.seconds + more_seconds;
  value.written_low = number.low * unit.times;
  value.written_high = number.high * unit.times;
  value.slack = number.vague ? 0 : number.slack * unit.seconds;
  time.iso_low = iso_of(number.low, unit);
  time.iso_high = iso_of(number.high, unit);
  time.timex = number.vague ? vague_timex(unit) : timex_of_number(number.high, unit);
}

void open_low(Value& value) {
  value.low.reset();
  value.written_low.reset();
  value.time->iso_low.clear();
}

void open_high(Value& value) {
  value.high.reset();
  value.written_high.reset();
  value.time->iso_high.clear();
}

void apply(Value& value, Modifier modifier) {
  value.modifier = modifier;
  if (modifier == Modifier::more_than || modifier == Modifier::at_least) {
    open_high(value);
  } else if (modifier == Modifier::less_than || modifier == Modifier::at_most) {
    open_low(value);
  }
}

// "$5 million over ten years": the preposition, not "more than".
bool is_during(const Words& words, const Captures& captures) {
  const auto hedge = captures["hedge"];
  return hedge && captures.whole.begin > 0 &&
         words.entry_at(hedge->begin, "over") == hedge->size() &&
         words.is(captures.whole.begin - 1, "sum_end");
}

std::optional<Modifier> hedge_of(const Words& words, const Captures& captures) {
  const auto range = captures["hedge"];
  const auto name = range ? words.value(*range, "time_hedge") : std::nullopt;
  return name ? modifier_named(*name) : std::nullopt;
}

// "$5 a year", "three times a week": an article that means "each".
bool is_rate(const Words& words, const Captures& captures) {
  const auto article = captures["article"];
  const std::size_t begin = captures.whole.begin;
  const bool alone = begin == 0 && captures.whole.end == words.size();
  if (!article || captures["hedge"] || captures["more"] || alone) {
    return false;
  }
  const bool leads = begin > 0 && words.entry_before(begin, "duration_lead") > 0;
  return !leads && words.entry_at(captures.whole.end, "duration_tail") == 0;
}

// A second term, "and 3 months": its seconds, and the ISO string of both.
void add_term(Value& value,
              const Words& words,
              const Captures& captures,
              const Number& first,
              const DurationUnit& unit) {
  const auto range = captures["count2"];
  const auto number = range ? read_number(words, *range) : std::nullopt;
  const DurationUnit* const smaller = unit_of(words, captures, "unit2");
  if (!number || smaller == nullptr) {
    return;
  }
  set_ends(value, first, unit, number->low * smaller->seconds);
  std::string iso = designated(first.low, unit.timex);
  const std::string rest = designated(number->low, smaller->timex).substr(1);
  const bool both_clock = unit.timex.front() == 'T';
  iso += both_clock ? rest.substr(1) : rest;
  value.time->timex = iso;
  if (unit.seconds >= k_day_s) {
    value.time->iso_low = iso;
    value.time->iso_high = iso;
  }
  value.written_low = *value.low / unit.seconds * unit.times;
  value.written_high = value.written_low;
}

}  // namespace

std::vector<Reading> read_duration(const Words& words,
                                   const Captures& captures,
                                   const ReadContext&) {
  const DurationUnit* const unit = unit_of(words, captures, "unit");
  auto number = count_of(words, captures);
  if (unit == nullptr || !number || is_rate(words, captures)) {
    return {};
  }
  Value value;
  value.kind = Kind::duration;
  value.unit = "s";
  value.written_unit = unit->written;
  value.time.emplace();
  value.modifier = number->vague ? Modifier::vague : Modifier::exact;
  if (const auto to = captures["to_count"]) {
    const auto end = read_number(words, *to);
    if (!end || end->high < number->low) {
      return {};
    }
    number->high = end->high;
    value.modifier = Modifier::range;
  }
  set_ends(value, *number, *unit, 0);
  add_term(value, words, captures, *number, *unit);
  if (captures["several"]) {
    open_high(value);
  }
  Range range = mention_range(captures);
  if (is_during(words, captures)) {
    range.begin = captures["hedge"]->end;
  } else if (const auto hedge = hedge_of(words, captures); hedge && !number->vague) {
    apply(value, *hedge);
  }
  return one_reading(range, value);
}

std::vector<Reading> read_time_set(const Words& words,
                                   const Captures& captures,
                                   const ReadContext&) {
  Value value;
  value.kind = Kind::other;
  value.modifier = Modifier::vague;
  value.time.emplace();
  if (const auto range = captures["set"]) {
    value.time->timex = words.value(*range, "time_set").value_or("");
  }
  return one_reading(mention_range(captures), value);
}

}  // namespace tally
