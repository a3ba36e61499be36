// SPDX-License-Identifier: Apache-2.0
// The verdict on two claims of one fact.
#include "compare/judge.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "base/text.h"
#include "compare/explain.h"
#include "compare/position.h"
#include "compare/relative.h"
#include "compare/trait.h"

namespace tally {
namespace {

constexpr double k_conversion_share = 0.05;  // two stated units of one quantity may differ so much
constexpr double k_vague_factor = 2;         // a vague word stretches this far and no further

bool is_unanchored(const Value& value) { return value.modifier == Modifier::unanchored; }

bool is_bounded(const Value& value) {
  return value.bound != Bound::none || !value.low || !value.high;
}

bool either(const Statement& a, const Statement& b, Modifier modifier) {
  return a.claim.mention.value.modifier == modifier || b.claim.mention.value.modifier == modifier;
}

bool is_plan(Stance stance) { return stance == Stance::planned || stance == Stance::hypothetical; }

struct Ruling {
  Verdict verdict = Verdict::unclear;
  std::string reason;
};

// What each side allows; a duration beside a date becomes the start that it implies.
struct Sides {
  Interval a;
  Interval b;
};

std::optional<Sides> sides_of(const Statement& a, const Statement& b) {
  const Value& left = a.claim.mention.value;
  const Value& right = b.claim.mention.value;
  if (left.kind == Kind::duration && right.kind == Kind::date) {
    return a.source.published ? std::optional{Sides{start_implied_by(left, *a.source.published),
                                                    interval_of(right)}}
                              : std::nullopt;
  }
  if (left.kind == Kind::date && right.kind == Kind::duration) {
    return b.source.published ? std::optional{Sides{interval_of(left),
                                                    start_implied_by(right, *b.source.published)}}
                              : std::nullopt;
  }
  return Sides{interval_of(left), interval_of(right)};
}

bool same_ends(const Value& a, const Value& b) {
  const auto near = [](std::optional<double> x, std::optional<double> y) {
    return x.has_value() == y.has_value() &&
           (!x || std::abs(*x - *y) <= 1e-9 * std::max(std::abs(*x), std::abs(*y)));
  };
  return near(a.low, b.low) && near(a.high, b.high);
}

std::string agreement_reason(const Statement& a, const Statement& b) {
  const Value& left = a.claim.mention.value;
  const Value& right = b.claim.mention.value;
  if (either(a, b, Modifier::vague)) {
    return "vague";
  }
  if (same_ends(left, right)) {
    return "same-value";
  }
  if (is_bounded(left) || is_bounded(right)) {
    return "bound";
  }
  if (either(a, b, Modifier::approx)) {
    return "hedge";
  }
  if (left.kind == Kind::date || left.kind == Kind::time || left.modifier == Modifier::range ||
      right.modifier == Modifier::range) {
    return "precision";
  }
  return left.written_unit != right.written_unit ? "unit-conversion" : "rounding";
}

// Differing figures of which one is a part, an inclusion or a total: which reason code.
std::optional<std::string> scope_reason(Scope a, Scope b) {
  if (a == b) {
    return std::nullopt;
  }
  const auto either_is = [&](Scope scope) { return a == scope || b == scope; };
  if (either_is(Scope::part) || either_is(Scope::other)) {
    return "part-of";
  }
  return either_is(Scope::including) ? "including" : "sum";
}

// "Killing two and wounding three others": the others are all of the wounded.
Scope scope_of(const Claim& claim, const Concepts& concepts) {
  const bool beside_others =
      std::any_of(claim.classes.begin(), claim.classes.end(), [&](const std::string& name) {
        return name != claim.predicate && has_attribute(name, "casualty", concepts);
      });
  return claim.scope == Scope::other && beside_others ? Scope::whole : claim.scope;
}

Change movement_of(const Statement& a, const Statement& b, const Concepts& concepts) {
  for (const std::string* name :
       {&a.claim.predicate, &b.claim.predicate, &a.claim.head, &b.claim.head}) {
    const auto found = concepts.classes.find(*name);
    if (found != concepts.classes.end() && found->second.moves != Change::none) {
      return found->second.moves;
    }
  }
  return Change::none;
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

// The reason of an update, when the later source's value lies where such quantities move.
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

// "At least 20" and 12 on one day: the one may be an hour older than the other.
bool is_growing_in_unknown_order(const Statement& a, const Statement& b, const Concepts& concepts) {
  return order_of_publication(a.source, b.source) == 0 &&
         movement_of(a, b, concepts) != Change::none &&
         (is_bounded(a.claim.mention.value) || is_bounded(b.claim.mention.value));
}

bool name_different_authorities(const Claim& a, const Claim& b) {
  return !a.attribution.empty() && !b.attribution.empty() && a.attribution != b.attribution;
}

// A copy of a sentence does not contradict its original: "two days ago" printed a day later.
bool are_copies(const Claim& a, const Claim& b) {
  return a.source != b.source && folded(a.quote) == folded(b.quote) && is_same_telling(a, b);
}

Ruling difference(const Statement& a,
                  const Statement& b,
                  const Sides& sides,
                  const Concepts& concepts) {
  if (are_copies(a.claim, b.claim)) {
    return {Verdict::agree, "copy"};
  }
  const double apart = distance_between(sides.a, sides.b);
  if (const auto days = relative_days(a.claim.mention.value, b.claim.mention.value, apart)) {
    return {days->verdict, days->reason};
  }
  if (const auto reason = scope_reason(scope_of(a.claim, concepts), scope_of(b.claim, concepts))) {
    return {Verdict::scope, *reason};
  }
  if (const auto reason = update_reason(a, b, sides, concepts)) {
    return {Verdict::update, *reason};
  }
  if (is_plan(a.claim.stance) != is_plan(b.claim.stance)) {
    return {Verdict::unclear, "planned"};
  }
  if (has_attribute_on_either(a, b, "varies", concepts) ||
      is_growing_in_unknown_order(a, b, concepts)) {
    return {Verdict::unclear, "varies"};
  }
  if (name_different_authorities(a.claim, b.claim)) {
    return {Verdict::conflict, "attributed"};
  }
  return {Verdict::conflict, "disjoint"};
}

// Vague words never conflict: they agree when they stretch far enough, else nothing can be said.
Ruling vague_difference(const Sides& sides) {
  const double low = std::abs(sides.a.high && sides.b.low && *sides.a.high <= *sides.b.low
                                  ? *sides.a.high
                                  : sides.b.high.value_or(0));
  const double reach = low + distance_between(sides.a, sides.b);
  if (low > 0 && reach / low <= k_vague_factor) {
    return {Verdict::agree, "vague"};
  }
  return {Verdict::unclear, "ambiguous"};
}

Ruling judged_conversion(const Sides& sides, const Statement& a, const Statement& b) {
  const double left = a.claim.mention.value.low.value_or(0);
  const double right = b.claim.mention.value.low.value_or(0);
  const double larger = std::max(std::abs(left), std::abs(right));
  const bool is_close =
      meet(sides.a, sides.b) || std::abs(left - right) <= k_conversion_share * larger;
  return is_close ? Ruling{Verdict::agree, "rounded-conversion"}
                  : Ruling{Verdict::conflict, "bad-conversion"};
}

bool are_conversions(const Claim& a, const Claim& b) {
  return a.source == b.source && a.mention.sentence == b.mention.sentence &&
         (a.mention.part == Part::conversion || b.mention.part == Part::conversion);
}

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

// Ages: while one birth date can explain both, equal years agree and unequal ones are an update.
// Where none can they conflict, in the end equal ones too: nobody stays 43 for two years.
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

Ruling judged_values(const Statement& a,
                     const Statement& b,
                     Sides& sides,
                     const Concepts& concepts) {
  if (are_conversions(a.claim, b.claim)) {
    return judged_conversion(sides, a, b);
  }
  if (a.claim.mention.value.kind == Kind::age) {
    return judged_ages(a, b, sides, concepts);
  }
  if (meet(sides.a, sides.b)) {
    return {Verdict::agree, agreement_reason(a, b)};
  }
  if (either(a, b, Modifier::vague)) {
    return vague_difference(sides);
  }
  return difference(a, b, sides, concepts);
}

}  // namespace

Judgement judged(const Statement& a, const Statement& b, const Concepts& concepts) {
  std::optional<Sides> sides = sides_of(a, b);
  const bool is_anchored =
      !is_unanchored(a.claim.mention.value) && !is_unanchored(b.claim.mention.value);
  Judgement judgement;
  judgement.verdict = Verdict::unclear;
  judgement.reason = "unanchored";
  if (sides && is_anchored) {
    const Ruling ruling = judged_values(a, b, *sides, concepts);
    judgement.verdict = ruling.verdict;
    judgement.reason = ruling.reason;
    judgement.gap = gap_between(a, b, sides->a, sides->b);
    judgement.explain = explanation_of(a, b, sides->a, sides->b, judgement.reason);
  } else {
    judgement.explain = unanchored_explanation(a, b);
  }
  judgement.rests_on = assumptions_of(a, b, judgement.reason);
  return judgement;
}

}  // namespace tally
