// SPDX-License-Identifier: Apache-2.0
#include "values/period.h"

#include <array>
#include <utility>

#include <fmt/format.h>

namespace tally {
namespace {

int floored(int value, int step) {
  const int rest = value % step;
  return value - (rest < 0 ? rest + step : rest);
}

Period months(Grain grain, int year, int first_month, int count) {
  const Civil last = month_shifted({.year = year, .month = first_month, .day = 1}, count - 1);
  return {grain, first_of_month(year, first_month), last_of_month(last.year, last.month)};
}

Period years(Grain grain, int first, int count) {
  return {grain, first_of_month(first, 1), last_of_month(first + count - 1, 12)};
}

Period season_at(Civil date) {
  const int first_month = date.month < 3 ? 12 : date.month / 3 * 3;
  return whole_season(date.month < 3 ? date.year - 1 : date.year, first_month);
}

// Of a grain counted in months or years: its length in months.
int months_in(Grain grain) {
  switch (grain) {
    case Grain::month:
      return 1;
    case Grain::quarter:
    case Grain::season:
      return 3;
    case Grain::half:
      return 6;
    case Grain::year:
      return 12;
    case Grain::decade:
      return 120;
    case Grain::century:
      return 1200;
    case Grain::day:
    case Grain::weekend:
    case Grain::week:
      break;
  }
  return 0;
}

// "1987", "BC0490": the year of TIMEX3.
std::string timex_year(int year) {
  return year > 0 ? fmt::format("{:04}", year) : fmt::format("BC{:04}", 1 - year);
}

std::string edtf_year(int year) {
  return year >= 0 ? fmt::format("{:04}", year) : fmt::format("-{:04}", -year);
}

// A decade or century: the first digits of its years.
std::string timex_prefix(int first_year, int step, int width) {
  if (first_year > 0) {
    return fmt::format("{:0{}}", first_year / step, width);
  }
  return fmt::format("BC{:0{}}", -first_year / step, width);
}

std::string_view season_code(int first_month) {
  constexpr std::array<std::string_view, 4> codes = {"SP", "SU", "FA", "WI"};
  return codes[static_cast<std::size_t>(first_month / 3 - 1)];
}

std::string timex_day(const Civil& date) {
  return fmt::format("{}-{:02}-{:02}", timex_year(date.year), date.month, date.day);
}

}  // namespace

std::optional<Grain> grain_of_code(std::string_view code) {
  constexpr auto grains = std::to_array<std::pair<std::string_view, Grain>>({
      {"d", Grain::day},
      {"we", Grain::weekend},
      {"wk", Grain::week},
      {"mo", Grain::month},
      {"quarter", Grain::quarter},
      {"season", Grain::season},
      {"half", Grain::half},
      {"a", Grain::year},
      {"decade", Grain::decade},
      {"century", Grain::century},
  });
  for (const auto& [known, grain] : grains) {
    if (known == code) {
      return grain;
    }
  }
  return std::nullopt;
}

Period period_at(Grain grain, Day day) {
  const Civil date = civil_of(day);
  const Day monday = day - iso_weekday(day) + 1;
  switch (grain) {
    case Grain::day:
      return {grain, day, day};
    case Grain::weekend:
      return {grain, monday + 5, monday + 6};
    case Grain::week:
      return {grain, monday, monday + 6};
    case Grain::month:
      return whole_month(date.year, date.month);
    case Grain::quarter:
      return whole_quarter(date.year, (date.month + 2) / 3);
    case Grain::season:
      return season_at(date);
    case Grain::half:
      return whole_half(date.year, date.month <= 6 ? 1 : 2);
    case Grain::year:
      return whole_year(date.year);
    case Grain::decade:
      return whole_decade(floored(date.year, 10));
    case Grain::century:
      return years(grain, floored(date.year, 100), 100);
  }
  return {};
}

Period shifted(const Period& period, int count) {
  switch (period.grain) {
    case Grain::day:
      return {period.grain, period.first + count, period.last + count};
    case Grain::weekend:
    case Grain::week:
      return {period.grain, period.first + 7 * count, period.last + 7 * count};
    case Grain::month:
    case Grain::quarter:
    case Grain::season:
    case Grain::half:
    case Grain::year:
    case Grain::decade:
    case Grain::century:
      break;
  }
  const int step = months_in(period.grain);
  const Civil first = month_shifted(civil_of(period.first), step * count);
  return months(period.grain, first.year, first.month, step);
}

Period whole_year(int year) { return years(Grain::year, year, 1); }

Period whole_month(int year, int month) { return months(Grain::month, year, month, 1); }

Period whole_quarter(int year, int number) {
  return months(Grain::quarter, year, 3 * number - 2, 3);
}

Period whole_half(int year, int number) { return months(Grain::half, year, 6 * number - 5, 6); }

Period whole_season(int year, int first_month) {
  return months(Grain::season, year, first_month, 3);
}

Period whole_decade(int first_year) { return years(Grain::decade, first_year, 10); }

Period whole_century(int number) {
  return years(Grain::century, number > 0 ? (number - 1) * 100 : number * 100 + 1, 100);
}

std::string timex_of(const Period& period) {
  const Civil date = civil_of(period.first);
  std::string year = timex_year(date.year);
  switch (period.grain) {
    case Grain::day:
      return timex_day(date);
    case Grain::weekend:
    case Grain::week: {
      const IsoWeek week = iso_week_of(period.last);
      return fmt::format("{}-W{:02}{}",
                         timex_year(week.year),
                         week.week,
                         period.grain == Grain::weekend ? "-WE" : "");
    }
    case Grain::month:
      return fmt::format("{}-{:02}", year, date.month);
    case Grain::quarter:
      return fmt::format("{}-Q{}", year, (date.month + 2) / 3);
    case Grain::season:
      return fmt::format("{}-{}", year, season_code(date.month));
    case Grain::half:
      return fmt::format("{}-H{}", year, date.month <= 6 ? 1 : 2);
    case Grain::year:
      return year;
    case Grain::decade:
      return timex_prefix(date.year, 10, 3);
    case Grain::century:
      return timex_prefix(date.year, 100, 2);
  }
  return {};
}

std::string edtf_of(const Period& period, bool approximate) {
  const Civil date = civil_of(period.first);
  const std::string year = edtf_year(date.year);
  std::string text;
  switch (period.grain) {
    case Grain::day:
      text = iso_date(period.first);
      break;
    case Grain::weekend:
    case Grain::week:
      return fmt::format("{}/{}", iso_date(period.first), iso_date(period.last));
    case Grain::month:
      text = fmt::format("{}-{:02}", year, date.month);
      break;
    case Grain::quarter:
      text = fmt::format("{}-{}", year, 32 + (date.month + 2) / 3);
      break;
    case Grain::season:
      text = fmt::format("{}-{}", year, 20 + date.month / 3);
      break;
    case Grain::half:
      text = fmt::format("{}-{}", year, date.month <= 6 ? 40 : 41);
      break;
    case Grain::year:
      text = year;
      break;
    case Grain::decade:
      text = fmt::format("{}X", year.substr(0, year.size() - 1));
      break;
    case Grain::century:
      text = fmt::format("{}XX", year.substr(0, year.size() - 2));
      break;
  }
  return approximate ? fmt::format("{}~", text) : text;
}

}  // namespace tally
