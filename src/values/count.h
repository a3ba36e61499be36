// SPDX-License-Identifier: Apache-2.0
// Readers of counts and bare numbers.
#pragma once

#include <vector>

#include "values/reader.h"

namespace tally {

// Captures: n, n2, sign. A count with its noun phrase where one follows ("1,000 American troops",
// "two of the men", "dozens of homes") or a word says that things are counted ("two of them", "all
// four"), else a bare number. No reading where the figure is a piece
// of a name or a code ("Falcon 9", "2-1", "x1"), or a word that only sounds like a number ("the
// one").
std::vector<Reading> read_count(const Words& words,
                                const Captures& captures,
                                const ReadContext& context);

// Captures: h and h2 (hedges), n, n2: two bounds of one figure, "more than 40 and less than 50".
std::vector<Reading> read_bounds(const Words& words,
                                 const Captures& captures,
                                 const ReadContext& context);

// Captures: n, per: a count per something ("3,000 tests a day"), and with it the noun before `per`.
std::vector<Reading> read_count_rate(const Words& words,
                                     const Captures& captures,
                                     const ReadContext& context);

// Captures: n (word of none_word), noun: nothing of something, 0 ("no injuries", "no one was
// hurt").
std::vector<Reading> read_none(const Words& words,
                               const Captures& captures,
                               const ReadContext& context);

}  // namespace tally
