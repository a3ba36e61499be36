// SPDX-License-Identifier: Apache-2.0
// The entry of libFuzzer; TALLY_FUZZ_TARGET names the target.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "fuzz/targets.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const auto target = [] {
    const auto targets = tally::fuzz_targets();
    return std::find_if(targets.begin(), targets.end(), [](const tally::FuzzTarget& each) {
      return each.name == TALLY_FUZZ_TARGET;
    });
  }();
  target->run({reinterpret_cast<const char*>(data), size});
  return 0;
}
