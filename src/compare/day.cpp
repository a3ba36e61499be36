// SPDX-License-Identifier: Apache-2.0
// Times of day that name their day state a date as well.
#include "compare/day.h"

#include <optional>
#include <utility>

#include "base/civil.h"

namespace tally {
namespace {

// The day in a TIMEX value such as 2013-03-14T02:09, where the words name it: an absolute date has
// no anchor, a named weekday is another day than the publication it was counted from.
std::optional<Day> named_day(const Value& value) {
  if (value.kind != Kind::time || !value.time) {
    return std::nullopt;
  }
  const std::size_t at = value.time->timex.find('T');
  const std::optional<Day> day = at == std::string::npos
                                     ? std::nullopt
                                     : parse_iso_date(value.time->timex.substr(0, at));
  const auto& anchor = value.time->anchor;
  const bool is_inferred = anchor && (anchor->from == "mention" || anchor->day == day);
  return is_inferred ? std::nullopt : day;
}

Claim day_claim(const Claim& time, Day day) {
  Claim claim = time;
  Value& value = claim.mention.value;
  value = Value{};
  value.kind = Kind::date;
  value.low = value.high = day;
  value.time = TimeDetail{};
  value.time->timex = value.time->edtf = iso_date(day);
  value.time->anchor = time.mention.value.time->anchor;
  return claim;
}

}  // namespace

std::vector<Claim> with_days_of_times(std::vector<Claim> claims) {
  std::vector<Claim> all;
  all.reserve(claims.size());
  for (Claim& claim : claims) {
    const std::optional<Day> day = named_day(claim.mention.value);
    all.push_back(std::move(claim));
    if (day) {
      all.push_back(day_claim(all.back(), *day));
    }
  }
  return all;
}

}  // namespace tally
