// SPDX-License-Identifier: Apache-2.0
// What changes from report to report: plans, tolls, prices.
#include "compare/movement.h"

#include "compare/trait.h"

namespace tally {
namespace {

Change movement_of(const Statement& a, const Statement& b, const Concepts& concepts) {
  const Kind kind = a.claim.mention.value.kind;
  const bool is_quantity = kind == Kind::count || kind == Kind::number || kind == Kind::money ||
                           kind == Kind::percent || kind == Kind::area || kind == Kind::volume;
  if (!is_quantity) {
    return Change::none;  // a toll grows, the depth of the quake that it is told with does not
  }
  for (const std::string* name :
       {&a.claim.predicate, &b.claim.predicate, &a.claim.head, &b.claim.head}) {
    const auto found = concepts.classes.find(*name);
    if (found != concepts.classes.end() && found->second.moves != Change::none) {
      return found->second.moves;
    }
  }
  return Change::none;
}

// -1 when a was published before b, 1 after it, 0 when that cannot be told. Hours count where both
// are known.
int order_of_publication(const Document& a, const Document& b) {
  if (!a.published || !b.published) {
    return 0;
  }
  if (*a.published != *b.published) {
    return *a.published < *b.published ? -1 : 1;
  }
  if (a.published_time.empty() || b.published_time.empty() ||
      a.published_time == b.published_time) {
    return 0;
  }
  return a.published_time < b.published_time ? -1 : 1;
}

}  // namespace

bool is_plan(Stance stance) { return stance == Stance::planned || stance == Stance::hypothetical; }

bool is_bounded(const Value& value) {
  return value.bound != Bound::none || !value.low || !value.high;
}

bool has_attribute_on_either(const Statement& a,
                             const Statement& b,
                             const char* attribute,
                             const Concepts& concepts) {
  return has_attribute(a.claim.predicate, attribute, concepts) ||
         has_attribute(b.claim.predicate, attribute, concepts) ||
         has_attribute(a.claim.head, attribute, concepts) ||
         has_attribute(b.claim.head, attribute, concepts);
}

std::optional<std::string> update_reason(const Statement& a,
                                         const Statement& b,
                                         const Sides& sides,
                                         const Concepts& concepts) {
  const int order = order_of_publication(a.source, b.source);
  const bool a_is_plan = is_plan(a.claim.stance);
  if (a_is_plan != is_plan(b.claim.stance)) {
    const bool plan_is_first = a_is_plan ? order <= 0 : order >= 0;
    return plan_is_first ? std::optional<std::string>{"planned"} : std::nullopt;
  }
  if (order == 0) {
    return std::nullopt;
  }
  if (has_attribute_on_either(a, b, "varies", concepts)) {
    return "later-report";
  }
  if (a.claim.mention.value.kind == Kind::date || a.claim.mention.value.kind == Kind::time) {
    return std::nullopt;  // what happened once does not move
  }
  const Change moves = movement_of(a, b, concepts);
  const bool a_is_less = sides.a.high && sides.b.low && *sides.a.high <= *sides.b.low;
  const bool rose = (order < 0) == a_is_less;
  return moves != Change::none && rose == (moves == Change::up)
             ? std::optional<std::string>{"later-report"}
             : std::nullopt;
}

bool is_growing_in_unknown_order(const Statement& a, const Statement& b, const Concepts& concepts) {
  return order_of_publication(a.source, b.source) == 0 &&
         movement_of(a, b, concepts) != Change::none &&
         (is_bounded(a.claim.mention.value) || is_bounded(b.claim.mention.value));
}

}  // namespace tally
