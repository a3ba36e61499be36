// SPDX-License-Identifier: Apache-2.0
// Grouping and decimal marks of digit strings.
#include "values/digits.h"

#include <fmt/format.h>

#include <charconv>
#include <cmath>
#include <cstddef>
#include <string>
#include <vector>

#include "base/text.h"

namespace tally {
namespace {

// Digits of a number without separators, and how many of them stand behind the decimal mark.
struct Digits {
  std::string digits;
  std::size_t decimals = 0;
  bool has_point = false;
};

bool is_mark(char c) { return c == ',' || c == '.' || c == '\''; }

// The parts between separators, e.g. {"1", "234", "5"} for "1,234.5".
std::vector<std::string_view> parts_of(std::string_view text, std::string& marks) {
  std::vector<std::string_view> parts;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (is_mark(text[i])) {
      parts.push_back(text.substr(begin, i - begin));
      marks.push_back(text[i]);
      begin = i + 1;
    } else if (text[i] < '0' || text[i] > '9') {
      return {};
    }
  }
  parts.push_back(text.substr(begin));
  return parts;
}

// Groups of three, or of two with a last one of three (12,34,567).
bool are_groups(const std::vector<std::string_view>& parts, std::size_t count) {
  if (count < 2 || parts[0].empty() || parts[0].size() > 3 || parts[count - 1].size() != 3) {
    return false;
  }
  const std::size_t size = parts[1].size();
  for (std::size_t i = 1; i + 1 < count; ++i) {
    if (parts[i].size() != size || (size != 2 && size != 3)) {
      return false;
    }
  }
  return true;
}

std::optional<Digits> digits_of(std::string_view text) {
  std::string marks;
  const auto parts = parts_of(text, marks);
  if (parts.empty() || parts.back().empty()) {
    return std::nullopt;
  }
  const bool one_kind =
      marks.find_first_not_of(marks.empty() ? ' ' : marks[0]) == std::string::npos;
  const bool grouped = one_kind && (marks.size() > 1 || (marks.size() == 1 && marks[0] != '.'));
  if (marks.empty() || (grouped && are_groups(parts, parts.size()))) {
    Digits out;
    for (const auto part : parts) {
      out.digits += part;
    }
    return out;
  }
  const std::size_t whole = parts.size() - 1;  // the last mark is the decimal one
  const bool group_mark_is_last = !one_kind && marks.find(marks.back()) + 1 != marks.size();
  if (group_mark_is_last || (whole > 1 && (one_kind || !are_groups(parts, whole)))) {
    return std::nullopt;
  }
  Digits out;
  for (const auto part : parts) {
    out.digits += part;
  }
  out.decimals = parts.back().size();
  out.has_point = true;
  return out;
}

// "1 234,5" as "1,234.5": the comma is the decimal mark, points and blanks group.
std::string with_decimal_point(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    if (point.value == '.' || is_space(point.value)) {
      out.push_back(',');
    } else if (point.value == ',') {
      out.push_back('.');
    } else {
      out.append(text.substr(at, point.length));
    }
    at += point.length;
  }
  return out;
}

}  // namespace

double slack_of_whole(double value) {
  if (value == 0 || std::abs(value) > 1e15) {
    return 0.5;
  }
  double step = 1;
  while (std::fmod(value, step * 10) == 0) {
    step *= 10;
  }
  return step / 2;
}

std::optional<DigitNumber> read_digits(std::string_view text, char decimal_mark) {
  const auto digits = decimal_mark == '.' ? digits_of(text) : digits_of(with_decimal_point(text));
  if (!digits || digits->digits.empty()) {
    return std::nullopt;
  }
  const std::string_view all = digits->digits;
  const std::size_t whole = all.size() - digits->decimals;
  const std::string plain = fmt::format("{}.{}", all.substr(0, whole), all.substr(whole));
  double value = 0;
  const auto parsed = std::from_chars(plain.data(), plain.data() + plain.size(), value);
  if (parsed.ec != std::errc{}) {
    return std::nullopt;
  }
  DigitNumber out{value, 0, digits->has_point};
  out.slack = digits->has_point ? std::pow(10.0, -static_cast<double>(digits->decimals)) / 2
                                : slack_of_whole(value);
  return out;
}

}  // namespace tally
