// SPDX-License-Identifier: Apache-2.0
// Days that differ only by how the publication was dated.
#pragma once

#include <optional>
#include <string>

#include "model/finding.h"
#include "model/value.h"

namespace tally {

struct RelativeDays {
  Verdict verdict = Verdict::unclear;
  std::string reason;
};

// Relative days that differ only by how the publication was dated: the same weekday in another
// week, or the day of publication itself, which print and time zones shift by one.
// `apart`: the days between the two. Nothing when they are no such days.
std::optional<RelativeDays> relative_days(const Value& a, const Value& b, double apart);

}  // namespace tally
