// SPDX-License-Identifier: Apache-2.0
// SHA-256 (FIPS 180-4) and Base64 (RFC 4648) of bytes.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace tally {

std::array<std::uint8_t, 32> sha256_of(std::string_view bytes);
// In lower case: "0aff".
std::string hexadecimal_of(std::span<const std::uint8_t> bytes);

// With padding: "TWE=".
std::string base64_of(std::span<const std::uint8_t> bytes);

}  // namespace tally
