// SPDX-License-Identifier: Apache-2.0
#include "values/lunar.h"

#include <cmath>
#include <numbers>

namespace tally {
namespace {

constexpr double k_julian_day_of_epoch = 2440587.5;  // 1970-01-01, 0 h
constexpr double k_month_days = 29.530588861;        // mean synodic month
constexpr double k_new_moon_2000 = 2451550.09766;    // Julian day of the first new moon of 2000

double sine(double degrees) { return std::sin(degrees * std::numbers::pi / 180); }

// Days from the epoch, with a fraction, of lunation `k`; half numbers are full moons.
double lunation_time(double k, MoonPhase phase) {
  const double t = k / 1236.85;
  const double sun = 2.5534 + 29.1053567 * k;
  const double moon = 201.5643 + 385.81693528 * k + 0.0107582 * t * t;
  const double node = 160.7108 + 390.67050284 * k;
  const bool is_new = phase == MoonPhase::new_moon;
  const double correction = (is_new ? -0.4072 : -0.40614) * sine(moon) +
                            (is_new ? 0.17241 : 0.17302) * sine(sun) +
                            (is_new ? 0.01608 : 0.01614) * sine(2 * moon) +
                            (is_new ? 0.01039 : 0.01043) * sine(2 * node) +
                            (is_new ? 0.00739 : 0.00734) * sine(moon - sun) -
                            (is_new ? 0.00514 : 0.00515) * sine(moon + sun) +
                            (is_new ? 0.00208 : 0.00209) * sine(2 * sun);
  return k_new_moon_2000 + k_month_days * k + 0.00015437 * t * t + correction -
         k_julian_day_of_epoch;
}

// Days from the Hebrew epoch to the new moon of Tishri, put off where the rules ask for it.
int hebrew_elapsed_days(int year) {
  const int months = (235 * year - 234) / 19;
  const long long parts = 12084 + 13753LL * months;
  const int day = months * 29 + static_cast<int>(parts / 25920);
  return 3 * (day + 1) % 7 < 3 ? day + 1 : day;
}

int hebrew_delay(int year) {
  const int before = hebrew_elapsed_days(year - 1);
  const int here = hebrew_elapsed_days(year);
  const int behind = hebrew_elapsed_days(year + 1);
  if (behind - here == 356) {
    return 2;
  }
  return here - before == 382 ? 1 : 0;
}

}  // namespace

Day islamic_day(int year, int month, int day) {
  constexpr int k_epoch_offset = 1948055;  // Julian day number before 1 Muharram 1, less a year
  const int julian =
      (11 * year + 3) / 30 + 354 * year + 30 * month - (month - 1) / 2 + 1 + k_epoch_offset;
  constexpr Day k_margin = 4;           // the table is off by two days at most
  constexpr double k_until_sunset = 9;  // from sunset in Mecca, about 15 h UT, to midnight
  return moon_phase_day(MoonPhase::new_moon, julian - 2440588 - k_margin, k_until_sunset) + day;
}

Day hebrew_new_year(int year) {
  constexpr Day k_epoch = -2092590;  // 7 October 3761 BC, Julian, less a day
  return k_epoch + hebrew_elapsed_days(year) + hebrew_delay(year);
}

Day orthodox_easter(int year) {
  const int d = (19 * (year % 19) + 15) % 30;
  const int e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7;
  const int month = (d + e + 114) / 31;
  const int day = (d + e + 114) % 31 + 1;
  const int gap = year / 100 - year / 400 - 2;  // Gregorian ahead of Julian
  return day_of({.year = year, .month = month, .day = day}) + gap;
}

Day moon_phase_day(MoonPhase phase, Day from, double zone_hours) {
  const double half = phase == MoonPhase::full_moon ? 0.5 : 0;
  const double first = std::floor((from + k_julian_day_of_epoch - k_new_moon_2000) / k_month_days);
  for (double k = first - 1 + half;; k += 1) {
    const double time = lunation_time(k, phase) + zone_hours / 24;
    if (const auto day = static_cast<Day>(std::floor(time)); day >= from) {
      return day;
    }
  }
}

}  // namespace tally
