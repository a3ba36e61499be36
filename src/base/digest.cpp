// SPDX-License-Identifier: Apache-2.0
#include "base/digest.h"

#include <sys/types.h>

#include <sha256.h>

#include <array>
#include <cstdint>

namespace tally {

std::string sha256_of(std::string_view bytes) {
  std::array<char, SHA256_DIGEST_STRING_LENGTH> text{};
  return SHA256Data(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size(), text.data());
}

}  // namespace tally
