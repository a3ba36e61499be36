// SPDX-License-Identifier: Apache-2.0
#include "values/dated_period.h"

#include <string>

namespace tally {
namespace {

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

// A day that follows closely on the last one named, past a year that only looked ahead ("a campaign
// planned for 1976"): the narrative goes on in the year of that day.
std::optional<DatedPeriod> going_on(const DateParts& parts, const Discourse& discourse) {
  constexpr Day k_close = 31;
  if (!discourse.narrative || !discourse.last_day || !parts.month || !parts.day ||
      !discourse.last_date || discourse.last_date->grain != Grain::year) {
    return std::nullopt;
  }
  const Day last = discourse.last_day->first;
  const auto period = period_in_year(parts, civil_of(last).year);
  if (!period || period->first < last || period->first > last + k_close) {
    return std::nullopt;
  }
  return DatedPeriod{*period, Anchor{.day = last, .from = "mention"}};
}

std::optional<DatedPeriod> without_year(const DateParts& parts,
                                        const Discourse& discourse,
                                        const Reference& reference,
                                        Tense tense) {
  constexpr int k_leap_cycle = 8;  // the longest wait for a 29 February, around 1900 and 2100
  if (auto found = going_on(parts, discourse)) {
    return found;
  }
  const int month = *first_month_of(parts);
  const int year = discourse.narrative && discourse.last_date
                       ? year_in_narrative(reference.period, month)
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
    const Reference from =
        parts.month_shift ? *deictic_reference(discourse) : *anaphoric_reference(discourse);
    const Civil at = civil_of(from.period.first);
    const int months = parts.month_shift ? *parts.month_shift : *parts.month_anaphor;
    const Civil month = month_shifted({.year = at.year, .month = at.month, .day = 1}, months);
    const auto day = valid_day(month.year, month.month, *parts.day);
    return day ? std::optional{DatedPeriod{{Grain::day, *day, *day}, anchor_of(*reference)}}
               : std::nullopt;
  }
  return weekday_of_month(parts, *reference);
}

std::optional<DatedPeriod> shifted_year(const DateParts& parts,
                                        const Reference& reference,
                                        int years) {
  const int year = civil_of(reference.period.first).year + years;
  const auto period = period_in_year(parts, year);
  return period ? std::optional{DatedPeriod{*period, anchor_of(reference)}} : std::nullopt;
}

}  // namespace

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
    return without_year(parts, discourse, *reference, tense);
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

}  // namespace tally
