// SPDX-License-Identifier: Apache-2.0
// Periods of the calendar as Values: interval, modifier, TIMEX3 and EDTF, the anchor they rest on.
#pragma once

#include <optional>
#include <string_view>

#include "model/value.h"
#include "rules/words.h"
#include "values/period.h"

namespace tally {

// What the words around a date say besides its extent.
struct DateMarks {
  Modifier modifier = Modifier::exact;  // approx, or start, mid, end for "early", "mid-", "late"
  Bound bound = Bound::none;
  double slack = 0;  // days either side
  std::optional<Anchor> anchor;
};

// The date that the period names: `low` and `high` are its first and last day, `slack` days of
// grace. With start, mid or end the third of the period stands in narrow_low and narrow_high.
Value date_value(const Period& period, const DateMarks& marks);

// A date without ends: `timex` is PRESENT_REF, PAST_REF, FUTURE_REF or has X for what is unknown.
// `modifier` is vague ("recently") or unanchored ("Friday" in a text without a date).
Value open_date(std::string_view timex, Modifier modifier);

// The bound that the word before token `at` (articles and hedges skipped) gives a date: "since".
Bound bound_before(const Words& words, std::size_t at);

}  // namespace tally
