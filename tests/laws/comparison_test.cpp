// SPDX-License-Identifier: Apache-2.0
// What always holds of verdicts.
#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <rapidcheck.h>

#include "compare/interval.h"
#include "compare/judge.h"
#include "laws/article.h"
#include "laws/law.h"
#include "pipeline.h"
#include "values/reading.h"

namespace tally::laws {
namespace {

std::string end_text(const std::optional<double>& end) {
  return end ? fmt::format("{}", *end) : "open";
}

std::string claim_text(const Comparison& comparison, std::size_t index) {
  const Claim& claim = comparison.claims[index];
  return fmt::format("{}:{} {} {} [{}]",
                     comparison.sources[claim.source].id,
                     claim.mention.span.begin,
                     claim.quote,
                     claim.predicate,
                     claim.rule);
}

std::string claims_text(const Comparison& comparison, const std::vector<std::size_t>& claims) {
  std::multiset<std::string> texts;
  for (const std::size_t claim : claims) {
    texts.insert(claim_text(comparison, claim));
  }
  return fmt::format("{}", fmt::join(texts, "; "));
}

std::string position_text(const Comparison& comparison, const Position& position) {
  return fmt::format("{}..{} by {} of {} origins, {} named: {}",
                     end_text(position.low),
                     end_text(position.high),
                     position.articles,
                     position.origins,
                     position.named_sources,
                     claims_text(comparison, position.claims));
}

// The facts of a comparison with their positions, whatever order they are listed in.
std::multiset<std::string> facts_of(const Comparison& comparison) {
  std::multiset<std::string> out;
  for (const Fact& fact : comparison.facts) {
    std::multiset<std::string> positions;
    for (const Position& position : fact.positions) {
      positions.insert(position_text(comparison, position));
    }
    out.insert(fmt::format("{} in {}: {}\n  {}",
                           fact.name,
                           comparison.stories[fact.story].name,
                           name_of(fact.verdict),
                           fmt::join(positions, "\n  ")));
  }
  return out;
}

// The findings, whichever of the two claims comes first.
std::multiset<std::string> findings_of(const Comparison& comparison) {
  std::multiset<std::string> out;
  for (const Finding& finding : comparison.findings) {
    const std::multiset<std::string> sides = {claim_text(comparison, finding.a),
                                              claim_text(comparison, finding.b)};
    const std::multiset<std::string> rests(finding.rests_on.begin(), finding.rests_on.end());
    out.insert(fmt::format("{} {} gap {} link {} origin {} sure {} rests on {}: {}",
                           name_of(finding.verdict),
                           finding.reason,
                           finding.gap,
                           finding.link,
                           finding.same_origin,
                           finding.confidence,
                           fmt::join(rests, ", "),
                           fmt::join(sides, " / ")));
  }
  return out;
}

void check_order(bool one_story) {
  check_law("order", [one_story] {
    const std::vector<Document> forth = *story(Dates::some);
    std::vector<Document> turned = forth;
    std::rotate(turned.begin(),
                turned.begin() + *rc::gen::inRange<std::ptrdiff_t>(0, std::ssize(turned)),
                turned.end());
    if (*rc::gen::arbitrary<bool>()) {
      std::reverse(turned.begin(), turned.end());
    }
    const Comparison one = comparison_of(forth, shipped_pack(), one_story);
    const Comparison two = comparison_of(turned, shipped_pack(), one_story);
    RC_ASSERT(facts_of(one) == facts_of(two));
    RC_ASSERT(findings_of(one) == findings_of(two));
    RC_ASSERT(one.coverage == two.coverage);
  });
}

TEST_CASE("law: neither facts nor verdicts depend on the order of the sources") {
  for (const bool one_story : {true, false}) {
    CAPTURE(one_story);
    check_order(one_story);
  }
}

TEST_CASE("laws are tried on stories that agree and differ in many ways") {
  std::map<Verdict, std::size_t> verdicts;
  check_law("stories hold findings", [&verdicts] {
    for (const Finding& finding : comparison_of(*story(), shipped_pack(), true).findings) {
      ++verdicts[finding.verdict];
    }
  });
  for (const Verdict verdict :
       {Verdict::agree, Verdict::update, Verdict::scope, Verdict::conflict}) {
    CAPTURE(name_of(verdict));
    CHECK(verdicts[verdict] > 5);
  }
}

Claim claim_of(const Value& value) {
  Claim claim;
  claim.mention.value = value;
  claim.mention.value.kind = value.kind;
  claim.quote = "x";
  return claim;
}

// What linking brings together: values of one kind, and how long ago something began with when.
bool may_be_one_fact(const Claim& a, const Claim& b) {
  const auto is_of_time = [](const Claim& claim) {
    return claim.mention.value.kind == Kind::date || claim.mention.value.kind == Kind::duration;
  };
  return a.mention.value.kind == b.mention.value.kind || (is_of_time(a) && is_of_time(b));
}

TEST_CASE("law: a verdict, its reason and its gap are the same from both sides") {
  check_law("both sides of values", [] {
    const Claim a = claim_of(*any_value());
    Value other = *any_value();
    other.kind = a.mention.value.kind;
    other.unit = a.mention.value.unit;
    const Claim b = claim_of(other);
    Document early;
    early.published = 19'800;
    Document late;
    late.published = early.published.value() + *rc::gen::inRange(0, 3);
    const Concepts& concepts = shipped_pack().concepts;
    const Judgement forth = judged({a, early}, {b, late}, concepts);
    const Judgement back = judged({b, late}, {a, early}, concepts);
    RC_ASSERT(forth.verdict == back.verdict);
    RC_ASSERT(forth.reason == back.reason);
    RC_ASSERT(forth.gap == back.gap);
  });
  check_law("both sides of articles", [] {
    const std::vector<Document> documents = *story();
    const Concepts& concepts = shipped_pack().concepts;
    const std::vector<Claim> of_one = extraction_of(documents[0], shipped_pack()).claims;
    for (const Claim& a : of_one) {
      for (const Claim& b : extraction_of(documents[1], shipped_pack()).claims) {
        if (!may_be_one_fact(a, b)) {
          continue;
        }
        const Judgement forth = judged({a, documents[0]}, {b, documents[1]}, concepts);
        const Judgement back = judged({b, documents[1]}, {a, documents[0]}, concepts);
        RC_ASSERT(name_of(forth.verdict) == name_of(back.verdict));
        RC_ASSERT(forth.reason == back.reason);
        RC_ASSERT(forth.gap == back.gap);
      }
    }
  });
}

TEST_CASE("law: a value agrees with itself, unless nothing is known of it") {
  check_law("itself", [] {
    const Claim claim = claim_of(*any_value());
    Document one;
    one.published = 19'800;
    const Judgement judgement = judged({claim, one}, {claim, one}, shipped_pack().concepts);
    RC_ASSERT(judgement.verdict == Verdict::agree || judgement.verdict == Verdict::unclear);
  });
}

// Of an end that is not there it says nothing whether it is allowed itself.
bool are_equal(const Interval& a, const Interval& b) {
  return a.low == b.low && a.high == b.high && (!a.low || a.low_open == b.low_open) &&
         (!a.high || a.high_open == b.high_open);
}

TEST_CASE("law: intervals meet both ways, and what they share lies in both") {
  check_law("intervals", [] {
    const Interval a = interval_of(*any_value());
    const Interval b = interval_of(*any_value());
    RC_ASSERT(meet(a, b) == meet(b, a));
    RC_ASSERT(distance_between(a, b) == distance_between(b, a));
    RC_ASSERT((distance_between(a, b) == 0) == meet(a, b));
    if (meet(a, b)) {
      const Interval both = common_part(a, b);
      RC_ASSERT(are_equal(both, common_part(b, a)));
      RC_ASSERT(meet(both, a));
      RC_ASSERT(meet(both, b));
    }
  });
}

}  // namespace
}  // namespace tally::laws
