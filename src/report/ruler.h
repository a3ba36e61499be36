// SPDX-License-Identifier: Apache-2.0
// The positions of a fact drawn with characters, one line above the other.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "model/finding.h"

namespace tally {

struct Ruler {
  std::vector<std::string> rows;  // one for each position: "····├──┤····"
  std::string axis;               // the labels of both ends below them: "2016     2019"
};

// The positions of `fact` on one line of `width` code points (at least 10): ├──┤ an interval, ● a
// point, ◀ ▶ an open end. No rows when there is nothing to draw: all ends are open, or the values
// are one point.
Ruler ruler_of(const Fact& fact, std::size_t width);

}  // namespace tally
