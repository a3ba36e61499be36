// SPDX-License-Identifier: Apache-2.0
#include "compare/draft_decisions.h"

#include <algorithm>

namespace tally {
namespace {

class Carrier {
 public:
  Carrier(Comparison& comparison, std::size_t draft) : comparison_(comparison), draft_(draft) {}

  void carry() {
    for (Finding& finding : comparison_.findings) {
      const bool a_is_draft = is_of_draft(finding.a);
      const bool is_open = finding.decision == Decision::open && finding.verdict != Verdict::agree;
      if (!is_open || a_is_draft == is_of_draft(finding.b)) {
        continue;
      }
      const std::size_t mine = a_is_draft ? finding.a : finding.b;
      const std::size_t other = a_is_draft ? finding.b : finding.a;
      if (const Finding* decided = decision_on(finding.fact, mine, other)) {
        finding.decision = decided->decision;
        finding.note = decided->note;
        finding.decided_on = decided->decided_on;
      }
    }
  }

 private:
  std::size_t source_of(std::size_t claim) const { return comparison_.claims[claim].source; }
  bool is_of_draft(std::size_t claim) const { return source_of(claim) == draft_; }

  // Can both be true together, by the positions of their fact?
  bool stand_together(std::size_t fact, std::size_t a, std::size_t b) const {
    const auto holds = [](const Position& position, std::size_t claim) {
      return std::find(position.claims.begin(), position.claims.end(), claim) !=
             position.claims.end();
    };
    const auto& positions = comparison_.facts[fact].positions;
    return std::any_of(positions.begin(), positions.end(), [&](const Position& position) {
      return holds(position, a) && holds(position, b);
    });
  }

  // The decision on the source of `other` and a source that stands where the draft does.
  const Finding* decision_on(std::size_t fact, std::size_t mine, std::size_t other) const {
    const Finding* found = nullptr;
    for (const Finding& one : comparison_.findings) {
      const bool is_between_sources = !is_of_draft(one.a) && !is_of_draft(one.b);
      if (one.fact != fact || one.decision == Decision::open || !is_between_sources) {
        continue;
      }
      const bool a_is_other = source_of(one.a) == source_of(other);
      const bool b_is_other = source_of(one.b) == source_of(other);
      const bool is_about =
          (a_is_other && stand_together(fact, one.a, other) && stand_together(fact, one.b, mine)) ||
          (b_is_other && stand_together(fact, one.b, other) && stand_together(fact, one.a, mine));
      if (is_about && (found == nullptr || one.decided_on > found->decided_on)) {
        found = &one;
      }
    }
    return found;
  }

  Comparison& comparison_;
  std::size_t draft_;
};

}  // namespace

void carry_decisions(Comparison& comparison, std::size_t draft) {
  Carrier(comparison, draft).carry();
}

}  // namespace tally
