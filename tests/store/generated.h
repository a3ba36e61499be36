// SPDX-License-Identifier: Apache-2.0
// Comparisons made at random, with every member of every struct in use: for laws about the store.
#pragma once

#include <cstdint>

#include "model/finding.h"

namespace tally {

// A comparison of one to four sources. The same seed gives the same one.
Comparison generated_comparison(std::uint32_t seed);

}  // namespace tally
