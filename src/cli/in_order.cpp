// SPDX-License-Identifier: Apache-2.0
#include "cli/in_order.h"

#include <algorithm>

namespace tally::cli {

std::size_t thread_count(std::size_t asked) {
  const std::size_t cores = std::max(1U, std::thread::hardware_concurrency());
  return asked == 0 ? cores : asked;
}

}  // namespace tally::cli
