// SPDX-License-Identifier: Apache-2.0
// The verdict on two ages of one person.
#include "compare/age.h"

#include <algorithm>
#include <cstdlib>

#include "compare/trait.h"

namespace tally {
namespace {

// An age is often repeated as it was at the event, so equal ones are told apart only when their
// sources are this far from each other.
constexpr Day k_days_of_a_stale_age = 700;

// The dead do not age: of somebody who was killed the age is told as it was.
bool tells_of_a_death(const Claim& claim, const Concepts& concepts) {
  const auto event =
      std::find_if(claim.classes.begin(), claim.classes.end(), [&](const auto& name) {
        const auto found = concepts.classes.find(name);
        return found != concepts.classes.end() && found->second.is_predicate &&
               !found->second.attributes.contains("speech");
      });
  return event != claim.classes.end() && has_attribute(*event, "final", concepts);
}

// An equal age may be out of date unless both sources tell it of somebody whom they name now.
bool may_be_stale(const Claim& claim, const Concepts& concepts) {
  return claim.subject.empty() || tells_of_a_death(claim, concepts);
}

}  // namespace

Ruling judged_ages(const Statement& a, const Statement& b, Sides& sides, const Concepts& concepts) {
  const Value& left = a.claim.mention.value;
  const Value& right = b.claim.mention.value;
  const bool equal = meet(sides.a, sides.b);
  if (!a.source.published || !b.source.published || !left.low || !right.low) {
    return {equal ? Verdict::agree : Verdict::conflict, equal ? "same-value" : "disjoint"};
  }
  const Sides born{birth_interval(left, *a.source.published),
                   birth_interval(right, *b.source.published)};
  const bool one_birth = meet(born.a, born.b);
  const Day apart = std::abs(*a.source.published - *b.source.published);
  const bool is_stale = may_be_stale(a.claim, concepts) || may_be_stale(b.claim, concepts);
  if (equal && (one_birth || is_stale || apart < k_days_of_a_stale_age)) {
    return {Verdict::agree, "same-value"};
  }
  sides = born;
  return one_birth ? Ruling{Verdict::update, "aged"} : Ruling{Verdict::conflict, "birth-date"};
}

}  // namespace tally
