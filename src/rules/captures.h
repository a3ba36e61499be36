// SPDX-License-Identifier: Apache-2.0
// The names under which a pattern captures.
#pragma once

#include <set>
#include <string>

#include "rules/expression.h"

namespace tally {

std::set<std::string> names_in(const Expression& node);

// A capture that two parts of one match may both take: a name that stands twice in a row, within
// itself, or under a repeat. Nullptr when there is none.
const Expression* duplicate_capture(const Expression& node);

}  // namespace tally
