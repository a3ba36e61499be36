// SPDX-License-Identifier: Apache-2.0
// The verdict on two ages of one person.
#pragma once

#include "compare/statement.h"
#include "model/concepts.h"

namespace tally {

// Ages of one person: while one birth date can explain both, equal years agree and unequal ones are
// an update. Where none can they conflict, in the end equal ones too: nobody stays 43 for two years
// but the dead, and those whose age is only repeated. `sides`: the days of birth, on a difference.
Ruling judged_ages(const Statement& a, const Statement& b, Sides& sides, const Concepts& concepts);

}  // namespace tally
