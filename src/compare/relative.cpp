// SPDX-License-Identifier: Apache-2.0
// Days that differ only by how the publication was dated.
#include "compare/relative.h"

namespace tally {
namespace {

constexpr double k_week = 7;

bool is_counted_from_publication(const Value& value) {
  return value.time && value.time->anchor && value.time->anchor->from != "mention";
}

bool is_publication_day(const Value& value) {
  return is_counted_from_publication(value) && value.low == value.time->anchor->day &&
         value.high == value.low;
}

}  // namespace

std::optional<RelativeDays> relative_days(const Value& a, const Value& b, double apart) {
  if (a.kind != Kind::date || b.kind != Kind::date) {
    return std::nullopt;
  }
  const bool both = is_counted_from_publication(a) && is_counted_from_publication(b);
  if (both && apart == k_week && a.low == a.high && b.low == b.high) {
    return RelativeDays{Verdict::agree, "weekday"};
  }
  if (both && apart <= 1 && (is_publication_day(a) || is_publication_day(b))) {
    return RelativeDays{Verdict::unclear, "publication-day"};
  }
  const bool narrated = (a.time && a.time->anchor && a.time->anchor->from == "mention") ||
                        (b.time && b.time->anchor && b.time->anchor->from == "mention");
  return narrated ? std::optional{RelativeDays{Verdict::unclear, "narrated"}} : std::nullopt;
}

}  // namespace tally
