// SPDX-License-Identifier: Apache-2.0
#include "ingest/published.h"

#include <algorithm>
#include <charconv>
#include <vector>

#include <fmt/format.h>

#include "base/text.h"

namespace tally {
namespace {

std::optional<int> number_of(std::string_view digits) {
  int value = 0;
  const auto [end, fault] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (digits.empty() || fault != std::errc{} || end != digits.data() + digits.size() || value < 0) {
    return std::nullopt;
  }
  return value;
}

// "10:30", "10:30:00", "10:30:00Z": the hour and minute.
std::string time_of(std::string_view word) {
  const std::size_t colon = word.find(':');
  if (colon == std::string_view::npos || word.size() < colon + 3) {
    return {};
  }
  const auto hour = number_of(word.substr(0, colon));
  const auto minute = number_of(word.substr(colon + 1, 2));
  if (!hour || !minute || *hour > 23 || *minute > 59) {
    return {};
  }
  return fmt::format("{:02}:{:02}", *hour, *minute);
}

std::optional<int> month_of(std::string_view word, const Layout& layout) {
  const std::string name = folded(word);
  const auto month = found_in(layout.months, name);
  return !month && name.ends_with('.') ? found_in(layout.months, name.substr(0, name.size() - 1))
                                       : month;
}

// The day of "21", "21st", "1er".
std::optional<int> day_of(std::string_view word, const Layout& layout) {
  const std::size_t end = std::min(word.find_first_not_of("0123456789"), word.size());
  const bool is_day =
      end == word.size() ||
      std::binary_search(layout.ordinals.begin(), layout.ordinals.end(), folded(word.substr(end)));
  return end <= 2 && is_day ? number_of(word.substr(0, end)) : std::nullopt;
}

std::vector<std::string_view> words_of(std::string_view text) {
  constexpr std::string_view k_between = " \t\r\n,()";
  std::vector<std::string_view> words;
  std::size_t at = text.find_first_not_of(k_between);
  while (at != std::string_view::npos) {
    const std::size_t end = std::min(text.find_first_of(k_between, at), text.size());
    words.push_back(text.substr(at, end - at));
    at = text.find_first_not_of(k_between, end);
  }
  return words;
}

// Digits of a fixed count at the beginning of `words`.
std::optional<int> leading_number(std::string_view words, std::size_t digits) {
  const auto is_figure = [](char c) { return c >= '0' && c <= '9'; };
  const bool exact =
      words.size() >= digits &&
      std::all_of(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(digits), is_figure) &&
      (words.size() == digits || !is_figure(words[digits]));
  return exact ? number_of(words.substr(0, digits)) : std::nullopt;
}

// A day of recent times: what stands in an address and in figures without signs is often no date.
std::optional<Day> plausible_day(std::optional<int> year,
                                 std::optional<int> month,
                                 std::optional<int> day) {
  constexpr int k_first_year = 1980;
  constexpr int k_last_year = 2100;
  return year && month && day && *year >= k_first_year && *year <= k_last_year
             ? valid_day(*year, *month, *day)
             : std::nullopt;
}

// "20240421".
std::optional<Day> compact_day(std::string_view words) {
  constexpr std::size_t k_digits = 8;
  return leading_number(words, k_digits) ? plausible_day(number_of(words.substr(0, 4)),
                                                         number_of(words.substr(4, 2)),
                                                         number_of(words.substr(6, 2)))
                                         : std::nullopt;
}

// "2024/04/21", "2024-4-21", "2024/apr/21", the sign between being `sign`.
std::optional<Day> parted_day(std::string_view words, char sign, const Layout& layout) {
  const auto year = leading_number(words, 4);
  if (!year || words.size() < 6 || words[4] != sign) {
    return std::nullopt;
  }
  words.remove_prefix(5);
  const std::size_t second = words.find(sign);
  if (second == std::string_view::npos) {
    return std::nullopt;
  }
  const std::string_view month = words.substr(0, second);
  const std::string_view rest = words.substr(second + 1);
  const std::string_view day = rest.substr(0, rest.find_first_not_of("0123456789"));
  const auto number = number_of(month);
  return day.size() <= 2
             ? plausible_day(year,
                             number || month.size() < 3 ? number : month_of(month, layout),
                             number_of(day))
             : std::nullopt;
}

// "21/04/2024", "04/21/2024": which is the day must be plain from the figures, unless the day is
// known to stand first.
std::optional<Day> slashed_day(std::string_view words, char sign, bool day_first) {
  constexpr int k_months = 12;
  const std::size_t first = words.find(sign);
  if (first == std::string_view::npos) {
    return std::nullopt;
  }
  const std::size_t second = words.find(sign, first + 1);
  if (first > 2 || second == std::string_view::npos) {
    return std::nullopt;
  }
  const auto a = number_of(words.substr(0, first));
  const auto b = number_of(words.substr(first + 1, second - first - 1));
  const auto year = leading_number(words.substr(second + 1), 4);
  const bool is_plain = a && b && (*a > k_months || *b > k_months || *a == *b);
  if (!a || !b || (!is_plain && !day_first)) {
    return std::nullopt;
  }
  if (!is_plain) {
    return plausible_day(year, *b, *a);
  }
  return plausible_day(year, std::min(*a, *b), std::max(*a, *b));
}

// Seconds or milliseconds since 1970.
std::optional<Day> epoch_day(std::string_view words) {
  constexpr std::size_t k_seconds_digits = 10;
  constexpr std::size_t k_milliseconds_digits = 13;
  constexpr long k_seconds_of_day = 86'400;
  const bool fits = words.size() == k_seconds_digits || words.size() == k_milliseconds_digits;
  long seconds = 0;
  const std::string_view digits = words.substr(0, k_seconds_digits);
  const auto [end, fault] = std::from_chars(digits.data(), digits.data() + digits.size(), seconds);
  return fits && fault == std::errc{} && end == digits.data() + digits.size()
             ? std::optional<Day>(static_cast<Day>(seconds / k_seconds_of_day))
             : std::nullopt;
}

}  // namespace

bool DateParts::take(std::string_view word, const Layout& layout) {
  const auto put = [this](std::optional<int>& part, int value) {
    spoilt_ = spoilt_ || part.has_value();
    part = value;
  };
  const auto number = number_of(word);
  if (number && word.size() == 4) {
    put(year_, *number);
  } else if (const auto day = day_of(word, layout)) {
    put(day_, *day);
  } else if (const auto month = month_of(word, layout)) {
    put(month_, *month);
  } else {
    return false;
  }
  return true;
}

std::optional<Day> DateParts::day() const {
  return !spoilt_ && year_ && month_ && day_ ? valid_day(*year_, *month_, *day_) : std::nullopt;
}

std::optional<Day> day_in_figures(std::string_view word, bool day_first) {
  if (const auto day = parse_iso_date(word)) {
    return day;
  }
  if (const auto day = slashed_day(word, '/', day_first)) {
    return day;
  }
  return slashed_day(word, '.', true);
}

std::optional<Published> published_in(std::string_view words, const Layout& layout) {
  words = trimmed(words);
  if (const auto day = parse_iso_date(words)) {
    return Published{*day, words.size() > 11 ? time_of(words.substr(11)) : std::string()};
  }
  DateParts parts;
  std::string time;
  for (const std::string_view word : words_of(words)) {
    if (word.find(':') != std::string_view::npos) {
      time = time.empty() ? time_of(word) : time;
    } else {
      parts.take(word, layout);
    }
  }
  const auto day = parts.day();
  return day ? std::optional<Published>({*day, time}) : std::nullopt;
}

std::optional<Published> stamp_in(std::string_view words, const Layout& layout) {
  words = trimmed(words);
  std::optional<Published> found = published_in(words, layout);
  for (const auto& day : {parted_day(words, '/', layout),
                          parted_day(words, '.', layout),
                          parted_day(words, '-', layout),
                          compact_day(words),
                          slashed_day(words, '/', false),
                          epoch_day(words)}) {
    if (!found && day) {
      found = Published{*day, {}};
    }
  }
  return found && found->day != 0 ? found : std::nullopt;
}

std::optional<Day> day_in_url(std::string_view url, const Layout& layout) {
  const std::size_t host = url.find("://");
  std::size_t at = host == std::string_view::npos ? 0 : url.find('/', host + 3);
  for (; at < url.size(); ++at) {
    const bool begins = url[at] == '/' || url[at] == '-' || url[at] == '_' || url[at] == '=';
    if (!begins) {
      continue;
    }
    const std::string_view rest = url.substr(at + 1);
    for (const auto& day :
         {parted_day(rest, '/', layout), parted_day(rest, '-', layout), compact_day(rest)}) {
      if (day) {
        return day;
      }
    }
  }
  return std::nullopt;
}

}  // namespace tally
