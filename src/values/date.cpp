// SPDX-License-Identifier: Apache-2.0
#include "values/date.h"

#include <charconv>

#include <fmt/format.h>

#include "values/dated_period.h"

namespace tally {
namespace {

// Four figures in this span are a year wherever no word around them counts something.
constexpr int k_first_common_year = 1900;
constexpr int k_last_common_year = 2050;
constexpr int k_first_year = 1000;
constexpr int k_last_year = 2200;

bool is_year_here(const Words& words, std::size_t at) {
  int year = 0;
  const std::string_view text = words.text(at);
  std::from_chars(text.data(), text.data() + text.size(), year);
  if (year < k_first_year || year > k_last_year || words.is(at + 1, "counted_noun")) {
    return false;
  }
  if (at > 0 && words.is(at - 1, "before_year")) {
    return true;
  }
  const bool counted = at > 0 && words.entry_before(at, "before_count") > 0;
  return !counted && year >= k_first_common_year && year <= k_last_common_year;
}

// What is known of a date that nothing anchors: "XXXX-04", "XXXX-WXX-5".
std::string unanchored_timex(const DateParts& parts) {
  if (parts.month && parts.day) {
    return fmt::format("XXXX-{:02}-{:02}", *parts.month, *parts.day);
  }
  if (parts.month) {
    return fmt::format("XXXX-{:02}", *parts.month);
  }
  if (parts.quarter) {
    return fmt::format("XXXX-Q{}", *parts.quarter);
  }
  return parts.weekday ? fmt::format("XXXX-WXX-{}", *parts.weekday) : "XXXX";
}

bool names_nothing(const DateParts& parts) { return parts == DateParts{}; }

// "2007-09" is two years, "2015-03" a month: in a span of years the figures go up.
bool is_span_of_years(const Words& words, const Captures& captures, const DateParts& parts) {
  const auto numeric = captures["numeric"];
  return numeric && !parts.day && parts.year && parts.month && *parts.month > *parts.year % 100 &&
         words.text(*numeric).find('-') != std::string_view::npos;
}

// A day that no month has, or a month above twelve.
bool is_impossible(const DateParts& parts) {
  constexpr int k_leap_year = 2000;
  if (!parts.day) {
    return false;
  }
  return !valid_day(parts.year.value_or(k_leap_year), parts.month.value_or(1), *parts.day);
}

std::optional<Modifier> part_modifier(const Words& words, const Captures& captures) {
  const auto part = captures["part"];
  const auto name = part ? words.value(*part, "part_of_period") : std::nullopt;
  return name ? modifier_named(*name) : std::nullopt;
}

std::optional<int> decade_of(const Words& words,
                             const Captures& captures,
                             const ReadContext& context) {
  const auto range = captures["decade"];
  if (!range) {
    return std::nullopt;
  }
  if (const auto tens = words.number(*range, "decade_word")) {
    return 1900 + static_cast<int>(*tens);
  }
  const int near = context.discourse.published ? civil_of(*context.discourse.published).year
                                               : context.discourse.last_year.value_or(1990);
  const auto year = year_of(words, *range, near);
  return year && *year % 10 == 0 ? year : std::nullopt;
}

std::optional<Period> decade_or_century(const Words& words,
                                        const Captures& captures,
                                        const ReadContext& context) {
  if (const auto decade = decade_of(words, captures, context)) {
    // "the 1800s" is the century, "the 2000s" the decade.
    return *decade % 100 == 0 && *decade < 2000 ? whole_century(*decade / 100 + 1)
                                                : whole_decade(*decade);
  }
  const auto range = captures["century"];
  const auto number = range ? ordinal_of(words, *range) : std::nullopt;
  if (!number || *number < 1 || *number > 30) {
    return std::nullopt;
  }
  const auto era_range = captures["era"];
  const auto era = era_range ? words.number(*era_range, "era") : std::nullopt;
  return whole_century(era && *era < 0 ? -*number : *number);
}

}  // namespace

Range mention_range(const Captures& captures) {
  return captures["mention"].value_or(captures.whole);
}

bool stands_bare(const Words& words, const Captures& captures) {
  if (!captures["bare"]) {
    return true;
  }
  const Range range = mention_range(captures);
  const bool goes_on = words.is(range.end, "lower") || words.is(range.end, "capital") ||
                       words.is(range.end, "abbreviation_dotted");
  return range.begin > 0 && words.is(range.begin - 1, "before_bare") &&
         (words.is(range.end, "after_bare") || !goes_on);
}

DateMarks marks_of(const Words& words, const Captures& captures, const Period& period) {
  DateMarks marks;
  if (const auto part = part_modifier(words, captures)) {
    marks.modifier = *part;
  } else if (captures["approx"]) {
    marks.modifier = Modifier::approx;
    marks.slack = (period.last - period.first + 1) / 2.0;
  }
  marks.bound = bound_before(words, mention_range(captures).begin);
  return marks;
}

std::vector<Reading> one_reading(Range range, Value value) {
  return {Reading{.range = range,
                  .value = std::move(value),
                  .noun = {},
                  .part = Part::whole,
                  .partner = std::nullopt}};
}

std::vector<Reading> read_date(const Words& words,
                               const Captures& captures,
                               const ReadContext& context) {
  const Range range = mention_range(captures);
  if (const auto bare = captures["bare_year"]; bare && !is_year_here(words, bare->begin)) {
    return {};
  }
  const DateParts parts = parts_of(words, captures, context);
  // "8/10" is a date when nothing else is said.
  const bool is_alone = captures.whole.begin == 0 && captures.whole.end == words.size();
  if (is_span_of_years(words, captures, parts) || (captures["alone"] && !is_alone) ||
      (captures["short_year"] && !parts.year)) {
    return {};
  }
  if (names_nothing(parts) || is_impossible(parts) || !stands_bare(words, captures)) {
    return {};
  }
  const auto found = dated(parts, context.discourse, tense_of(parts, words, range));
  if (!found) {
    return one_reading(range, open_date(unanchored_timex(parts), Modifier::unanchored));
  }
  DateMarks marks = marks_of(words, captures, found->period);
  marks.anchor = found->anchor;
  return one_reading(range, date_value(found->period, marks));
}

std::vector<Reading> read_decade(const Words& words,
                                 const Captures& captures,
                                 const ReadContext& context) {
  const auto period = decade_or_century(words, captures, context);
  if (!period) {
    return {};
  }
  return one_reading(mention_range(captures),
                     date_value(*period, marks_of(words, captures, *period)));
}

}  // namespace tally
