// SPDX-License-Identifier: Apache-2.0
// The entries of the program that a fuzzer drives, and the tests replay on seeds and old crashes.
#pragma once

#include <span>
#include <string_view>

namespace tally {

struct FuzzTarget {
  std::string_view name;                // of its folder in tests/fuzz/seeds
  void (*run)(std::string_view input);  // any bytes; a broken promise aborts
};

// All targets, by name.
std::span<const FuzzTarget> fuzz_targets();

}  // namespace tally
