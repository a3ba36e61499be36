// SPDX-License-Identifier: Apache-2.0
// The commands, one function each.
#pragma once

#include "cli/session.h"

namespace tally::cli {

// Each runs its command on `session` and returns 0 or 1 (an open conflict); that an input failed is
// kept in the session. Throws Error when the run cannot go on.
int check(Session& session);
int extract(Session& session);

}  // namespace tally::cli
