// SPDX-License-Identifier: Apache-2.0
// Strings of digits with separators, in any grouping.
#pragma once

#include <optional>
#include <string_view>

namespace tally {

struct DigitNumber {
  double value = 0;
  double slack = 0;        // half a unit of the last significant digit as written
  bool has_point = false;  // written with decimals

  friend bool operator==(const DigitNumber&, const DigitNumber&) = default;
};

// The number of a string of digits: "1,042" gives 1042 with slack 0.5, "1,000" 1000 with 500
// (trailing zeros may be rounding), "2.50" 2.5 with 0.005; "1.234.567" and "12,34,567" have their
// groups joined. Nothing when it is no number ("1.2.3", "12,3,4", "5th").
// `decimal_mark`: '.' or ','. With the comma points and blanks group: "1.234,5" and "1 234,5" are
// 1234.5.
std::optional<DigitNumber> read_digits(std::string_view text, char decimal_mark = '.');

// Half of the highest power of ten that divides a whole number: 500 for 12000, 0.5 for 1042 and 0.
double slack_of_whole(double value);

}  // namespace tally
