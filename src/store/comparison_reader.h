// SPDX-License-Identifier: Apache-2.0
// Reads a comparison back from the database.
#pragma once

#include "model/finding.h"

namespace tally {

class Database;

// The comparison that is there; empty but for its coverage when all of it was removed. Throws Error
// when its rows do not hang together.
Comparison read_comparison(Database& database);

}  // namespace tally
