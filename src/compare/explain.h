// SPDX-License-Identifier: Apache-2.0
// The arithmetic of a verdict in words that an editor can defend.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "compare/interval.h"

namespace tally {

struct Statement;

// How far apart two intervals lie: "1.5x" for figures, "365 days" or "21 minutes" for dates and
// times; empty where they meet.
std::string gap_between(const Statement& a,
                        const Statement& b,
                        const Interval& left,
                        const Interval& right);

// One sentence: what each of the two allows, whether that meets, and the rule that judged.
std::string explanation_of(const Statement& a,
                           const Statement& b,
                           const Interval& left,
                           const Interval& right,
                           std::string_view reason);

// The same where a date could not be counted from anything.
std::string unanchored_explanation(const Statement& a, const Statement& b);

// What the verdict rests on without proof: assumed publication dates, an assumed unit.
std::vector<std::string> assumptions_of(const Statement& a,
                                        const Statement& b,
                                        std::string_view reason);

// An interval in words: "2016-01-01 to 2016-12-31", "more than 1,000", "15:30".
std::string described(const Interval& interval, const Value& value);

}  // namespace tally
