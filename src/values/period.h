// SPDX-License-Identifier: Apache-2.0
// Periods of the calendar (a day, a week, a quarter, a century): their ends, neighbours and names.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/civil.h"

namespace tally {

// From fine to coarse. `weekend` is Saturday and Sunday of an ISO week; `season` the three months
// that begin with March, June, September or December; `half` a half year.
enum class Grain { day, weekend, week, month, quarter, season, half, year, decade, century };

// A stretch of days, both ends inclusive, with the grain that it was named by. A period that is no
// single unit of the calendar ("the last week of 2016" in days) has the grain it is counted in.
struct Period {
  Grain grain = Grain::day;
  Day first = 0;
  Day last = 0;

  friend bool operator==(const Period&, const Period&) = default;
};

// The grain that a unit code of the pack names: d, we, wk, mo, quarter, season, half, a, decade,
// century; nothing for other codes ("h").
std::optional<Grain> grain_of_code(std::string_view code);

// The unit of the calendar of that grain that contains the day.
Period period_at(Grain grain, Day day);
// The period of the same grain `count` later (earlier when negative). For a period that is one
// unit of the calendar.
Period shifted(const Period& period, int count);

Period whole_year(int year);  // astronomical: 0 is 1 BC
Period whole_month(int year, int month);
// `number` from 1. A season is numbered by the month it begins with, so by 3, 6, 9 or 12; winter
// begins in December of `year`.
Period whole_quarter(int year, int number);
Period whole_half(int year, int number);
Period whole_season(int year, int first_month);
// The decade that the year begins (1990), and the century by its number: 20 is 1900 to 1999, as
// news writes it; -4 is the fourth century BC, 400 to 301 BC.
Period whole_decade(int first_year);
Period whole_century(int number);

// The value of TIMEX3: 2024-04-21, 2024-W16, 2024-W16-WE, 2024-04, 2024-Q2, 2024-H1, 2024-SP,
// 2024, 202, 20; years before 1 as BC0490.
std::string timex_of(const Period& period);
// ISO 8601-2 (EDTF): 2024-04-21, 2024-04, 2024-34 (second quarter), 2024-21 (spring), 2024, 202X,
// 20XX; weeks and weekends as first/last day. `approximate` puts a "~" behind it.
std::string edtf_of(const Period& period, bool approximate);

}  // namespace tally
