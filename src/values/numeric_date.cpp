// SPDX-License-Identifier: Apache-2.0
#include "values/numeric_date.h"

#include <algorithm>
#include <charconv>
#include <vector>

namespace tally {
namespace {

struct Figure {
  int value = 0;
  std::size_t digits = 0;
};

std::vector<Figure> figures_of(std::string_view text) {
  std::vector<Figure> figures;
  const char* at = text.data();
  const char* const end = at + text.size();
  while (at < end) {
    Figure figure;
    const auto [rest, fault] = std::from_chars(at, end, figure.value);
    if (fault == std::errc{} && *at != '-') {
      figure.digits = static_cast<std::size_t>(rest - at);
      figures.push_back(figure);
      at = rest;
    } else {
      ++at;
    }
  }
  return figures;
}

bool is_month(int value) { return value >= 1 && value <= 12; }

// Day and month of two figures in the order of the text.
std::optional<NumericDate> day_and_month(int first, int second, DayOrder order) {
  const bool swapped =
      is_month(first) && is_month(second) ? order == DayOrder::day_first : !is_month(first);
  const int month = swapped ? second : first;
  const int day = swapped ? first : second;
  if (!is_month(month) || day < 1 || day > 31) {
    return std::nullopt;
  }
  return NumericDate{.year = std::nullopt, .month = month, .day = day};
}

std::optional<NumericDate> checked(NumericDate date) {
  if (date.day && date.year && !valid_day(*date.year, date.month, *date.day)) {
    return std::nullopt;
  }
  return date;
}

std::optional<NumericDate> month_of_year(int year, int month) {
  if (!is_month(month)) {
    return std::nullopt;
  }
  return NumericDate{.year = year, .month = month, .day = std::nullopt};
}

}  // namespace

int full_year(int two_digits, int near_year) {
  const int century = near_year / 100 * 100;
  const int year = century + two_digits;
  return year > near_year + 20 ? year - 100 : year <= near_year - 80 ? year + 100 : year;
}

std::optional<NumericDate> numeric_date_of(std::string_view text, DayOrder order, int near_year) {
  const std::vector<Figure> f = figures_of(text);
  if (f.size() == 1 && f[0].digits == 8) {
    const int compact = f[0].value;
    return checked({.year = compact / 10000, .month = compact / 100 % 100, .day = compact % 100});
  }
  if (f.size() == 2) {
    if (f[0].digits == 4 || f[1].digits == 4) {
      return f[0].digits == 4 ? month_of_year(f[0].value, f[1].value)
                              : month_of_year(f[1].value, f[0].value);
    }
    return day_and_month(f[0].value, f[1].value, order);
  }
  if (f.size() != 3) {
    return std::nullopt;
  }
  if (f[0].digits == 4) {
    return checked({.year = f[0].value, .month = f[1].value, .day = f[2].value});
  }
  auto date = day_and_month(f[0].value, f[1].value, order);
  if (date) {
    date->year = f[2].digits == 4 ? f[2].value : full_year(f[2].value, near_year);
    date = checked(*date);
  }
  return date;
}

std::optional<DayOrder> day_order_of(std::string_view text) {
  const std::vector<Figure> f = figures_of(text);
  if (f.size() < 2 || f[0].digits > 2 || f[1].digits > 2 ||
      is_month(f[0].value) == is_month(f[1].value)) {
    return std::nullopt;
  }
  return is_month(f[0].value) ? DayOrder::month_first : DayOrder::day_first;
}

}  // namespace tally
