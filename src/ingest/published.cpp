// SPDX-License-Identifier: Apache-2.0
#include "ingest/published.h"

#include <array>
#include <charconv>
#include <vector>

#include <fmt/format.h>

#include "base/text.h"

namespace tally {
namespace {

constexpr std::array<std::string_view, 12> k_rfc_months = {
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"};

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

std::optional<int> month_of(std::string_view word) {
  const std::string name = folded(word);
  for (std::size_t i = 0; i < k_rfc_months.size(); ++i) {
    if (name.starts_with(k_rfc_months[i])) {
      return static_cast<int>(i) + 1;
    }
  }
  return std::nullopt;
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

// Year, month and day found one by one; a second value for one of them spoils the date.
struct Parts {
  std::optional<int> year;
  std::optional<int> month;
  std::optional<int> day;
  bool spoilt = false;

  void take(std::optional<int>& part, int value) {
    spoilt = spoilt || part.has_value();
    part = value;
  }
};

void take_word(Parts& parts, std::string_view word) {
  if (word.ends_with('.')) {
    word.remove_suffix(1);
  }
  const auto number = number_of(word);
  if (number && word.size() == 4) {
    parts.take(parts.year, *number);
  } else if (number && word.size() <= 2) {
    parts.take(parts.day, *number);
  } else if (const auto month = month_of(word); month && !number) {
    parts.take(parts.month, *month);
  }
}

}  // namespace

std::optional<Published> published_in(std::string_view words) {
  words = trimmed(words);
  if (const auto day = parse_iso_date(words)) {
    return Published{*day, words.size() > 11 ? time_of(words.substr(11)) : std::string()};
  }
  Parts parts;
  std::string time;
  for (const std::string_view word : words_of(words)) {
    if (word.find(':') != std::string_view::npos) {
      time = time.empty() ? time_of(word) : time;
    } else {
      take_word(parts, word);
    }
  }
  if (parts.spoilt || !parts.year || !parts.month || !parts.day) {
    return std::nullopt;
  }
  const auto day = valid_day(*parts.year, *parts.month, *parts.day);
  return day ? std::optional<Published>({*day, time}) : std::nullopt;
}

}  // namespace tally
