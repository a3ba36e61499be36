// SPDX-License-Identifier: Apache-2.0
#include "values/clock_time.h"

#include <charconv>
#include <optional>
#include <string>

#include <fmt/format.h>

#include "values/date.h"
#include "values/day_part.h"
#include "values/number.h"

namespace tally {
namespace {

constexpr int k_hour = 60;
constexpr int k_noon = 12 * k_hour;
constexpr int k_day = 24 * k_hour;

// Hour and minute of "16:08", "16.08", "16h08", "1608"; seconds are left.
std::optional<int> minutes_of_clock(std::string_view text) {
  int hour = 0;
  const char* const end = text.data() + text.size();
  const auto [rest, fault] = std::from_chars(text.data(), end, hour);
  if (fault != std::errc{}) {
    return std::nullopt;
  }
  int minute = 0;
  if (rest == end && text.size() >= 3) {
    minute = hour % 100;
    hour /= 100;
  } else if (rest != end) {
    const auto [behind, missing] = std::from_chars(rest + 1, end, minute);
    if (missing != std::errc{} || behind - rest != 3) {
      return std::nullopt;  // "1:1" is a ratio
    }
  }
  if (hour > 24 || minute > 59) {
    return std::nullopt;
  }
  return hour * k_hour + minute;
}

// Which of the captures belongs to this end of a range: "clock" or "clock2".
std::optional<Range> capture_of(const Captures& captures,
                                std::string_view name,
                                std::string_view suffix) {
  return captures[fmt::format("{}{}", name, suffix)];
}

std::optional<int> hour_minutes(const Words& words,
                                const Captures& captures,
                                std::string_view suffix) {
  const auto range = capture_of(captures, "hour", suffix);
  const auto hour = range ? read_number(words, *range) : std::nullopt;
  if (!hour || hour->low > 24) {
    return std::nullopt;
  }
  int minutes = static_cast<int>(hour->low * k_hour);
  const auto minute_range = capture_of(captures, "minutes", suffix);
  const auto minute = minute_range ? read_number(words, *minute_range) : std::nullopt;
  if (!minute) {
    return minutes;
  }
  // "a quarter past" counts in hours, "twenty past" in minutes.
  const int count =
      static_cast<int>(minute->fraction || minute->low < 1 ? minute->low * k_hour : minute->low);
  const auto side_range = capture_of(captures, "past", suffix);
  const auto side = side_range ? words.number(*side_range, "clock_side") : std::nullopt;
  minutes += count * static_cast<int>(side.value_or(1));
  return count < k_hour ? std::optional{minutes} : std::nullopt;
}

// Minutes after midnight before the half of the day is known.
std::optional<int> face_minutes(const Words& words,
                                const Captures& captures,
                                std::string_view suffix) {
  if (const auto clock = capture_of(captures, "clock", suffix)) {
    return minutes_of_clock(words.text(*clock));
  }
  if (const auto named = capture_of(captures, "named", suffix)) {
    const auto minutes = words.number(*named, "named_hour");
    return minutes ? std::optional{static_cast<int>(*minutes)} : std::nullopt;
  }
  return hour_minutes(words, captures, suffix);
}

std::optional<int> hours_added(const Words& words,
                               const Captures& captures,
                               std::string_view suffix) {
  const auto range = capture_of(captures, "meridiem", suffix);
  const auto hours = range ? words.number(*range, "meridiem") : std::nullopt;
  if (hours) {
    return static_cast<int>(*hours);
  }
  const auto part = captures["evening"];
  const auto later = part ? words.number(*part, "second_half_of_day") : std::nullopt;
  return later ? std::optional{static_cast<int>(*later)} : std::nullopt;
}

std::optional<int> minutes_at(const Words& words,
                              const Captures& captures,
                              std::string_view suffix,
                              std::optional<int> fallback_hours) {
  const auto face = face_minutes(words, captures, suffix);
  auto added = hours_added(words, captures, suffix);
  added = added ? added : fallback_hours;
  if (!face || *face > k_day ||
      (added && *face >= 13 * k_hour && capture_of(captures, "hour", suffix))) {
    return std::nullopt;
  }
  if (!added || *face >= 13 * k_hour) {
    return *face % k_day;
  }
  return *face % k_noon + *added * k_hour;
}

std::string timex_time(const std::optional<DatedPeriod>& day, int minutes, bool universal) {
  return fmt::format("{}T{:02}:{:02}{}",
                     day ? timex_of(day->period) : "XXXX-XX-XX",
                     minutes % k_day / k_hour,
                     minutes % k_hour,
                     universal ? "Z" : "");
}

Value time_value(int low,
                 int high,
                 const std::optional<DatedPeriod>& day,
                 std::string_view zone,
                 bool universal) {
  Value value;
  value.kind = Kind::time;
  value.low = low;
  value.high = high;
  value.written_low = low;
  value.written_high = high;
  value.modifier = low == high ? Modifier::exact : Modifier::range;
  value.time.emplace();
  value.time->timex = timex_time(day, low, universal);
  value.time->zone = zone;
  value.time->anchor = day ? day->anchor : std::nullopt;
  if (low != high) {
    value.time->timex = fmt::format("{}/{}", value.time->timex, timex_time(day, high, universal));
  }
  return value;
}

}  // namespace

namespace {

// "2015-07-31T12:00:00Z".
std::vector<Reading> iso_reading(const Words& words, const Captures& captures, Range iso) {
  constexpr std::size_t k_day_length = 11;
  const std::string_view text = words.text(iso);
  const auto day = parse_iso_date(text);
  const auto minutes = minutes_of_clock(text.substr(k_day_length, 5));
  if (!day || !minutes) {
    return {};
  }
  const bool universal = text.ends_with('Z');
  const DatedPeriod dated_day{{Grain::day, *day, *day}, std::nullopt};
  return one_reading(mention_range(captures),
                     time_value(*minutes, *minutes, dated_day, universal ? "Z" : "", universal));
}

}  // namespace

std::vector<Reading> read_clock_time(const Words& words,
                                     const Captures& captures,
                                     const ReadContext& context) {
  if (const auto iso = captures["iso"]) {
    return iso_reading(words, captures, *iso);
  }
  const auto end_hours = hours_added(words, captures, "2");
  auto low = minutes_at(words, captures, "", end_hours);
  auto high = minutes_at(words, captures, "2", std::nullopt);
  if (!low) {
    return {};
  }
  const bool takes_half_of_end =
      end_hours && !captures["meridiem"] && face_minutes(words, captures, "") < 13 * k_hour;
  if (high && *high < *low && takes_half_of_end) {
    low = (*low + k_noon) % k_day;  // "11:30 to 1:30 p.m." begins in the morning
  }
  if (high && *high < *low) {
    high = *high + k_day;  // "11 p.m. to 3 a.m."
  }
  auto day = day_named(words, captures, context);
  day = day ? day : day_at_hand(context.discourse);
  const auto zone = captures["zone"];
  const bool universal =
      zone && words.value(*zone, "time_zone") == std::optional<std::string_view>{"Z"};
  const Range range = mention_range(captures);
  Value value = time_value(
      *low, high.value_or(*low), day, zone ? words.text(*zone) : std::string_view{}, universal);
  if (captures["approx"] && !high) {
    value.modifier = Modifier::approx;
  }
  value.bound = bound_before(words, range.begin);
  return one_reading(range, value);
}

}  // namespace tally
