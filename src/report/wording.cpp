// SPDX-License-Identifier: Apache-2.0
#include "report/wording.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace tally {
namespace {

constexpr double k_seconds_per_day = 86400;

std::string with_separators(std::string digits) {
  for (std::size_t at = digits.size(); at > 3; at -= 3) {
    digits.insert(at - 3, 1, ',');
  }
  return digits;
}

// Kinds whose numbers are shown to the last digit; measures come out of a conversion.
bool is_exact_kind(Kind kind) {
  return kind == Kind::count || kind == Kind::number || kind == Kind::money ||
         kind == Kind::ordinal;
}

// To five significant digits.
double rounded(double number) {
  if (number == 0) {
    return 0;
  }
  const double scale = std::pow(10, 4 - std::floor(std::log10(std::abs(number))));
  return std::round(number * scale) / scale;
}

Day day_in(double days) { return static_cast<Day>(std::lround(days)); }

// "2016" for a whole year, "2023-07" for a whole month, otherwise nothing.
std::optional<std::string> whole_unit(Day first, Day last) {
  const Civil begin = civil_of(first);
  const Civil end = civil_of(last);
  if (begin.year != end.year || begin.day != 1 || end.day != days_in_month(end.year, end.month)) {
    return std::nullopt;
  }
  const std::string iso = iso_date(first);
  if (begin.month == 1 && end.month == 12) {
    return iso.substr(0, iso.size() - 6);
  }
  return begin.month == end.month ? std::optional(iso.substr(0, iso.size() - 3)) : std::nullopt;
}

std::string_view word_of_designator(char designator, bool in_time) {
  switch (designator) {
    case 'Y':
      return "year";
    case 'M':
      return in_time ? "minute" : "month";
    case 'W':
      return "week";
    case 'D':
      return "day";
    case 'H':
      return "hour";
    case 'S':
      return "second";
    default:
      return "";
  }
}

std::string plural(std::string_view number, std::string_view noun) {
  return fmt::format("{} {}{}", number, noun, number == "1" ? "" : "s");
}

std::string duration_text(const Value& value) {
  const TimeDetail none;
  const TimeDetail& time = value.time ? *value.time : none;
  const auto end = [](const std::string& iso, std::optional<double> seconds) {
    if (!iso.empty()) {
      return iso_duration_text(iso);
    }
    return seconds ? clock_duration_text(*seconds) : std::string();
  };
  const std::string low = end(time.iso_low, value.low);
  const std::string high = end(time.iso_high, value.high);
  if (low.empty() || high.empty() || low == high) {
    return low.empty() ? high : low;
  }
  return fmt::format("{} to {}", low, high);
}

// The interval without modifier; an open end is left to the modifier's words.
std::string bare_interval(const Value& value) {
  switch (value.kind) {
    case Kind::date:
      return days_text(value.low, value.high);
    case Kind::duration:
      return duration_text(value);
    default:
      break;
  }
  if (value.low && value.high && *value.low < *value.high) {
    return fmt::format(
        "{} to {}", end_text(value.kind, *value.low), end_text(value.kind, *value.high));
  }
  return value.low ? end_text(value.kind, *value.low) : end_text(value.kind, *value.high);
}

std::string with_unit(const Value& value, const std::string& interval) {
  const bool has_unit = !value.unit.empty() && value.kind != Kind::duration;
  if (value.kind == Kind::age) {
    return fmt::format("{} years old", interval);
  }
  return has_unit ? fmt::format("{} {}", interval, value.unit) : interval;
}

}  // namespace

std::string number_text(double number) {
  std::string text = fmt::format("{:.4f}", std::abs(number));
  text.erase(text.find_last_not_of('0') + 1);
  const std::size_t point = text.find('.');
  const std::string fraction = point + 1 == text.size() ? "" : text.substr(point);
  const bool negative = number < 0 && text != "0.";
  return fmt::format(
      "{}{}{}", negative ? "-" : "", with_separators(text.substr(0, point)), fraction);
}

