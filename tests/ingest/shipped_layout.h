// SPDX-License-Identifier: Apache-2.0
// The layout of the shipped pack, for tests of readers.
#pragma once

#include <memory>

#include "rules/built_in.h"

namespace tally {

inline const Layout& shipped_layout() {
  static const std::unique_ptr<RulePack> pack = [] {
    const auto files = built_in_pack_files();
    return ready_pack({files.begin(), files.end()});
  }();
  return pack->layout;
}

}  // namespace tally
