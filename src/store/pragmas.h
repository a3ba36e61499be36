// SPDX-License-Identifier: Apache-2.0
// Which pragmas only read: what a read-only query may ask SQLite about itself.
#pragma once

#include <string_view>

namespace tally {

// True when `PRAGMA name` (with an argument: `PRAGMA name(x)` or `= x`) changes nothing. A pragma
// that is not known here counts as one that does.
bool is_reading_pragma(std::string_view name, bool has_argument);

}  // namespace tally
