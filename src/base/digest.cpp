// SPDX-License-Identifier: Apache-2.0
#include "base/digest.h"

#include <sys/types.h>

#include <fmt/format.h>
#include <sha256.h>

namespace tally {

std::array<std::uint8_t, 32> sha256_of(std::string_view bytes) {
  SHA2_CTX context{};
  SHA256Init(&context);
  SHA256Update(&context, reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
  std::array<std::uint8_t, SHA256_DIGEST_LENGTH> digest{};
  SHA256Final(digest.data(), &context);
  return digest;
}

std::string hexadecimal_of(std::span<const std::uint8_t> bytes) {
  std::string out;
  for (const std::uint8_t byte : bytes) {
    out += fmt::format("{:02x}", byte);
  }
  return out;
}

std::string base64_of(std::span<const std::uint8_t> bytes) {
  constexpr std::string_view k_digits =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  for (std::size_t at = 0; at < bytes.size(); at += 3) {
    const std::size_t left = bytes.size() - at;
    std::uint32_t triple = static_cast<std::uint32_t>(bytes[at]) << 16U;
    triple |= left > 1 ? static_cast<std::uint32_t>(bytes[at + 1]) << 8U : 0U;
    triple |= left > 2 ? static_cast<std::uint32_t>(bytes[at + 2]) : 0U;
    for (std::size_t i = 0; i < 4; ++i) {
      out.push_back(i <= left ? k_digits[(triple >> (18U - 6U * i)) & 63U] : '=');
    }
  }
  return out;
}

}  // namespace tally
