// SPDX-License-Identifier: Apache-2.0
// Does one pattern match whatever another one matches?
#pragma once

#include "rules/expression.h"
#include "rules/lexicon.h"

namespace tally {

// Does every match of `inner` match `outer` too, token for token and with the same captures? Told
// from the trees: yes is certain, no may mean that it cannot be told.
bool covers(const Expression& outer,
            const Expression& inner,
            const Lexicon& lexicon,
            bool mentions);

}  // namespace tally
