// SPDX-License-Identifier: Apache-2.0
// The comparison of all documents of a database, brought up to date.
#pragma once

#include "rules/pack.h"
#include "store/store.h"

namespace tally::cli {

// Compares the stories that documents came to, went from or changed in since the last comparison,
// and keeps what it says of the others; with Keep::nothing all are compared. `pack` is the one the
// store uses. Memory grows with the largest story, not with the database. Returns how many stories
// were compared.
std::size_t bring_up_to_date(Store& store, const RulePack& pack, bool one_story, Keep keep);

}  // namespace tally::cli
