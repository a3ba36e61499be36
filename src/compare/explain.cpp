// SPDX-License-Identifier: Apache-2.0
// The arithmetic of a verdict in words.
#include "compare/explain.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include <fmt/format.h>

#include "base/civil.h"
#include "compare/judge.h"

namespace tally {
namespace {

constexpr double k_seconds_a_minute = 60;
constexpr double k_seconds_a_day = 86400;

// 1234567.5 as "1,234,567.5": at most four decimals, no trailing zeros.
std::string grouped(double number) {
  std::string digits = fmt::format("{:.4f}", std::abs(number));
  digits.erase(digits.find_last_not_of('0') + 1);
  if (digits.back() == '.') {
    digits.pop_back();
  }
  std::size_t at = std::min(digits.find('.'), digits.size());
  while (at > 3) {
    at -= 3;
    digits.insert(at, ",");
  }
  return number < 0 ? fmt::format("-{}", digits) : digits;
}

std::string clock(double minutes) {
  const auto total = static_cast<int>(std::lround(minutes));
  const int day = 24 * 60;
  const int in_day = ((total % day) + day) % day;
  return fmt::format("{:02}:{:02}", in_day / 60, in_day % 60);
}

std::string lasting(double seconds) {
  if (seconds < 2 * k_seconds_a_minute) {
    return fmt::format("{} s", grouped(seconds));
  }
  if (seconds < k_seconds_a_day) {
    return fmt::format("{} min", grouped(seconds / k_seconds_a_minute));
  }
  return fmt::format("{} days", grouped(std::round(seconds / k_seconds_a_day)));
}

std::string end_of(double number, const Value& value) {
  switch (value.kind) {
    case Kind::date:
      return iso_date(static_cast<Day>(std::lround(number)));
    case Kind::time:
      return clock(number);
    case Kind::duration:
      return lasting(number);
    case Kind::percent:
      return fmt::format("{} %", grouped(number));
    case Kind::age:
    case Kind::number:
    case Kind::count:
    case Kind::money:
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
    case Kind::ordinal:
    case Kind::ratio:
    case Kind::magnitude:
    case Kind::other:
      return value.unit.empty() ? grouped(number)
                                : fmt::format("{} {}", grouped(number), value.unit);
  }
  return grouped(number);
}

// The rule behind a reason code, as the end of a sentence.
std::string_view rule_of(std::string_view reason) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 24> k_rules = {{
      {"same-value", "the same value"},
      {"weekday", "the same weekday, read a week apart"},
      {"publication-day", "the day of publication is not certain to the day"},
      {"narrated", "one is counted from another date in the text"},
      {"copy", "one sentence is a copy of the other"},
      {"rounding", "rounding explains the difference"},
      {"unit-conversion", "the same quantity in another unit"},
      {"precision", "one is more precise than the other"},
      {"bound", "within the bound"},
      {"hedge", "within the 5 % that a hedge allows"},
      {"vague", "a vague word covers both"},
      {"rounded-conversion", "the two units differ by no more than 5 %"},
      {"bad-conversion", "the two units of one quantity differ by more than 5 %"},
      {"later-report", "the later report moved as this quantity moves"},
      {"planned", "one is a plan or supposition, the other is not"},
      {"aged", "one birth date explains both ages"},
      {"birth-date", "no birth date explains both ages"},
      {"part-of", "one counts a part of what the other counts"},
      {"including", "one includes what the other leaves out"},
      {"sum", "one is a total over more than the other counts"},
      {"varies", "it changes from report to report, and the order of these two is not known"},
      {"ambiguous", "too vague to decide"},
      {"attributed", "each names another authority"},
      {"disjoint", "they cannot both be true"},
  }};
  for (const auto& [code, rule] : k_rules) {
    if (code == reason) {
      return rule;
    }
  }
  return reason;
}

// Ages and durations are judged as days of birth or beginning when these were compared.
Value as_judged(const Value& value, std::string_view reason, const Value& other) {
  Value judged = value;
  const bool is_start = value.kind == Kind::duration && other.kind == Kind::date;
  if (is_start || reason == "aged" || reason == "birth-date") {
    judged.kind = Kind::date;
  }
  return judged;
}

std::string verb_of(const Value& value, std::string_view reason) {
  if (reason == "aged" || reason == "birth-date") {
    return "means a birth";
  }
  return value.kind == Kind::duration && reason != "same-value" ? "means" : "allows";
}

}  // namespace

