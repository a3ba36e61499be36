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

std::optional<int> class_number(const Words& words, const Captures& captures,
                                std::string_view capture, std::string_view class_name) {
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

// "490 BC" is the astronomical year -489.
std::optional<int> year_in_era(std::optional<int> year, std::optional<int> era) {
  return year && era && *era < 0 ? std::optional{1 - *year} : year;
}

void take_numeric(DateParts& parts, const Words& words, Range range, const ReadContext& context) {
  const auto numeric = numeric_date_of(words.text(range), context.discourse.day_order,
                                       year_near(context.discourse));
  if (numeric) {
    parts.year = numeric->year ? numeric->year : parts.year;
    parts.month = numeric->month;
    parts.day = numeric->day;
  }
}

// First month of the window of twelve, counted from the reference month.
int window_begin(Tense tense) {
  return tense == Tense::past ? -10 : tense == Tense::future ? -3 : -7;
}

int month_index(const Civil& date) { return date.year * 12 + date.month - 1; }

// The year that puts a period beginning with `month` into the window around the reference.
int year_in_window(const Period& reference, int month, int begin) {
  const int first = month_index(civil_of(reference.first)) + begin;
  const int offset = (month - 1 - first) % 12;
  return (first + (offset < 0 ? offset + 12 : offset)) / 12;
}

// A narrative goes forward: the year of the last date mentioned, and the next one for a month that
// lies far before it.
int year_in_narrative(const Period& reference, int month) {
  constexpr int k_far = 8;
  const Civil last = civil_of(reference.first);
  return last.month - month >= k_far ? last.year + 1 : last.year;
}

std::optional<int> first_month_of(const DateParts& parts) {
  if (parts.month) {
    return parts.month;
  }
  if (parts.quarter) {
    return *parts.quarter * 3 - 2;
  }
  if (parts.half) {
    return *parts.half * 6 - 5;
  }
  return parts.season;
}

std::optional<Period> period_in_year(const DateParts& parts, int year) {
  if (parts.month && parts.day) {
    const auto day = valid_day(year, *parts.month, *parts.day);
    return day ? std::optional{Period{Grain::day, *day, *day}} : std::nullopt;
  }
  if (parts.month) {
    return whole_month(year, *parts.month);
  }
  if (parts.quarter) {
    return whole_quarter(year, *parts.quarter);
  }
  if (parts.half) {
    return whole_half(year, *parts.half);
  }
  return parts.season ? whole_season(year, *parts.season) : whole_year(year);
}

Anchor anchor_of(const Reference& reference) {
  return {.day = reference.period.first, .from = std::string(reference.from)};
}

std::optional<DatedPeriod> without_year(const DateParts& parts, const Reference& reference,
                                        bool narrative, Tense tense) {
  constexpr int k_leap_cycle = 8;  // the longest wait for a 29 February, around 1900 and 2100
  const int month = *first_month_of(parts);
  const int year = narrative ? year_in_narrative(reference.period, month)
                             : year_in_window(reference.period, month, window_begin(tense));
  for (int back = 0; back <= k_leap_cycle; ++back) {
    if (const auto period = period_in_year(parts, year - back)) {
      return DatedPeriod{*period, anchor_of(reference)};
    }
  }
  return std::nullopt;
}

// "Friday the 13th": the latest such day up to a month after the reference.
std::optional<DatedPeriod> weekday_of_month(const DateParts& parts, const Reference& reference) {
  constexpr int k_months_back = 24;
  const Civil start = civil_of(reference.period.first);
  for (int back = 0; back <= k_months_back; ++back) {
    const Civil month = month_shifted({.year = start.year, .month = start.month, .day = 1}, -back);
    const auto day = valid_day(month.year, month.month, *parts.day);
    if (day && (!parts.weekday || iso_weekday(*day) == *parts.weekday)) {
      return DatedPeriod{{Grain::day, *day, *day}, anchor_of(reference)};
    }
  }
  return std::nullopt;
}

std::optional<DatedPeriod> day_alone(const DateParts& parts, const Discourse& discourse) {
  auto reference = deictic_reference(discourse);
  if (!parts.weekday && discourse.last_date && discourse.last_date->grain < Grain::quarter) {
    reference = anaphoric_reference(discourse);
  }
  if (!reference) {
    return std::nullopt;
  }
  if (parts.month_shift || parts.month_anaphor) {
    const Reference from = parts.month_shift ? *deictic_reference(discourse)
                                             : *anaphoric_reference(discourse);
    const Civil at = civil_of(from.period.first);
    const int months = parts.month_shift ? *parts.month_shift : *parts.month_anaphor;
    const Civil month = month_shifted({.year = at.year, .month = at.month, .day = 1}, months);
    const auto day = valid_day(month.year, month.month, *parts.day);
    return day ? std::optional{DatedPeriod{{Grain::day, *day, *day}, anchor_of(*reference)}}
               : std::nullopt;
  }
  return weekday_of_month(parts, *reference);
}

std::optional<DatedPeriod> shifted_year(const DateParts& parts, const Reference& reference,
                                        int years) {
  const int year = civil_of(reference.period.first).year + years;
  const auto period = period_in_year(parts, year);
  return period ? std::optional{DatedPeriod{*period, anchor_of(reference)}} : std::nullopt;
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
    parts.year = year_in_era(figures_in(words.text(*year)),
                             class_number(words, captures, "era", "era"));
  }
  if (const auto numeric = captures["numeric"]) {
    take_numeric(parts, words, *numeric, context);
  }
  return parts;
}

std::optional<DatedPeriod> dated(const DateParts& parts, const Discourse& discourse, Tense tense) {
  if (parts.year) {
    const auto period = period_in_year(parts, *parts.year);
    return period ? std::optional{DatedPeriod{*period, std::nullopt}} : std::nullopt;
  }
  if (parts.day && !parts.month) {
    return day_alone(parts, discourse);
  }
  const auto reference = deictic_reference(discourse);
  if (!reference) {
    return std::nullopt;
  }
  if (parts.year_shift) {
    return shifted_year(parts, *reference, *parts.year_shift);
  }
  if (parts.year_anaphor) {
    return shifted_year(parts, *anaphoric_reference(discourse), *parts.year_anaphor);
  }
  if (first_month_of(parts)) {
    return without_year(parts, *reference, discourse.narrative && discourse.last_date, tense);
  }
  if (!parts.weekday) {
    return std::nullopt;
  }
  const Day day = weekday_near(reference->period.last, *parts.weekday, tense);
  return DatedPeriod{{Grain::day, day, day}, anchor_of(*reference)};
}

Tense tense_of(const DateParts& parts, const Words& words, Range range) {
  return parts.weekday && !parts.day && !parts.month ? weekday_tense(words, range)
                                                     : tense_near(words, range);
}

Day weekday_near(Day reference, int weekday, Tense tense) {
  const int back = (iso_weekday(reference) - weekday + 7) % 7;
  return tense == Tense::future && back > 0 ? reference + 7 - back : reference - back;
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
      return figures->count <= 2 ? full_year(figures->value, near_year)
                                                        : figures->value;
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

}  // namespace tally
