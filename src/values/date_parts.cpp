// SPDX-License-Identifier: Apache-2.0
#include "values/date_parts.h"

#include <charconv>

#include "values/number.h"
#include "values/numeric_date.h"

namespace tally {
namespace {

constexpr int k_default_year = 2000;  // near which two-figure years lie in a text without a date

struct Figures {
  int value = 0;
  std::ptrdiff_t count = 0;
};

// The figures that a token begins with, behind an apostrophe: "19" of "19th", "80" of "'80s".
std::optional<Figures> written_figures(std::string_view text) {
  while (!text.empty() && (text.front() < '0' || text.front() > '9')) {
    text.remove_prefix(1);
  }
  int value = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (fault != std::errc{}) {
    return std::nullopt;
  }
  return Figures{value, end - text.data()};
}

std::optional<int> figures_in(std::string_view text) {
  const auto written = written_figures(text);
  return written ? std::optional{written->value} : std::nullopt;
}

std::optional<int> class_number(const Words& words,
                                const Captures& captures,
                                std::string_view capture,
                                std::string_view class_name) {
  const auto range = captures[capture];
  const auto value = range ? words.number(*range, class_name) : std::nullopt;
  return value ? std::optional{static_cast<int>(*value)} : std::nullopt;
}

int year_near(const Discourse& discourse) {
  if (discourse.published) {
    return civil_of(*discourse.published).year;
  }
  return discourse.last_year.value_or(k_default_year);
}

// "490 BC" is the astronomical year -489; an era above 1 is that many years ahead of ours.
std::optional<int> year_in_era(std::optional<int> year, std::optional<int> era) {
  if (!year || !era) {
    return year;
  }
  return *era < 0 ? 1 - *year : *era > 1 ? *year - *era : *year;
}

// "Aug 9 96": two figures behind a day are a year when no day can be meant and no noun follows.
std::optional<int> short_year_of(const Words& words, Range range, int near_year) {
  constexpr int k_days = 31;
  const auto figures = figures_in(words.text(range));
  if (!figures || *figures <= k_days || words.is(range.end, "lower") ||
      words.is(range.end, "capital")) {
    return std::nullopt;
  }
  return full_year(*figures, near_year);
}

void take_numeric(DateParts& parts, const Words& words, Range range, const ReadContext& context) {
  const auto numeric =
      numeric_date_of(words.text(range), context.discourse.day_order, year_near(context.discourse));
  if (numeric) {
    parts.year = numeric->year ? numeric->year : parts.year;
    parts.month = numeric->month;
    parts.day = numeric->day;
  }
}

}  // namespace

DateParts parts_of(const Words& words, const Captures& captures, const ReadContext& context) {
  DateParts parts;
  parts.weekday = class_number(words, captures, "weekday", "weekday_any");
  parts.month = class_number(words, captures, "month", "month_any");
  parts.season = class_number(words, captures, "season", "season");
  parts.quarter = class_number(words, captures, "quarter", "quarter_number");
  parts.half = class_number(words, captures, "half", "half_number");
  parts.year_shift = class_number(words, captures, "year_shift", "shift");
  parts.month_shift = class_number(words, captures, "month_shift", "shift");
  parts.year_anaphor = class_number(words, captures, "year_anaphor", "anaphor");
  parts.month_anaphor = class_number(words, captures, "month_anaphor", "anaphor");
  if (const auto day = captures["day"]) {
    parts.day = ordinal_of(words, *day);
  }
  if (const auto year = captures["year"]) {
    parts.year = year_in_era(year_of(words, *year, year_near(context.discourse)),
                             class_number(words, captures, "era", "era"));
  }
  if (const auto year = captures["era_year"]) {
    parts.year =
        year_in_era(figures_in(words.text(*year)), class_number(words, captures, "era", "era"));
  }
  if (const auto year = captures["short_year"]) {
    parts.year = short_year_of(words, *year, year_near(context.discourse));
  }
  if (const auto numeric = captures["numeric"]) {
    take_numeric(parts, words, *numeric, context);
  }
  return parts;
}

std::optional<int> ordinal_of(const Words& words, Range range) {
  if (range.empty()) {
    return std::nullopt;
  }
  if (const auto figures = figures_in(words.text(range.begin))) {
    return figures;
  }
  if (const auto value = words.number(range, "day_ordinal")) {
    return static_cast<int>(*value);
  }
  const auto cardinal = read_number(words, range);  // "January twenty-five"
  return cardinal ? std::optional{static_cast<int>(cardinal->low)} : std::nullopt;
}

std::optional<int> year_of(const Words& words, Range range, int near_year) {
  for (std::size_t i = range.begin; i < range.end; ++i) {
    if (const auto figures = written_figures(words.text(i))) {
      return figures->count <= 2 ? full_year(figures->value, near_year) : figures->value;
    }
  }
  const auto number = read_number(words, range);
  if (number && number->low >= 1000) {
    return static_cast<int>(number->low);
  }
  const auto century = read_number(words, {range.begin, range.begin + 1});
  const auto rest = read_number(words, {range.begin + 1, range.end});
  if (!century || !rest) {
    return std::nullopt;
  }
  return static_cast<int>(century->low) * 100 + static_cast<int>(rest->low);
}

DateParts parts_in(const Words& words, Range range, const ReadContext& context) {
  DateParts parts;
  const int near_year = year_near(context.discourse);
  for (std::size_t i = range.begin; i < range.end; ++i) {
    const Range here{i, i + 1};
    if (words.is(i + 1, "hyphen") && words.is(i + 3, "hyphen") && words.is(i + 2, "small") &&
        i + 5 == range.end) {
      take_numeric(parts, words, {i, range.end}, context);  // "10-1-2018"
      return parts;
    }
    if (words.is(i, "slash_date") || words.is(i, "iso_date") || words.is(i, "year_first_date")) {
      take_numeric(parts, words, here, context);
    } else if (const auto month = words.number(here, "month_any")) {
      parts.month = static_cast<int>(*month);
    } else if (words.is(i, "digits4")) {
      parts.year = year_of(words, here, near_year);
    } else if (const std::size_t length = words.entry_at(i, "day_ordinal"); length > 0) {
      parts.day = ordinal_of(words, {i, i + length});
      i += length - 1;
    } else if (words.is(i, "small") || words.is(i, "ordinal_digits")) {
      parts.day = ordinal_of(words, here);
    }
  }
  return parts;
}

}  // namespace tally