std::string described(const Interval& interval, const Value& value) {
  if (!interval.low && !interval.high) {
    return "anything";
  }
  const bool is_calendar = value.kind == Kind::date || value.kind == Kind::time;
  if (!interval.low) {
    return fmt::format("{} {}", is_calendar ? "up to" : "at most", end_of(*interval.high, value));
  }
  if (!interval.high) {
    return fmt::format("{} {}", is_calendar ? "from" : "at least", end_of(*interval.low, value));
  }
  const std::string low = end_of(*interval.low, value);
  const std::string high = end_of(*interval.high, value);
  return low == high ? low : fmt::format("{} to {}", low, high);
}

std::string gap_between(const Statement& a,
                        const Statement& b,
                        const Interval& left,
                        const Interval& right) {
  const double apart = distance_between(left, right);
  const Value& value = a.claim.mention.value;
  const bool in_days = value.kind == Kind::date || b.claim.mention.value.kind == Kind::date ||
                       value.kind == Kind::age;
  if (apart <= 0) {
    return {};
  }
  if (value.kind == Kind::time) {
    return fmt::format("{} minutes", grouped(std::ceil(apart)));
  }
  if (in_days) {
    return fmt::format("{} days", grouped(std::ceil(apart)));
  }
  const double one = value.low.value_or(value.high.value_or(0));
  const Value& other_value = b.claim.mention.value;
  const double other = other_value.low.value_or(other_value.high.value_or(0));
  const double smaller = std::min(std::abs(one), std::abs(other));
  return smaller > 0 ? fmt::format("{:.3g}x", std::max(std::abs(one), std::abs(other)) / smaller)
                     : grouped(apart);
}

std::string explanation_of(const Statement& a,
                           const Statement& b,
                           const Interval& left,
                           const Interval& right,
                           std::string_view reason) {
  const Value& one = a.claim.mention.value;
  const Value& other = b.claim.mention.value;
  const std::string gap = gap_between(a, b, left, right);
  const std::string between =
      gap.empty() ? meet(left, right) ? std::string("they meet") : std::string("they only touch")
      : gap.back() == 'x'
          ? fmt::format("they are apart by a factor of {}", gap.substr(0, gap.size() - 1))
          : fmt::format("{} lie between them", gap);
  return fmt::format("\"{}\" {} {}, \"{}\" {} {}: {}; {}.",
                     a.claim.quote,
                     verb_of(one, reason),
                     described(left, as_judged(one, reason, other)),
                     b.claim.quote,
                     verb_of(other, reason),
                     described(right, as_judged(other, reason, one)),
                     between,
                     rule_of(reason));
}

std::string unanchored_explanation(const Statement& a, const Statement& b) {
  const bool is_first =
      a.claim.mention.value.modifier == Modifier::unanchored || !a.source.published;
  const Statement& loose = is_first ? a : b;
  return fmt::format("\"{}\" in {} cannot be counted from any date, so nothing is compared.",
                     loose.claim.quote,
                     loose.source.id);
}

std::vector<std::string> assumptions_of(const Statement& a,
                                        const Statement& b,
                                        std::string_view reason) {
  std::vector<std::string> assumptions;
  for (const Statement* side : {&a, &b}) {
    const Value& value = side->claim.mention.value;
    const bool counts_from_it =
        value.time && value.time->anchor && value.time->anchor->from == "assumed";
    const bool compares_dates = reason == "aged" || reason == "birth-date" ||
                                reason == "later-report" || reason == "planned";
    if (side->source.published_from == PublishedFrom::assumed && side->source.published &&
        (counts_from_it || compares_dates)) {
      assumptions.push_back(fmt::format("the publication date of {} is assumed to be {}",
                                        side->source.id,
                                        iso_date(*side->source.published)));
    }
    if (value.assumed_unit) {
      assumptions.push_back(fmt::format(
          "\"{}\" in {} is taken for {}", side->claim.quote, side->source.id, value.unit));
    }
  }
  return assumptions;
}

}  // namespace tally
