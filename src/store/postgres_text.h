// SPDX-License-Identifier: Apache-2.0
// Text as a PostgreSQL server keeps it.
#pragma once

#include <string>
#include <string_view>

namespace tally {

// `text` with U+FFFD for every null character and malformed byte, which no text column takes.
// Places in code points stay what they are.
std::string storable(std::string_view text);

}  // namespace tally
