// SPDX-License-Identifier: Apache-2.0
// A line on which the values of a fact are drawn, from the least to the greatest.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "model/value.h"

namespace tally {

// An end in the kind's base unit; absent: open.
using Ends = std::pair<std::optional<double>, std::optional<double>>;

// The line from `low` to `high`, low < high. Logarithmic where the values lie far apart.
struct Scale {
  Kind kind = Kind::number;
  double low = 0;
  double high = 1;
  bool logarithmic = false;
  double step = 1;      // between two marks, in the base unit, or
  bool months = false;  // of dates, in months; logarithmic lines are marked at powers of ten
};

// A line that holds all finite ends, with round numbers (or the first days of years, months or
// weeks) at both of its ends. Nothing when no end is finite.
std::optional<Scale> scale_of(Kind kind, std::span<const Ends> values);

// Where `value` stands on the line: 0 at its low end, 1 at its high end; nothing lies outside.
double place_on(const Scale& scale, double value);

struct Tick {
  double place = 0;   // 0 to 1
  std::string label;  // "2016", "2016-03", "40M"; without a unit
};

// Round marks from one end of the line to the other, two to seven.
std::vector<Tick> ticks_of(const Scale& scale);

}  // namespace tally
