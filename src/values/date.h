// SPDX-License-Identifier: Apache-2.0
// Readers of dates that name their day, month, season, quarter, year, decade or century.
#pragma once

#include <vector>

#include "values/date_value.h"
#include "values/reader.h"

namespace tally {

// A date by its parts: "Sunday, Feb. 10", "March 2013", "the fourth quarter of last year", "2016".
// Captures: those of parts_of; `part` ("early", class part_of_period), `approx`; `bare_year`, a
// year that must be told from a count; `bare`, a word that is a date only behind some words (see
// stands_bare); `alone`, figures that are a date when nothing else is said; `mention`, the tokens
// of the mention when the pattern needs others around it. Without anything to count from the
// mention is unanchored.
std::vector<Reading> read_date(const Words& words,
                               const Captures& captures,
                               const ReadContext& context);

// "the 1990s", "'90s", "the nineties", "the 19th century", "the fourth century BC". Captures:
// `decade` (its first year, two or four figures, or a word of class decade_word), `century` (an
// ordinal), era, part, approx, mention.
std::vector<Reading> read_decade(const Words& words,
                                 const Captures& captures,
                                 const ReadContext& context);

// False when the match has a capture `bare` and the word before it is not one that a date follows
// (class before_bare), or the word behind it shows a noun phrase that goes on ("the 19th floor").
bool stands_bare(const Words& words, const Captures& captures);
// The tokens that the mention covers: the capture `mention` when there is one, else the match.
Range mention_range(const Captures& captures);
// Modifier, bound and slack that the words of a match give a period.
DateMarks marks_of(const Words& words, const Captures& captures, const Period& period);
// The one reading of a match.
std::vector<Reading> one_reading(Range range, Value value);

}  // namespace tally
