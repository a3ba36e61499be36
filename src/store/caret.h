// SPDX-License-Identifier: Apache-2.0
// Shows where in a user's SQL a fault is.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace tally {

// The line of `sql` that holds byte `at` (<= its size), indented by two blanks, and a second line
// with a caret under that byte.
std::string with_caret(std::string_view sql, std::size_t at);

}  // namespace tally
