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

namespace tally {

enum class DayOrder { month_first, day_first };

// The state while a document is read in order. Built once per document (discourse_of), then told
// of every date mention (note_date), so that "two weeks later" finds its anchor.
struct Discourse {
  std::optional<Day> published;
  bool published_is_assumed = false;
  bool narrative = false;  // leans on the last date mentioned, not on the publication date
  DayOrder day_order = DayOrder::month_first;
  std::optional<Value> last_date;      // the last date mentioned, absolute or resolved
  std::optional<Value> last_explicit;  // the last one written with a year
};

// The state before the first sentence.
Discourse discourse_of(const Document& document, const std::vector<Words>& sentences);
// Takes note of a value that was read.
void note_date(Discourse& discourse, const Value& value);

}  // namespace tally
