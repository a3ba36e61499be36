// SPDX-License-Identifier: Apache-2.0
// Writes a comparison: stories, origins, facts, positions and findings over claims.
#pragma once

#include <cstdint>
#include <span>

#include "model/finding.h"

namespace tally {

class Database;

// Removes the comparison that is there, but for the row of its run. Claims stay.
void clear_comparison(Database& database);

// Writes everything of `comparison` but its sources and claims, which must be there already:
// `documents` and `claims` are their row ids, index by index. Lives within a transaction of the
// caller.
void write_comparison(Database& database,
                      const Comparison& comparison,
                      std::span<const std::int64_t> documents,
                      std::span<const std::int64_t> claims);

}  // namespace tally
