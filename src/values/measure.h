// SPDX-License-Identifier: Apache-2.0
// Readers of figures with a unit: measures, percentages, amounts with the currency behind.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rules/units.h"
#include "rules/words.h"
#include "values/amount.h"
#include "values/reader.h"

namespace tally {

// A unit as the words name it. `unit` points into the pack's table.
struct NamedUnit {
  const Unit* unit = nullptr;
  bool assumed = false;      // one of several that the word may mean
  std::optional<Kind> kind;  // where the context decides the kind but not the unit: 20 degrees
};

// The unit that a class's value names: "mi", or "USD?" for one that is assumed (a bare dollar is the
// outlet's own, class outlet_currency, else USD). Nothing when the table lacks it.
std::optional<NamedUnit> unit_of_code(const Words& words, std::string_view code, const ReadContext& context);

// The capture `per`, unless the word behind it (class per_stop) makes a time of it: "$5 a year ago".
std::optional<Range> per_of(const Words& words, const Captures& captures);

// Turns a value into one per something: `per` is the tokens of a per_unit entry ("barrel") and
// written_unit becomes "USD/bbl". A rate that has a unit of its own becomes that ("mi/h").
void apply_per(const Words& words, std::optional<Range> per, const ReadContext& context, Value& value);

// What the figure that ends at `end` is of: "tons of copper cathode", "a 550-mile road".
NounPhrase measured_noun(const Words& words, std::size_t end, const ReadContext& context);

// Captures: n, n2 (end of a range), u (unit, class unit), u1 (unit at the first end), sign, per.
// With u1 alone the unit stands at the first end only ("208 pounds to 193").
std::vector<Reading> read_measure(const Words& words, const Captures& captures, const ReadContext& context);

// Captures: n, n2, u: two figures that share a unit ("7- or 8-inch", "45 and 50 mg").
std::vector<Reading> read_pair(const Words& words, const Captures& captures, const ReadContext& context);

// Captures: n, u, n2, u2, n3, u3: one figure in falling units ("7 feet 10 inches", "20 dollars 43
// cents"). Units of several kinds give a reading each.
std::vector<Reading> read_composite(const Words& words, const Captures& captures,
                                    const ReadContext& context);

// Captures: n: one token of shape feet_inches: 5'10" (in feet).
std::vector<Reading> read_feet_inches(const Words& words, const Captures& captures,
                                      const ReadContext& context);

}  // namespace tally
