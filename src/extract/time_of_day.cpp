// SPDX-License-Identifier: Apache-2.0
// What the words around a time of day add to it: its day, and which side of it is meant.
#include "extract/time_of_day.h"

namespace tally {
namespace {

constexpr std::size_t k_iso_date_length = 10;  // of "2024-04-21"

}  // namespace

Bound side_of(const Words& words, Range range) {
  for (std::size_t i = range.begin; i < range.end; ++i) {
    if (words.is(i, "side_after")) {
      return Bound::after;
    }
    if (words.is(i, "side_before")) {
      return Bound::before;
    }
  }
  return Bound::none;
}

std::optional<Mention> day_beside(const Mention& mention) {
  if (mention.value.kind != Kind::time || !mention.value.time) {
    return std::nullopt;
  }
  const TimeDetail& time = *mention.value.time;
  const auto day = parse_iso_date(time.timex);
  // A day that the text names is absolute, or another one than that it is counted from.
  const bool is_inferred =
      time.anchor && (time.anchor->from == "mention" || time.anchor->day == day);
  if (!day || is_inferred || time.timex.size() <= k_iso_date_length) {
    return std::nullopt;
  }
  Mention date = mention;
  date.value = {.kind = Kind::date, .low = *day, .high = *day, .modifier = Modifier::exact};
  date.value.time = TimeDetail{.timex = time.timex.substr(0, k_iso_date_length),
                               .edtf = time.timex.substr(0, k_iso_date_length),
                               .anchor = time.anchor};
  return date;
}

}  // namespace tally
