// SPDX-License-Identifier: Apache-2.0
#include "compare/key.h"

#include <fmt/format.h>

namespace tally {

std::string dimension_of(const Claim& claim) {
  const Value& value = claim.mention.value;
  switch (value.kind) {
    case Kind::count:
    case Kind::number:
    case Kind::ordinal:
      return "count";
    case Kind::money:
      return std::string(name_of(value.kind)) + " " + value.unit;
    case Kind::rate:
      return std::string(name_of(value.kind)) + " " + value.written_unit;
    case Kind::percent:
    case Kind::length:
    case Kind::area:
    case Kind::mass:
    case Kind::volume:
    case Kind::temperature:
    case Kind::speed:
    case Kind::pressure:
    case Kind::power:
    case Kind::energy:
    case Kind::frequency:
    case Kind::data:
    case Kind::angle:
    case Kind::duration:
    case Kind::date:
    case Kind::time:
    case Kind::age:
    case Kind::ratio:
    case Kind::magnitude:
    case Kind::other:
      return std::string(name_of(value.kind));
  }
  return "other";
}

std::string story_key(const Document& document) {
  if (!document.published) {
    return "undated";
  }
  const IsoWeek week = iso_week_of(*document.published);
  return fmt::format("{:04}-W{:02}", week.year, week.week);
}

std::string fact_key(const Claim& claim) {
  return fmt::format(
      "{}/{}", dimension_of(claim), claim.predicate.empty() ? claim.head : claim.predicate);
}

}  // namespace tally
