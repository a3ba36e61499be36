// SPDX-License-Identifier: Apache-2.0
// How the mentions of one sentence stand to each other: conversions, inherited nouns, sums.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "model/concepts.h"
#include "model/mention.h"
#include "rules/words.h"

namespace tally {

// Each of these looks at mentions[first] and after, which must be those of the sentence `words`, in
// order of the text.

// Marks a measure or amount that says the one before it in another unit: "920 kilometers (550
// miles)", "€2m ($2.6m)", "5 miles, or 8 km". Between the two stands an entry of the class
// conversion_joiner; behind "or" the two must agree within a tenth, or they are alternatives.
void mark_conversions(const Words& words, std::vector<Mention>& mentions, std::size_t first);

// Gives a bare number the noun of the count before it where an entry of inherit_cue stands right
// before it: "60 cars, compared with 45", "rose 64 points to 4,577".
void inherit_nouns(const Words& words, std::vector<Mention>& mentions, std::size_t first);

// Adds the sum of counts of persons that one noun phrase joins and marks its parts: "a man and two
// women" is 3, "12 Somalis and 11 Yemenis" 23. Words: sum_joiner between them ("and", ","),
// one_word before a part without a number. The sum stands before its parts; its head is the class
// that contains theirs.
void add_sums(const Words& words,
              const Concepts& concepts,
              std::vector<Mention>& mentions,
              std::size_t first);

// Over the whole document: a bare dollar sign behind a marked one of another country ("A$5m ...
// $2m") is that country's too, unless the document converts the marked one into bare dollars ("A$50
// million ($33 million)"). It stays marked as assumed.
void settle_dollars(std::string_view text, std::vector<Mention>& mentions);

}  // namespace tally
