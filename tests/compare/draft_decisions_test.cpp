// SPDX-License-Identifier: Apache-2.0
#include "compare/draft_decisions.h"

#include <doctest/doctest.h>

namespace tally {
namespace {

// A draft (source 0) that says what source 1 says, and source 2 that differs from both.
Comparison two_sides() {
  Comparison comparison;
  for (std::size_t source = 0; source < 3; ++source) {
    comparison.sources.emplace_back();
    comparison.claims.push_back({.source = source});
  }
  comparison.facts.push_back(
      {.claims = {0, 1, 2}, .positions = {{.claims = {0, 1}}, {.claims = {2}}}});
  comparison.findings = {{.a = 0, .b = 1, .verdict = Verdict::agree},
                         {.a = 0, .b = 2, .verdict = Verdict::conflict},
                         {.a = 1,
                          .b = 2,
                          .verdict = Verdict::conflict,
                          .decision = Decision::dismissed,
                          .note = "two runways",
                          .decided_on = "2024-05-02"}};
  return comparison;
}

TEST_CASE("a decision on two sources holds for a draft that takes the side of one of them") {
  Comparison comparison = two_sides();
  carry_decisions(comparison, 0);
  CHECK(comparison.findings[1].decision == Decision::dismissed);
  CHECK(comparison.findings[1].note == "two runways");
  CHECK(comparison.findings[1].decided_on == "2024-05-02");
  CHECK(comparison.findings[0].decision == Decision::open);
}

TEST_CASE("a draft with a value of its own is not covered by it") {
  Comparison comparison = two_sides();
  comparison.facts[0].positions = {{.claims = {0}}, {.claims = {1}}, {.claims = {2}}};
  carry_decisions(comparison, 0);
  CHECK(comparison.findings[1].decision == Decision::open);
}

TEST_CASE("what was decided on the draft itself stays, and of two decisions the later one holds") {
  Comparison decided = two_sides();
  decided.findings[1].decision = Decision::confirmed;
  carry_decisions(decided, 0);
  CHECK(decided.findings[1].decision == Decision::confirmed);

  Comparison twice = two_sides();
  twice.sources.emplace_back();
  twice.claims.push_back({.source = 3});
  twice.facts[0].claims.push_back(3);
  twice.facts[0].positions[0].claims.push_back(3);
  twice.findings.push_back({.a = 2,
                            .b = 3,
                            .verdict = Verdict::conflict,
                            .decision = Decision::confirmed,
                            .decided_on = "2024-06-01"});
  carry_decisions(twice, 0);
  CHECK(twice.findings[1].decision == Decision::confirmed);
}

}  // namespace
}  // namespace tally
