// SPDX-License-Identifier: Apache-2.0
// Readers of figures with a unit: measures, percentages, amounts with the currency behind.
#pragma once

#include <cstddef>
#include <vector>

#include "rules/words.h"
#include "values/reader.h"

namespace tally {

// What the figure that ends at `end` is of: "tons of copper cathode", "a 550-mile road".
NounPhrase measured_noun(const Words& words, std::size_t end, const ReadContext& context);

// Captures: n, n2 (end of a range), u (unit, class unit), u1 (unit at the first end), sign, per.
// With u1 alone the unit stands at the first end only ("208 pounds to 193").
std::vector<Reading> read_measure(const Words& words,
                                  const Captures& captures,
                                  const ReadContext& context);

// Captures: n, n2, u: two figures that share a unit ("7- or 8-inch", "45 and 50 mg").
std::vector<Reading> read_pair(const Words& words,
                               const Captures& captures,
                               const ReadContext& context);

// Captures: n, u, n2, u2, n3, u3: one figure in falling units ("7 feet 10 inches", "20 dollars 43
// cents"). Units of several kinds give a reading each.
std::vector<Reading> read_composite(const Words& words,
                                    const Captures& captures,
                                    const ReadContext& context);

// Captures: n: one token of shape feet_inches: 5'10" (in feet).
std::vector<Reading> read_feet_inches(const Words& words,
                                      const Captures& captures,
                                      const ReadContext& context);

}  // namespace tally
