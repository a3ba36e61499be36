// SPDX-License-Identifier: Apache-2.0
// Units of measure and currencies, as rules/units.toml lists them.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "model/value.h"

namespace tally {

// One unit: base value = number * factor + offset (offset for temperatures only).
struct Unit {
  std::string code;  // "mi"
  Kind kind = Kind::other;
  std::string base;  // "m"; the code itself for currencies
  double factor = 1;
  double offset = 0;
  bool calendar = false;  // week, month, year ...: its durations are written in ISO 8601
  std::string iso;        // designator in an ISO 8601 duration: "M", "TM" (minutes)
  std::string name;       // "mile"
  std::string source;     // where the factor comes from
};

using UnitTable = std::map<std::string, Unit, std::less<>>;  // by code

}  // namespace tally
