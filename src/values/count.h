// SPDX-License-Identifier: Apache-2.0
// Readers of counts and bare numbers.
#pragma once

#include <vector>

#include "values/reader.h"

namespace tally {

// Captures: n, n2, sign. A count with its noun phrase where one follows ("1,000 American troops",
// "two of the men", "dozens of homes"), else a bare number. No reading where the figure is a piece
// of a name or a code ("Falcon 9", "2-1", "x1"), or a word that only sounds like a number ("the
// one").
std::vector<Reading> read_count(const Words& words,
                                const Captures& captures,
                                const ReadContext& context);

// Captures: n, verb, and lead (the verb stands before) or tail (behind): a count of those to whom
// the verb happens, with the class that hurt_word or hurting_word names as its head ("five were
// wounded", "killing three"). No reading where a noun or unit follows the number.
std::vector<Reading> read_people(const Words& words,
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
