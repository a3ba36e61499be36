// SPDX-License-Identifier: Apache-2.0
#include "model/place.h"

#include <algorithm>
#include <iterator>

#include <fmt/format.h>

namespace tally {

std::string place_of(const Document& document, const Places& places, std::size_t at) {
  const auto& marks = document.line_marks;
  if (marks.empty()) {
    return fmt::format("{}:{}:{}", document.path, places.line_of(at), places.column_of(at));
  }
  const auto after =
      std::upper_bound(marks.begin(), marks.end(), at, [](std::size_t byte, const LineMark& mark) {
        return byte < mark.at;
      });
  const LineMark& mark = after == marks.begin() ? *after : *std::prev(after);
  return fmt::format("{}:{}", document.path, mark.line);
}

}  // namespace tally
