// SPDX-License-Identifier: Apache-2.0
// Values as people read them: "1,000 or more", "2018 (about)", "7 h 30 min".
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "model/value.h"

namespace tally {

// A number with separators of thousands and at most four digits behind the point: "1,234.5".
std::string number_text(double number);

// One end of an interval in the kind's base unit, without its unit: "1,000", "2024-04-21", "14:05".
// Measures are rounded to five significant digits, counts and money are not.
std::string end_text(Kind kind, double end);

// The first and last day of a date, as short as they can be said exactly: "2016", "2023-07",
// "2024-04-19", "2018-01-01 to 2018-06-30". An absent end is open: "from 2013-01-01".
std::string days_text(std::optional<double> first, std::optional<double> last);

// An ISO 8601 duration as written, in words: "P10Y" is "10 years", "P1M15D" "1 month 15 days".
std::string iso_duration_text(std::string_view iso);
// Seconds as hours, minutes and seconds, or days from 48 hours on: "7 h 30 min", "3 days".
std::string clock_duration_text(double seconds);

// The whole normalised value with its modifier and unit: "100,000,000 USD", "more than 1,000",
// "about 2018", "10 to 15 %", "not resolved (no publication date)".
std::string value_text(const Value& value);

// The common part of a position, which has a kind and an interval only.
std::string interval_text(Kind kind,
                          std::string_view unit,
                          std::optional<double> low,
                          std::optional<double> high);

// "1 article", "2 articles".
std::string counted(std::size_t number, std::string_view noun);

}  // namespace tally
