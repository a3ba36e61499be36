// SPDX-License-Identifier: Apache-2.0
// What a document tells about its own dates: the state that relative dates are counted from.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "base/civil.h"
#include "model/document.h"
#include "model/value.h"
#include "rules/words.h"
#include "values/period.h"

namespace tally {

enum class DayOrder { month_first, day_first };

// The state while a document is read in order. Built once per document (discourse_of), then told
// of every date mention (note_date), so that "two weeks later" finds its anchor.
struct Discourse {
  std::optional<Day> published;
  bool published_is_assumed = false;
  bool narrative = false;  // leans on the last date mentioned, not on the publication date
  DayOrder day_order = DayOrder::month_first;
  std::optional<Period> last_date;  // the last date mentioned, absolute or resolved
  std::optional<Period> last_day;   // the last one that is a single day
  std::optional<int> last_year;     // its year, astronomical
  // Of a narrative: the years between which it moves. Dates beyond them (a book cited, a battle of
  // another century) are no dates to count from.
  std::optional<int> first_year;
  std::optional<int> final_year;
};

// The state before the first sentence: publication date from the document; narrative and day order
// from the words of its sentences. A document is a narrative when it writes out many years that
// are not those around its publication, and seldom says "yesterday" or "Monday" (classes
// day_word, weekday); without a publication date it is one. "25/12/2013" anywhere makes the day
// come first; without such evidence the language decides (Lexicon::day_first).
Discourse discourse_of(const Document& document, const std::vector<Words>& sentences);

// Takes note of a value that was read; other values than dates and times are passed over.
void note_date(Discourse& discourse, const Value& value);

// Where something relative is counted from: the day (or the period, for "the following month"),
// and what `Anchor::from` says of it.
struct Reference {
  Period period;
  std::string_view from;  // "published", "assumed" or "mention"
};

Anchor anchor_of(const Reference& reference);

// What "last year" and "yesterday" count from: the publication date; in a narrative the last date
// mentioned. Nothing when neither is known.
std::optional<Reference> deictic_reference(const Discourse& discourse);
// What "two weeks later" and "the same day" count from: the last date mentioned, else the
// publication date.
std::optional<Reference> anaphoric_reference(const Discourse& discourse);

}  // namespace tally
