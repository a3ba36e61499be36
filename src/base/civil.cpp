// SPDX-License-Identifier: Apache-2.0
#include "base/civil.h"

#include <charconv>

#include <fmt/format.h>

namespace tally {
namespace {

bool is_leap(int year) { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; }

int floor_div(int a, int b) {
  return a / b - static_cast<int>(a % b != 0 && (a % b < 0) != (b < 0));
}

std::optional<int> digits(std::string_view text) {
  int value = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (fault != std::errc{} || end != text.data() + text.size()) {
    return std::nullopt;
  }
  return value;
}

}  // namespace

Day day_of(Civil date) {
  const int y = date.month <= 2 ? date.year - 1 : date.year;
  const int era = floor_div(y, 400);
  const int year_of_era = y - era * 400;
  const int shifted_month = (date.month + 9) % 12;
  const int day_of_year = (153 * shifted_month + 2) / 5 + date.day - 1;
  const int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * 146097 + day_of_era - 719468;
}

Civil civil_of(Day day) {
  const int z = day + 719468;
  const int era = floor_div(z, 146097);
  const int day_of_era = z - era * 146097;
  const int year_of_era =
      (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const int shifted_month = (5 * day_of_year + 2) / 153;
  const int month = shifted_month < 10 ? shifted_month + 3 : shifted_month - 9;
  return {.year = year_of_era + era * 400 + static_cast<int>(month <= 2),
          .month = month,
          .day = day_of_year - (153 * shifted_month + 2) / 5 + 1};
}

int days_in_month(int year, int month) {
  constexpr int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && is_leap(year) ? 29 : lengths[month - 1];
}

std::optional<Day> valid_day(int year, int month, int day) {
  if (month < 1 || month > 12 || day < 1 || day > days_in_month(year, month)) {
    return std::nullopt;
  }
  return day_of({.year = year, .month = month, .day = day});
}

Day first_of_month(int year, int month) { return day_of({.year = year, .month = month, .day = 1}); }

Day last_of_month(int year, int month) {
  return day_of({.year = year, .month = month, .day = days_in_month(year, month)});
}

Civil month_shifted(Civil date, int months) {
  const int index = date.year * 12 + (date.month - 1) + months;
  const int year = floor_div(index, 12);
  const int month = index - year * 12 + 1;
  const int last = days_in_month(year, month);
  return {.year = year, .month = month, .day = date.day < last ? date.day : last};
}

int iso_weekday(Day day) {
  const int from_monday = (day + 3) % 7;
  return (from_monday < 0 ? from_monday + 7 : from_monday) + 1;
}

IsoWeek iso_week_of(Day day) {
  const Day thursday = day - iso_weekday(day) + 4;
  const int year = civil_of(thursday).year;
  return {.year = year, .week = (thursday - day_of({.year = year, .month = 1, .day = 1})) / 7 + 1};
}

Day monday_of(IsoWeek week) {
  const Day fourth = day_of({.year = week.year, .month = 1, .day = 4});
  return fourth - iso_weekday(fourth) + 1 + (week.week - 1) * 7;
}

Day easter_sunday(int year) {
  const int a = year % 19;
  const int b = year / 100;
  const int c = year % 100;
  const int d = b / 4;
  const int e = b % 4;
  const int f = (b + 8) / 25;
  const int g = (b - f + 1) / 3;
  const int h = (19 * a + b - d - g + 15) % 30;
  const int i = c / 4;
  const int k = c % 4;
  const int l = (32 + 2 * e + 2 * i - h - k) % 7;
  const int m = (a + 11 * h + 22 * l) / 451;
  const int n = h + l - 7 * m + 114;
  return day_of({.year = year, .month = n / 31, .day = n % 31 + 1});
}

std::string iso_date(Day day) {
  const Civil date = civil_of(day);
  if (date.year < 0) {
    return fmt::format("-{:04}-{:02}-{:02}", -date.year, date.month, date.day);
  }
  return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
}

std::optional<Day> parse_iso_date(std::string_view text) {
  if (text.size() < 10 || text[4] != '-' || text[7] != '-' ||
      (text.size() > 10 && text[10] != 'T' && text[10] != ' ')) {
    return std::nullopt;
  }
  const auto year = digits(text.substr(0, 4));
  const auto month = digits(text.substr(5, 2));
  const auto day = digits(text.substr(8, 2));
  if (!year || !month || !day) {
    return std::nullopt;
  }
  return valid_day(*year, *month, *day);
}

}  // namespace tally
