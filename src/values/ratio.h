// SPDX-License-Identifier: Apache-2.0
// Readers of fractions, ratios and multiples.
#pragma once

#include <vector>

#include "values/reader.h"

namespace tally {

// Captures: n (a fraction), of (what follows shows that it is a share): a share in percent ("a
// third of", 33.33 %). Without `of` it is a bare number, and a lone "half" or "third" nothing.
std::vector<Reading> read_fraction(const Words& words,
                                   const Captures& captures,
                                   const ReadContext& context);

// Captures: n, m: "one in five", "9 out of 10" as a share of 100 %; no reading when n > m. With
// `over` ("one over twenty") a bare number, `sign` turns it.
std::vector<Reading> read_ratio(const Words& words,
                                const Captures& captures,
                                const ReadContext& context);

// Captures: n ("6.5 times", "twofold"), per: how many times; written_unit "x".
std::vector<Reading> read_multiple(const Words& words,
                                   const Captures& captures,
                                   const ReadContext& context);

}  // namespace tally
