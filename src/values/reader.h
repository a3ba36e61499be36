// SPDX-License-Identifier: Apache-2.0
// What a reader is: the function that turns the captures of a value pattern into values.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/concepts.h"
#include "model/mention.h"
#include "rules/units.h"
#include "rules/words.h"
#include "values/discourse.h"

namespace tally {

// A match of a value pattern: the whole of it and its named captures, as ranges of tokens.
struct Captures {
  Range whole;
  std::map<std::string_view, Range> named;  // a capture that took no part is absent

  std::optional<Range> operator[](std::string_view name) const {
    const auto found = named.find(name);
    return found == named.end() ? std::nullopt : std::optional<Range>{found->second};
  }
};

// What a reader may know besides the tokens.
struct Reading {
  Range range;  // the tokens that the mention covers
  Value value;
  NounPhrase noun;
  Part part = Part::whole;
  std::optional<std::size_t> partner;  // index into the readings of this same match
};

struct ReadContext {
  const UnitTable& units;
  const Discourse& discourse;  // publication date, last date mentioned, kind of document
  std::string_view outlet;     // for "$" and for day-or-month-first
  const Concepts& concepts;    // which classes are heads
};

// Readers are pure. No reading: the match was no value after all ("31 February"); it is then
// rejected, and a shorter or later match of another pattern may take its place.
using Reader = std::vector<Reading> (*)(const Words& words,
                                        const Captures& captures,
                                        const ReadContext& context);

// The reader that a pattern's `reader = "NAME"` means; nullptr when there is none of that name.
Reader reader_named(std::string_view name);

}  // namespace tally
