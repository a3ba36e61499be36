// SPDX-License-Identifier: Apache-2.0
// The noun phrase that stands behind a number and says what it counts.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "model/concepts.h"
#include "model/mention.h"
#include "rules/words.h"

namespace tally {

enum class Plurality { one, many };

// A noun phrase and the tokens it covers.
struct NounTokens {
  NounPhrase noun;
  Range range;
};

// The phrase that begins at token `at`: adjectives and nouns up to its head. For `many` the head is
// the first plural (class plural_noun, or a word that has a singular) that no other noun follows;
// without a plural there is no phrase. For `one` it is the last word before one of np_stop.
// Where adjectives follow (Lexicon::noun_first) the head is the first noun, and words of after_noun
// behind it belong to the phrase. "American troops stationed there" gives "American troops", head
// "troops" (a class whose role is "head") or else the singular of the last word, qualifiers
// {"american"}.
std::optional<NounTokens> noun_phrase_at(const Words& words,
                                         std::size_t at,
                                         Plurality plurality,
                                         const Concepts& concepts);

// Is token `i` a word that begins with an apostrophe, cut off the one before: "'s"?
bool is_clitic(const Words& words, std::size_t i);

// The class of all persons (attribute "person") when the head is one of its parts, near or far:
// "soldiers" gives "people". Empty otherwise.
std::string person_class_of(const std::string& head, const Concepts& concepts);

}  // namespace tally
