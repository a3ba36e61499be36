// SPDX-License-Identifier: Apache-2.0
// Days that differ only by how the publication was dated.
#include "compare/relative.h"

#include <cmath>

namespace tally {
namespace {

constexpr double k_week = 7;
constexpr double k_shortest_month = 27;  // from its first to its last day
constexpr double k_longest_month = 31;
constexpr double k_days_a_year = 365.2425;

bool is_counted_from_publication(const Value& value) {
  return value.time && value.time->anchor && value.time->anchor->from != "mention";
}

// "May" and "May last year" are the same month where only the year was read into one of them.
bool is_same_month(const Value& a, const Value& b) {
  if (!a.low || !a.high || !b.low || !b.high || *a.high - *a.low >= k_longest_month ||
      *a.high - *a.low < k_shortest_month) {
    return false;
  }
  const double years_apart = std::abs(*a.low - *b.low) / k_days_a_year;
  return std::abs(years_apart - 1) < 0.01 && std::abs(*a.high - *b.high) <= k_days_a_year + 1;
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
  if (both && is_same_month(a, b)) {
    return RelativeDays{Verdict::agree, "month"};
  }
  if (both && apart <= 1 && (is_publication_day(a) || is_publication_day(b))) {
    return RelativeDays{Verdict::unclear, "publication-day"};
  }
  const bool narrated = (a.time && a.time->anchor && a.time->anchor->from == "mention") ||
                        (b.time && b.time->anchor && b.time->anchor->from == "mention");
  return narrated ? std::optional{RelativeDays{Verdict::unclear, "narrated"}} : std::nullopt;
}

}  // namespace tally
