// SPDX-License-Identifier: Apache-2.0
// How sure a finding is.
#include "compare/confidence.h"

#include <algorithm>
#include <cmath>

namespace tally {
namespace {

constexpr double k_least = 0.05;
constexpr double k_most = 0.99;
constexpr double k_half_points = 2.5;        // an agreement linked by so many points: one half
constexpr double k_half_points_apart = 4.0;  // a difference needs more
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
  const double middle = agrees ? k_half_points : k_half_points_apart;
  double confidence = 1 / (1 + std::exp(middle - link.points));
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
