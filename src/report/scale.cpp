// SPDX-License-Identifier: Apache-2.0
#include "report/scale.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

#include "report/wording.h"

namespace tally {
namespace {

constexpr double k_far_apart = 50;    // greatest to least: from here on logarithmic
constexpr double k_wanted_steps = 4;  // between the ends of a line
constexpr double k_margin = 0.05;     // of the line, on either side of a lone value
constexpr double k_days_per_month = 30.436875;
constexpr double k_days_per_year = 365.2425;

// The least of 1, 2, 5, 10, 20 … that is `at_least` or more.
double round_step(double at_least) {
  const double power = std::pow(10, std::floor(std::log10(at_least)));
  for (const double digit : {1.0, 2.0, 5.0}) {
    if (digit * power >= at_least * (1 - 1e-9)) {
      return digit * power;
    }
  }
  return 10 * power;
}

// The first of `steps` that is `at_least` or more, otherwise the last.
double listed_step(std::span<const double> steps, double at_least) {
  const auto found = std::find_if(
      steps.begin(), steps.end(), [at_least](double step) { return step >= at_least; });
  return found == steps.end() ? steps.back() : *found;
}

double month_number(double day) {
  const Civil date = civil_of(static_cast<Day>(std::floor(day)));
  return date.year * 12.0 + date.month - 1;
}

double first_day_of(double month) {
  const auto number = static_cast<int>(std::lround(month));
  const int year = number >= 0 ? number / 12 : (number - 11) / 12;
  return first_of_month(year, number - year * 12 + 1);
}

// `scale` with the step in which its marks go up: so many of the base unit, or of months.
Scale with_steps(Scale scale, double step, bool months = false) {
  scale.step = step;
  scale.months = months;
  return scale;
}

Scale stepped(const Scale& scale) {
  constexpr std::array k_minutes = {1.0, 2.0, 5.0, 10.0, 15.0, 30.0, 60.0, 120.0, 240.0, 480.0};
  constexpr std::array k_days = {1.0, 2.0, 5.0, 7.0, 14.0};
  constexpr std::array k_months = {1.0, 2.0, 3.0, 6.0, 12.0};
  const double wanted = (scale.high - scale.low) / k_wanted_steps;
  if (scale.kind == Kind::time) {
    return with_steps(scale, listed_step(k_minutes, wanted));
  }
  if (scale.kind != Kind::date) {
    return with_steps(scale, round_step(wanted));
  }
  if (wanted <= k_days.back()) {
    return with_steps(scale, listed_step(k_days, wanted));
  }
  const double months = wanted / k_days_per_month;
  const double step = months <= 12 ? listed_step(k_months, months)
                                   : 12 * std::max(1.0, round_step(wanted / k_days_per_year));
  return with_steps(scale, step, true);
}

// The last mark at or before `value`, and the first one at or after it.
double mark_before(const Scale& grid, double value) {
  return grid.months ? first_day_of(std::floor(month_number(value) / grid.step) * grid.step)
                     : std::floor(value / grid.step + 1e-9) * grid.step;
}

double next_mark(const Scale& grid, double mark) {
  return grid.months ? first_day_of(month_number(mark) + grid.step) : mark + grid.step;
}

double mark_after(const Scale& grid, double value) {
  const double before = mark_before(grid, value);
  const bool stands_on_it = value - before < grid.step * 1e-6;
  return stands_on_it && !grid.months ? before : next_mark(grid, before);
}

// "40M" for 40,000,000.
std::string short_number(double number) {
  constexpr std::array<std::pair<double, std::string_view>, 4> k_suffixes = {
      {{1e12, "T"}, {1e9, "B"}, {1e6, "M"}, {1e3, "k"}}};
  for (const auto& [size, suffix] : k_suffixes) {
    if (std::abs(number) >= size && (size > 1e3 || std::abs(number) >= 1e5)) {
      return fmt::format("{}{}", number_text(number / size), suffix);
    }
  }
  return number_text(number);
}

std::string label_of(const Scale& scale, double mark) {
  if (scale.kind != Kind::date) {
    return scale.kind == Kind::time || scale.kind == Kind::duration ? end_text(scale.kind, mark)
                                                                    : short_number(mark);
  }
  const std::string iso = end_text(Kind::date, mark);
  const bool years = scale.months && std::fmod(scale.step, 12) == 0;
  return years ? iso.substr(0, iso.size() - 6) : scale.months ? iso.substr(0, iso.size() - 3) : iso;
}

std::vector<Tick> decades_of(const Scale& scale) {
  std::vector<Tick> ticks;
  const double decades = std::round(std::log10(scale.high / scale.low));
  const int step = std::max(1, static_cast<int>(std::ceil(decades / 6)));
  for (int i = 0; i <= static_cast<int>(decades); i += step) {
    const double mark = scale.low * std::pow(10, i);
    ticks.push_back({place_on(scale, mark), short_number(mark)});
  }
  return ticks;
}

// The line with its ends moved out to round ones.
Scale rounded_out(Scale scale) {
  if (scale.logarithmic) {
    scale.low = std::pow(10, std::floor(std::log10(scale.low)));
    scale.high = std::pow(10, std::ceil(std::log10(scale.high)));
    return scale;
  }
  scale = stepped(scale);
  scale.low = mark_before(scale, scale.low);
  scale.high = mark_after(scale, scale.high);
  return scale;
}

// What a value that stands alone is given on either side.
double margin_of(Kind kind, double value) {
  const bool counted_in_steps = kind == Kind::date || kind == Kind::time;
  return counted_in_steps || value == 0 ? 1 : std::abs(value) * k_margin;
}

}  // namespace

std::optional<Scale> scale_of(Kind kind, std::span<const Ends> values) {
  std::vector<double> ends;
  for (const auto& [low, high] : values) {
    for (const auto& end : {low, high}) {
      if (end && std::isfinite(*end)) {
        ends.push_back(*end);
      }
    }
  }
  if (ends.empty()) {
    return std::nullopt;
  }
  const auto [least, greatest] = std::minmax_element(ends.begin(), ends.end());
  Scale scale{.kind = kind, .low = *least, .high = *greatest};
  const bool steps = kind == Kind::date || kind == Kind::time;
  scale.logarithmic = !steps && *least > 0 && *greatest / *least >= k_far_apart;
  if (scale.high <= scale.low) {
    const double margin = margin_of(kind, scale.low);
    scale.low -= margin;
    scale.high += margin;
  }
  return rounded_out(scale);
}

double place_on(const Scale& scale, double value) {
  const double inside = std::clamp(value, scale.low, scale.high);
  return scale.logarithmic ? std::log(inside / scale.low) / std::log(scale.high / scale.low)
                           : (inside - scale.low) / (scale.high - scale.low);
}

std::vector<Tick> ticks_of(const Scale& scale) {
  if (scale.logarithmic) {
    return decades_of(scale);
  }
  std::vector<Tick> ticks;
  constexpr std::size_t k_most = 7;
  for (double mark = scale.low; mark <= scale.high + scale.step * 1e-6 && ticks.size() < k_most;
       mark = next_mark(scale, mark)) {
    ticks.push_back({place_on(scale, mark), label_of(scale, mark)});
  }
  return ticks;
}

}  // namespace tally
