// SPDX-License-Identifier: Apache-2.0
// Packs bytes for tests.
#pragma once

#include <string>
#include <string_view>

namespace tally {

// `bytes` as a gzip member.
std::string gzip(std::string_view bytes);

}  // namespace tally
