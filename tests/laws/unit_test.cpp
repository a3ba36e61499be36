// SPDX-License-Identifier: Apache-2.0
// What always holds of units of measure.
#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <rapidcheck.h>

#include "compare/interval.h"
#include "laws/article.h"
#include "laws/law.h"
#include "values/reading.h"

namespace tally::laws {
namespace {

// Spellings of the units of one kind each.
const std::vector<std::vector<std::string>>& kinds_of_measure() {
  static const std::vector<std::vector<std::string>> kinds = {
      {"kilometers", "miles", "feet", "yards", "cm", "meters", "millimetres"},
      {"kilograms", "pounds", "tonnes", "ounces"},
      {"hectares", "acres", "square miles", "square meters"},
      {"liters", "cubic meters", "cubic feet"},
      {"degrees Celsius", "degrees Fahrenheit", "kelvin"},
      {"mph", "km/h", "knots"},
      {"kilowatts", "megawatts"},
      {"gigabytes", "terabytes"},
  };
  return kinds;
}

Value reading_of(const std::string& number, const std::string& unit) {
  const std::string text = fmt::format("It measured {} {}.", number, unit);
  const std::vector<Mention> mentions = mentions_in(text);
  RC_LOG() << text;
  RC_ASSERT(mentions.size() == 1U);
  RC_ASSERT(mentions[0].value.low.has_value());
  return mentions[0].value;
}

const Unit& unit_of(const Value& value) {
  const UnitTable& units = shipped_pack().units;
  RC_ASSERT(units.contains(value.written_unit));
  return units.at(value.written_unit);
}

double base_of(double number, const Unit& unit) { return number * unit.factor + unit.offset; }

double number_of(double base, const Unit& unit) { return (base - unit.offset) / unit.factor; }

// A number of at most three digits, as written.
rc::Gen<std::string> short_number() {
  return rc::gen::apply(
      [](int digits, int places) {
        return fmt::format("{:.{}f}", digits / std::pow(10, places), places);
      },
      rc::gen::inRange(1, 1000),
      rc::gen::inRange(0, 3));
}

TEST_CASE("law: a measure is its number times the factor of its unit, and back") {
  check_law("factor", [] {
    const auto kind = *rc::gen::elementOf(kinds_of_measure());
    const std::string number = *short_number();
    const Value value = reading_of(number, *rc::gen::elementOf(kind));
    const Unit& unit = unit_of(value);
    RC_ASSERT(value.unit == unit.base);
    RC_ASSERT(value.written_low == std::stod(number));
    const double tiny = 1e-12 * std::max(1.0, std::abs(*value.low));
    RC_ASSERT(std::abs(*value.low - base_of(std::stod(number), unit)) <= tiny);
    RC_ASSERT(std::abs(base_of(number_of(*value.low, unit), unit) - *value.low) <= tiny);
  });
}

TEST_CASE("law: a measure converted to another unit and back agrees with itself") {
  check_law("there and back", [] {
    const auto kind = *rc::gen::elementOf(kinds_of_measure());
    const Value there = reading_of(*short_number(), *rc::gen::elementOf(kind));
    const std::string other = *rc::gen::elementOf(kind);
    const double converted = number_of(*there.low, unit_of(reading_of("1", other)));
    RC_PRE(converted >= 1e-3 && converted < 1e9);
    // Nine digits behind the point: finer than what three digits leave open.
    const Value back = reading_of(fmt::format("{:.9f}", converted), other);
    RC_PRE(back.kind == there.kind);  // a million pounds are money
    RC_ASSERT(std::abs(*back.low - *there.low) <= there.slack);
    RC_ASSERT(meet(interval_of(there), interval_of(back)));
  });
}

TEST_CASE("law: every unit of the pack goes there and back") {
  std::vector<Unit> units;
  for (const auto& [unused, unit] : shipped_pack().units) {
    units.push_back(unit);
  }
  check_law("units", [&units] {
    const Unit unit = units[*rc::gen::inRange<std::size_t>(0, units.size())];
    RC_LOG() << unit.code;
    const double number = *rc::gen::inRange(-1'000'000, 1'000'000) / 1000.0;
    const double tiny = 1e-9 * std::max({1.0, std::abs(number), std::abs(unit.offset)});
    RC_ASSERT(std::abs(number_of(base_of(number, unit), unit) - number) <= tiny);
  });
}

}  // namespace
}  // namespace tally::laws
