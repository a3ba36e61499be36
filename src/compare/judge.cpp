// SPDX-License-Identifier: Apache-2.0
// The verdict on two claims of one fact.
#include "compare/judge.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "base/text.h"
#include "compare/age.h"
#include "compare/explain.h"
#include "compare/movement.h"
#include "compare/position.h"
#include "compare/relative.h"
#include "compare/trait.h"

namespace tally {
namespace {

constexpr double k_conversion_share = 0.05;  // two stated units of one quantity may differ so much
constexpr double k_vague_factor = 2;         // a vague word stretches this far and no further

bool is_unanchored(const Value& value) { return value.modifier == Modifier::unanchored; }

bool either(const Statement& a, const Statement& b, Modifier modifier) {
  return a.claim.mention.value.modifier == modifier || b.claim.mention.value.modifier == modifier;
}

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
