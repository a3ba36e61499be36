// SPDX-License-Identifier: Apache-2.0
// Dates in lines that people read: "Published 3 April 2024, updated 4 April 2024".
#pragma once

#include <string_view>
#include <vector>

#include "base/civil.h"
#include "model/layout.h"

namespace tally {

struct VisibleDate {
  enum class Says { nothing, published, updated };

  Day day = 0;
  Says says = Says::nothing;  // what the words before it say of it

  friend bool operator==(const VisibleDate&, const VisibleDate&) = default;
};

// The dates that a line states in full, in its order: day, month name and year within five words,
// or figures ("2024-04-03", "03.04.2024", "03/04/2024"). `day_first`: the third of the last is of
// April; otherwise it is taken only where day and month cannot be mistaken.
std::vector<VisibleDate> visible_dates_in(std::string_view line,
                                          const Layout& layout,
                                          bool day_first);

// True when the language writes 3/4 for the third of April.
bool writes_day_first(const Layout& layout, std::string_view language);

}  // namespace tally
