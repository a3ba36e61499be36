// SPDX-License-Identifier: Apache-2.0
#include "values/discourse.h"

namespace tally {

Discourse discourse_of(const Document& document, const std::vector<Words>& /*sentences*/) {
  return {.published = document.published,
          .published_is_assumed = document.published_from == PublishedFrom::assumed};
}

void note_date(Discourse& discourse, const Value& value) {
  if (value.kind == Kind::date && value.low) {
    discourse.last_date = value;
  }
}

}  // namespace tally
