// SPDX-License-Identifier: Apache-2.0
// Readers of places in an order and of magnitudes.
#pragma once

#include <vector>

#include "values/reader.h"

namespace tally {

// Captures: n (words of ordinal_word, or a token such as "19th"): its place in the order.
std::vector<Reading> read_ordinal(const Words& words,
                                  const Captures& captures,
                                  const ReadContext& context);

// Captures: n: the magnitude of an earthquake or star.
std::vector<Reading> read_magnitude(const Words& words,
                                    const Captures& captures,
                                    const ReadContext& context);

}  // namespace tally
