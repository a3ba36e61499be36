// SPDX-License-Identifier: Apache-2.0
// The reader of people who are counted by what happens to them.
#pragma once

#include <vector>

#include "values/reader.h"

namespace tally {

// "five were wounded", "killing three of them", "wounding both", "injuring a third", "another man
// was hurt": a count of those to whom the verb happens, with the class that hurt_word or
// hurting_word names as its head, or with the noun that follows a word of class stand_in (both is
// 2, "a third" one more). Captures: n, verb, and lead (the verb stands before) or tail (behind);
// bare where only a participle stands behind ("a third wounded", "six shot in a club"). No reading
// where another noun or unit follows the number, and where a fraction may be meant ("a third of the
// crew").
std::vector<Reading> read_people(const Words& words,
                                 const Captures& captures,
                                 const ReadContext& context);

}  // namespace tally
