// SPDX-License-Identifier: Apache-2.0
// Reader of amounts with the currency before them.
#pragma once

#include <vector>

#include "values/reader.h"

namespace tally {

// Captures: c and c2 (currency signs, class currency_sign), n, n2, s and s2 (short scales that
// count behind a currency only: "$5 m"), tail (class currency_tail: "$31 US"), sign, per. "$10 to
// $15 billion" is [1e10, 1.5e10] USD; a bare "$" is marked as assumed. See measure.h for the rest.
std::vector<Reading> read_money(const Words& words,
                                const Captures& captures,
                                const ReadContext& context);

}  // namespace tally