std::string end_text(Kind kind, double end) {
  if (kind == Kind::date) {
    return iso_date(day_in(end));
  }
  if (kind == Kind::time) {
    const long minutes = std::lround(end);
    return fmt::format("{:02}:{:02}", minutes / 60 % 24, minutes % 60);
  }
  if (kind == Kind::duration) {
    return clock_duration_text(end);
  }
  return number_text(is_exact_kind(kind) ? end : rounded(end));
}

std::string days_text(std::optional<double> first, std::optional<double> last) {
  if (!first && !last) {
    return "any day";
  }
  if (!first || !last) {
    return first ? fmt::format("from {}", iso_date(day_in(*first)))
                 : fmt::format("up to {}", iso_date(day_in(*last)));
  }
  const Day begin = day_in(*first);
  const Day end = day_in(*last);
  if (begin == end) {
    return iso_date(begin);
  }
  const auto unit = whole_unit(begin, end);
  return unit ? *unit : fmt::format("{} to {}", iso_date(begin), iso_date(end));
}

std::string iso_duration_text(std::string_view iso) {
  std::string out;
  std::string number;
  bool in_time = false;
  for (const char c : iso.substr(std::min<std::size_t>(1, iso.size()))) {
    const std::string_view noun = word_of_designator(c, in_time);
    if (c == 'T') {
      in_time = true;
    } else if (noun.empty()) {
      number.push_back(c);
    } else {
      out += fmt::format("{}{}", out.empty() ? "" : " ", plural(number, noun));
      number.clear();
    }
  }
  return out.empty() ? std::string(iso) : out;
}

std::string clock_duration_text(double seconds) {
  if (seconds >= 2 * k_seconds_per_day) {
    return plural(number_text(std::round(seconds / k_seconds_per_day * 100) / 100), "day");
  }
  if (seconds < 60) {
    return fmt::format("{} s", number_text(seconds));
  }
  const long whole = std::lround(seconds);
  std::string out;
  const auto add = [&out](long number, std::string_view unit) {
    if (number != 0) {
      out += fmt::format("{}{} {}", out.empty() ? "" : " ", number, unit);
    }
  };
  add(whole / 3600, "h");
  add(whole / 60 % 60, "min");
  add(whole % 60, "s");
  return out;
}

std::string value_text(const Value& value) {
  if (!value.low && !value.high) {
    return value.modifier == Modifier::unanchored ? "not resolved: no date to count from"
                                                  : "no figure";
  }
  std::string text = with_unit(value, bare_interval(value));
  switch (value.modifier) {
    case Modifier::exact:
    case Modifier::range:
      return value.low && value.high ? text
             : value.low             ? fmt::format("{} or more", text)
                                     : fmt::format("{} or less", text);
    case Modifier::approx:
      return fmt::format("about {}", text);
    case Modifier::more_than:
      return fmt::format("more than {}", text);
    case Modifier::at_least:
      return fmt::format("at least {}", text);
    case Modifier::less_than:
      return fmt::format("less than {}", text);
    case Modifier::at_most:
      return fmt::format("at most {}", text);
    case Modifier::vague:
      return fmt::format("{} (vague)", text);
    case Modifier::start:
      return fmt::format("start of {}", text);
    case Modifier::mid:
      return fmt::format("middle of {}", text);
    case Modifier::end:
      return fmt::format("end of {}", text);
    case Modifier::unanchored:
      return fmt::format("{} (not anchored)", text);
  }
  return text;
}

std::string interval_text(Kind kind,
                          std::string_view unit,
                          std::optional<double> low,
                          std::optional<double> high) {
  Value value;
  value.kind = kind;
  value.unit = unit;
  value.low = low;
  value.high = high;
  return value_text(value);
}

std::string counted(std::size_t number, std::string_view noun) {
  return plural(number_text(static_cast<double>(number)), noun);
}

}  // namespace tally
