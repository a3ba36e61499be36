// SPDX-License-Identifier: Apache-2.0
#include "report/ruler.h"

#include <cmath>

#include "report/scale.h"
#include "report/style.h"

namespace tally {
namespace {

std::string utf8_of(std::u32string_view code_points) {
  std::string out;
  for (const char32_t c : code_points) {
    append_utf8(out, c);
  }
  return out;
}

std::size_t column_of(const Scale& scale, double value, std::size_t width) {
  return static_cast<std::size_t>(
      std::lround(place_on(scale, value) * static_cast<double>(width - 1)));
}

std::string row_of(const Scale& scale, const Position& position, std::size_t width) {
  std::u32string row(width, U'·');
  if (!position.low && !position.high) {
    return utf8_of(row);
  }
  const std::size_t begin = position.low ? column_of(scale, *position.low, width) : 0;
  const std::size_t end = position.high ? column_of(scale, *position.high, width) : width - 1;
  for (std::size_t i = begin; i <= end; ++i) {
    row[i] = U'─';
  }
  row[begin] = position.low ? U'├' : U'◀';
  row[end] = position.high ? U'┤' : U'▶';
  if (begin == end) {
    row[begin] = U'●';
  }
  return utf8_of(row);
}

}  // namespace

Ruler ruler_of(const Fact& fact, std::size_t width) {
  std::vector<Ends> values;
  for (const Position& position : fact.positions) {
    values.emplace_back(position.low, position.high);
  }
  const auto scale = scale_of(fact.kind, values);
  if (!scale || values.size() < 2) {
    return {};
  }
  Ruler ruler;
  for (const Position& position : fact.positions) {
    ruler.rows.push_back(row_of(*scale, position, width));
  }
  const std::vector<Tick> ticks = ticks_of(*scale);
  const std::string& last = ticks.back().label;
  const std::size_t size = code_points_in(last);
  ruler.axis = fitted(ticks.front().label, width > size ? width - size : 1) + last;
  return ruler;
}

}  // namespace tally
