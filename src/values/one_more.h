// SPDX-License-Identifier: Apache-2.0
// Reader of one more person beside a count: "a third", "another".
#pragma once

#include <vector>

#include "values/reader.h"

namespace tally {

// Captures: n ("a third", "another"). One person, with the noun that follows where there is one
// ("a third employee"), otherwise `verb` (a word of hurting_word or hurt_word) says what kind. No
// reading for a fraction ("a third of them").
std::vector<Reading> read_one_more(const Words& words, const Captures& captures,
                                   const ReadContext& context);

}  // namespace tally
