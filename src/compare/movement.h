// SPDX-License-Identifier: Apache-2.0
// What changes from report to report: plans, tolls, prices.
#pragma once

#include <optional>
#include <string>

#include "compare/statement.h"
#include "model/concepts.h"

namespace tally {

// True for what is planned or supposed.
bool is_plan(Stance stance);
// True for a value with an open end, or one that a word before it opens ("since").
bool is_bounded(const Value& value);

// True when the class of the predicate or of the head of either has the attribute.
bool has_attribute_on_either(const Statement& a,
                             const Statement& b,
                             const char* attribute,
                             const Concepts& concepts);

// The reason code of an update: a plan before the deed, or a later report whose value lies where
// the pack says that such quantities move. Nothing when they do not move so, or the order of the
// reports is not known.
std::optional<std::string> update_reason(const Statement& a,
                                         const Statement& b,
                                         const Sides& sides,
                                         const Concepts& concepts);

// "At least 20" and 12 on one day: the one may be an hour older than the other.
bool is_growing_in_unknown_order(const Statement& a, const Statement& b, const Concepts& concepts);

}  // namespace tally
