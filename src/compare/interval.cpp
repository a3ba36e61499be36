// SPDX-License-Identifier: Apache-2.0
// The interval of values that a claim leaves open, as judging sees it.
#include "compare/interval.h"

#include <algorithm>
#include <cmath>
#include <string_view>

namespace tally {
namespace {

constexpr double k_days_a_year = 365.2425;
constexpr double k_seconds_a_day = 86400;
constexpr double k_minutes_a_day = 1440;
constexpr std::string_view k_night = "TNI";  // TIMEX3
constexpr double k_hedge_share = 0.05;       // "about", "nearly": 5 %
constexpr double k_measure_share = 0.25;     // the most that rounding may widen a measure
constexpr double k_small_count = 100;        // counted, not rounded, below this

enum class Widening { none, count, figure, measure, clock, calendar };

Widening widening_of(Kind kind) {
  switch (kind) {
    case Kind::count:
      return Widening::count;
    case Kind::number:
    case Kind::money:
    case Kind::percent:
    case Kind::ratio:
      return Widening::figure;
    case Kind::length:
    case Kind::area:
    case Kind::mass:
    case Kind::volume:
    case Kind::temperature:
    case Kind::speed:
    case Kind::pressure:
    case Kind::power:
    case Kind::energy:
    case Kind::frequency:
    case Kind::data:
    case Kind::angle:
    case Kind::rate:
    case Kind::duration:
    case Kind::magnitude:
      return Widening::measure;
    case Kind::time:
      return Widening::clock;
    case Kind::date:
      return Widening::calendar;
    case Kind::age:
    case Kind::ordinal:
    case Kind::other:
      return Widening::none;
  }
  return Widening::none;
}

// Half a unit of the last digit, within the share of the value that rounding may explain.
double rounding_of(const Value& value, Widening widening) {
  const double size = std::abs(value.low.value_or(0));
  if (widening == Widening::count && size < k_small_count) {
    return 0;
  }
  return std::min(value.slack,
                  size * (widening == Widening::measure ? k_measure_share : k_hedge_share));
}

// A hedged number: 5 %, or the rounding of its last written digit where that is coarser and sure
// (the zero of "about 20" may be a digit or a place holder, so it does not count).
double hedge_of(const Value& value, Widening widening) {
  const double size = std::abs(value.low.value_or(0));
  const double written = std::abs(value.written_low.value_or(0));
  const double half_unit = written > 0 ? size / written / 2 : value.slack;
  const double rounding = std::min(rounding_of(value, widening), half_unit);
  return std::max(size * k_hedge_share, widening == Widening::measure ? rounding : 0);
}

// Times of day are rounded to the half hour, the five minutes or not at all.
double clock_slack_of(const Value& value) {
  const int minute = static_cast<int>(std::lround(value.low.value_or(0)));
  const bool half_hour = minute % 30 == 0;
  if (value.modifier == Modifier::approx) {
    return half_hour ? 10 : 5;
  }
  if (half_hour) {
    return 2.5;
  }
  return minute % 5 == 0 ? 1.5 : 0;
}

double calendar_slack_of(const Value& value) {
  if (value.modifier != Modifier::approx) {
    return 0;
  }
  if (value.slack > 0) {
    return value.slack;
  }
  const double days = value.low && value.high ? *value.high - *value.low + 1 : 1;
  return std::max(1.0, std::floor(days / 2));
}

double slack_of(const Value& value) {
  const Widening widening = widening_of(value.kind);
  switch (widening) {
    case Widening::none:
      return 0;
    case Widening::clock:
      return clock_slack_of(value);
    case Widening::calendar:
      return calendar_slack_of(value);
    case Widening::count:
    case Widening::figure:
    case Widening::measure:
      return value.modifier == Modifier::approx ? hedge_of(value, widening)
                                                : rounding_of(value, widening);
  }
  return 0;
}

// A night ends on the next day.
Value with_whole_night(const Value& value) {
  Value whole = value;
  if (value.kind == Kind::date && value.time && value.time->timex.ends_with(k_night) &&
      value.high) {
    whole.high = *value.high + 1;
    whole.time->narrow_low.reset();
  }
  return whole;
}

// "Early 2016" is the third that the words mean, with a quarter of it as tolerance on either side.
Interval narrowed(const Value& value) {
  if (!value.time || !value.time->narrow_low || !value.time->narrow_high) {
    return {value.low, value.high};
  }
  const double low = *value.time->narrow_low;
  const double high = *value.time->narrow_high;
  const double tolerance = std::floor((high - low + 1) / 4);
  return {low - tolerance, high + tolerance};
}

// "Shortly after 4 a.m." is said of the half hour that follows, "just before 2:30" of some minutes.
Interval shortly_beside(const Value& value) {
  const int minute = static_cast<int>(std::lround(value.low.value_or(0))) % 60;
  const double reach = minute == 0 ? 30 : minute == 30 ? 15 : 10;
  const bool is_before = value.bound == Bound::before || value.bound == Bound::by;
  return is_before ? Interval{*value.low - reach, value.high}
                   : Interval{value.low, *value.high + reach};
}

Interval bounded(Interval interval, Bound bound) {
  switch (bound) {
    case Bound::none:
      return interval;
    case Bound::since:
      interval.high.reset();
      return interval;
    case Bound::after:
      return {interval.low, std::nullopt};
    case Bound::by:
    case Bound::until:
    case Bound::before:
      return {std::nullopt, interval.high};
  }
  return interval;
}

bool is_before(const Interval& a, const Interval& b) {
  if (!a.high || !b.low) {
    return false;
  }
  return *a.high < *b.low || (*a.high == *b.low && (a.high_open || b.low_open));
}

}  // namespace

bool meet(const Interval& a, const Interval& b) { return !is_before(a, b) && !is_before(b, a); }

Interval common_part(const Interval& a, const Interval& b) {
  Interval both = a;
  if (b.low && (!both.low || *b.low > *both.low || (*b.low == *both.low && b.low_open))) {
    both.low = b.low;
    both.low_open = b.low_open;
  }
  if (b.high && (!both.high || *b.high < *both.high || (*b.high == *both.high && b.high_open))) {
    both.high = b.high;
    both.high_open = b.high_open;
  }
  return both;
}

double distance_between(const Interval& a, const Interval& b) {
  if (is_before(a, b)) {
    return *b.low - *a.high;
  }
  return is_before(b, a) ? *a.low - *b.high : 0;
}

Interval interval_of(const Value& written) {
  const Value value = with_whole_night(written);
  if (value.kind == Kind::time && value.high && *value.high >= k_minutes_a_day) {
    return {0, value.high};  // over midnight: whether another time lies in it depends on the day
  }
  const bool is_point_or_span =
      value.modifier == Modifier::exact || value.modifier == Modifier::approx;
  const bool is_calendar = value.kind == Kind::date;
  if (value.modifier == Modifier::start || value.modifier == Modifier::mid ||
      value.modifier == Modifier::end) {
    return bounded(narrowed(value), value.bound);
  }
  const bool is_beside = value.kind == Kind::time && value.modifier == Modifier::approx &&
                         value.bound != Bound::none && value.low && value.high;
  if (is_beside) {
    return shortly_beside(value);
  }
  Interval interval{value.low, value.high};
  const double slack = is_point_or_span ? slack_of(value) : 0;
  if (slack > 0) {
    interval.low_open = interval.high_open = !is_calendar;
    interval.low = value.low ? std::optional{*value.low - slack} : std::nullopt;
    interval.high = value.high ? std::optional{*value.high + slack} : std::nullopt;
  }
  return bounded(interval, value.bound);
}

Interval start_implied_by(const Value& duration, Day published) {
  const auto start = [&](double seconds, bool last_day) -> double {
    const double day = published - seconds / k_seconds_a_day;
    if (seconds < k_days_a_year * k_seconds_a_day) {
      return day;
    }
    const int year = civil_of(static_cast<Day>(std::lround(day))).year;
    return last_day ? last_of_month(year, 12) : first_of_month(year, 1);
  };
  const Interval lasted = interval_of(duration);
  Interval began;
  began.low = lasted.high ? std::optional{start(*lasted.high, false)} : std::nullopt;
  began.high = lasted.low ? std::optional{start(*lasted.low, true)} : std::nullopt;
  return began;
}

Interval birth_interval(const Value& age, Day published) {
  const bool in_years = age.written_unit.empty() || age.low.value_or(0) >= 2;
  const double step = in_years ? 1.0 : 1.0 / 12;
  Interval born;
  born.low =
      age.high ? std::optional{published - (*age.high + step) * k_days_a_year} : std::nullopt;
  born.high = age.low ? std::optional{published - *age.low * k_days_a_year} : std::nullopt;
  return born;
}

}  // namespace tally
