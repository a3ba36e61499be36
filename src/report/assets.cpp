// SPDX-License-Identifier: Apache-2.0
#include "report/assets.h"

#include <algorithm>
#include <cassert>

namespace tally {

std::string_view asset(std::string_view name) {
  const auto files = built_in_assets();
  const auto found = std::find_if(
      files.begin(), files.end(), [name](const Asset& file) { return file.name == name; });
  assert(found != files.end());
  return found->content;
}

}  // namespace tally
