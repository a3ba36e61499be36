// SPDX-License-Identifier: Apache-2.0
// How telling it is when two claims have the same value.
#pragma once

#include <optional>

#include "base/civil.h"
#include "model/value.h"

namespace tally {

// 0 for values that stand in every text ("two people", "on Friday" in that week's paper) up to
// nearly 3 for values that hardly recur by chance ($13.86 billion, 11:37, 17 October 1989).
double rarity_of(const Value& value, std::optional<Day> published);

}  // namespace tally
