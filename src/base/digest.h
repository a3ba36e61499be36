// SPDX-License-Identifier: Apache-2.0
// SHA-256, for names that stand for content.
#pragma once

#include <string>
#include <string_view>

namespace tally {

// The SHA-256 of `bytes` as 64 hexadecimal digits in lower case.
std::string sha256_of(std::string_view bytes);

}  // namespace tally
