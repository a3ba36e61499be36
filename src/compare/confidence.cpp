// SPDX-License-Identifier: Apache-2.0
// How sure a finding is.
#include "compare/confidence.h"

#include <algorithm>
#include <cmath>

namespace tally {
namespace {

constexpr double k_least = 0.05;
constexpr double k_most = 0.99;
// Logistic curves through the shares of findings that readers of the development stories called
// right (docs/verdicts.md): agreements of 3 points .91, of 5 .98; differences depend less on
// points.
constexpr double k_steepness = 0.8;
constexpr double k_steepness_apart = 0.5;
constexpr double k_assumption_factor = 0.85;
constexpr double k_vague_factor = 0.8;
constexpr double k_generic_factor = 0.9;

bool is_generic(const Statement& side) { return side.claim.predicate.empty(); }

}  // namespace

double confidence_of(const Affinity& link,
                     const Judgement& judgement,
                     const Statement& a,
                     const Statement& b) {
  const bool agrees = judgement.verdict == Verdict::agree;
  // Two claims that were joined by way of others reached the least points with one of these.
  const double points = std::max(link.points, agrees ? k_link_points : 0.0);
  double confidence = 1 / (1 + std::exp(-(agrees ? k_steepness : k_steepness_apart) * points));
  if (!judgement.rests_on.empty()) {
    confidence *= k_assumption_factor;
  }
  if (judgement.reason == "vague" || judgement.reason == "ambiguous") {
    confidence *= k_vague_factor;
  }
  if (is_generic(a) || is_generic(b)) {
    confidence *= k_generic_factor;
  }
  return std::round(std::clamp(confidence, k_least, k_most) * 100) / 100;
}

}  // namespace tally
