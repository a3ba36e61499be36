// SPDX-License-Identifier: Apache-2.0
// Days and calendar dates in the proleptic Gregorian calendar, without a clock or a time zone.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tally {

// A day, as days since 1970-01-01 (negative before it).
using Day = std::int32_t;

struct Civil {
  int year = 1970;  // astronomical: 0 is 1 BC
  int month = 1;    // 1 to 12
  int day = 1;      // 1 to 31

  friend bool operator==(const Civil&, const Civil&) = default;
};

// Days from the epoch of a date, and back. Algorithms: H. Hinnant, "chrono-Compatible Low-Level
// Date Algorithms" (2013). `date` must be a real one; see is_valid.
Day day_of(Civil date);
Civil civil_of(Day day);

// The day of year, month and day when there is such a date, otherwise nothing (31 February).
std::optional<Day> valid_day(int year, int month, int day);
int days_in_month(int year, int month);

Day first_of_month(int year, int month);
Day last_of_month(int year, int month);
// The same for a month number that may lie outside 1..12 and carries over into other years.
Civil month_shifted(Civil date, int months);  // the day is cut to the length of the new month

// 1 is Monday, 7 is Sunday (ISO 8601).
int iso_weekday(Day day);

// ISO 8601 week: its year, number 1 to 53, and the Monday that begins it.
struct IsoWeek {
  int year = 1970;
  int week = 1;
};
IsoWeek iso_week_of(Day day);
Day monday_of(IsoWeek week);

// Western Easter Sunday of a year (anonymous Gregorian computus, Meeus/Jones/Butcher).
Day easter_sunday(int year);

// "2024-04-21"; years before 1 are written with a sign, as ISO 8601 extended.
std::string iso_date(Day day);
// The day that an ISO date names ("2024-04-21", also with a time behind it), otherwise nothing.
std::optional<Day> parse_iso_date(std::string_view text);

}  // namespace tally
