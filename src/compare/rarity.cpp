// SPDX-License-Identifier: Apache-2.0
// How telling it is when two claims have the same value.
#include "compare/rarity.h"

#include <algorithm>
#include <cmath>

namespace tally {
namespace {

constexpr double k_most = 2;
constexpr double k_odd_minute = 2.75;   // 11:37 is hardly two events'
constexpr double k_news_days = 10;      // dates this close to the publication stand everywhere
constexpr double k_telling_bound = 20;  // "more than 100": an end that is no commonplace
constexpr double k_bound_rarity = 0.75;

// Significant digits of a decimal number as people write it: 13.9 has three, 1,000 has one.
int digits_of(double number) {
  double rest = std::abs(number);
  if (rest == 0) {
    return 0;
  }
  while (rest < 1e5) {
    rest *= 10;
  }
  auto whole = static_cast<long long>(std::llround(rest));
  while (whole % 10 == 0) {
    whole /= 10;
  }
  int digits = 0;
  for (; whole > 0; whole /= 10) {
    ++digits;
  }
  return std::min(digits, 6);
}

double count_rarity(double number) {
  if (number <= 3) {
    return 0;
  }
  if (number < 10) {
    return 0.5;
  }
  if (number < 20) {
    return 1;
  }
  return digits_of(number) > 1 ? 1.75 : 1.25;
}

double date_rarity(const Value& value, std::optional<Day> published) {
  const double low = *value.low;
  const double high = *value.high;
  if (published && high >= *published - k_news_days && low <= *published + k_news_days) {
    return 0;
  }
  return high - low < 7 ? 1.75 : 1;
}

double time_rarity(double minutes) {
  const int minute = static_cast<int>(std::lround(minutes)) % 60;
  if (minute % 30 == 0) {
    return 1;
  }
  return minute % 5 == 0 ? 1.75 : k_odd_minute;
}

}  // namespace

double rarity_of(const Value& value, std::optional<Day> published) {
  if (!value.low || !value.high || value.modifier == Modifier::vague) {
    const std::optional<double> end = value.low ? value.low : value.high;
    return end && *end >= k_telling_bound && value.kind != Kind::date ? k_bound_rarity : 0;
  }
  switch (value.kind) {
    case Kind::count:
    case Kind::number:
    case Kind::ordinal:
      return count_rarity(*value.low);
    case Kind::date:
      return date_rarity(value, published);
    case Kind::time:
      return time_rarity(*value.low);
    case Kind::age:
      return 1;
    case Kind::duration:
      return std::min(k_most, 0.5 * digits_of(value.written_low.value_or(*value.low)));
    case Kind::money:
    case Kind::percent:
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
    case Kind::ratio:
    case Kind::magnitude:
    case Kind::other:
      return std::min(k_most, 0.5 + 0.5 * digits_of(value.written_low.value_or(*value.low)));
  }
  return 0;
}

}  // namespace tally
