// SPDX-License-Identifier: Apache-2.0
// The findings of a fact: what each pair of its sources says, and each source against itself.
#include "compare/pairing.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <set>
#include <span>
#include <utility>

#include "compare/affinity.h"
#include "compare/confidence.h"
#include "compare/contrast.h"
#include "compare/judge.h"
#include "compare/shingle.h"

namespace tally {
namespace {

constexpr double k_least_own_likeness = 0.28;  // of two sentences of one source that conflict
constexpr std::size_t k_most_sources = 64;     // of one fact that are all paired with each other
constexpr std::size_t k_most_speakers = 24;    // of a fact of more: these are
constexpr std::size_t k_most_own = 16;  // claims of one source that are set against another's

class Pairing {
 public:
  Pairing(std::size_t number, const std::map<std::size_t, const Trait*>& traits, const Scene& scene)
      : number_(number), traits_(&traits), scene_(&scene) {}

  Finding finding(std::size_t a, std::size_t b) const {
    const Statement left = statement(a);
    const Statement right = statement(b);
    const Judgement judgement = judged(left, right, scene_->concepts);
    const Affinity link = affinity_of(*traits_->at(a), *traits_->at(b));
    Finding finding;
    finding.fact = number_;
    finding.a = a;
    finding.b = b;
    finding.verdict = judgement.verdict;
    finding.reason = judgement.reason;
    finding.gap = judgement.gap;
    finding.explain = judgement.explain;
    finding.rests_on = judgement.rests_on;
    finding.link = link.why;
    finding.confidence = confidence_of(link, judgement, left, right);
    return finding;
  }

 private:
  Statement statement(std::size_t claim) const {
    const Claim& said = scene_->claims[claim];
    return {said, scene_->sources[said.source]};
  }

  std::size_t number_;
  const std::map<std::size_t, const Trait*>* traits_;
  const Scene* scene_;
};

using Claims = std::vector<std::size_t>;

// The claims of each source, the principal one first.
std::map<std::size_t, Claims> claims_by_source(const Fact& fact, const Scene& scene) {
  const auto principals = principals_of(fact.claims, scene.claims);
  std::map<std::size_t, Claims> by_source;
  for (const auto& [source, principal] : principals) {
    by_source[source].push_back(principal);
  }
  for (const std::size_t claim : fact.claims) {
    const std::size_t source = scene.claims[claim].source;
    if (principals.at(source) != claim) {
      by_source[source].push_back(claim);
    }
  }
  return by_source;
}

// Two claims that can be set against each other: both tell what they count, and nothing but the
// value stands between them; or one sentence with two values.
bool may_be_set_apart(const Trait& a, const Trait& b, const Concepts& concepts) {
  return a.sort == Sort::age || near_verbatim(a.runs, b.runs) ||
         (is_known_thing(a, concepts) && is_known_thing(b, concepts) &&
          figures_may_differ(a, b, concepts));
}

// The first claims of a source, the principal one among them.
std::span<const std::size_t> foremost(const Claims& own) {
  return std::span(own).first(std::min(own.size(), k_most_own));
}

// What two sources say of a fact, by their principal figures. A source that gives two values does
// not contradict one that gives either of them: that difference is its own. A conflict is shown by
// the first two claims that can be set against each other.
Finding finding_between(const Claims& a,
                        const Claims& b,
                        const Pairing& pairing,
                        const std::map<std::size_t, const Trait*>& traits,
                        const Concepts& concepts) {
  Finding shown = pairing.finding(a.front(), b.front());
  if (shown.verdict != Verdict::conflict) {
    return shown;
  }
  bool is_firm = may_be_set_apart(*traits.at(shown.a), *traits.at(shown.b), concepts);
  for (const std::size_t left : foremost(a)) {
    for (const std::size_t right : foremost(b)) {
      Finding other = pairing.finding(left, right);
      if (other.verdict == Verdict::agree) {
        return other;
      }
      if (!is_firm && other.verdict == Verdict::conflict &&
          may_be_set_apart(*traits.at(left), *traits.at(right), concepts)) {
        shown = std::move(other);
        is_firm = true;
      }
    }
  }
  return shown;
}

// The same, whichever of the two sources was handed in first.
Finding finding_on(const Claims& a,
                   const Claims& b,
                   const Pairing& pairing,
                   const std::map<std::size_t, const Trait*>& traits,
                   const Scene& scene) {
  const auto place = [&scene](const Claims& claims) {
    return scene.place_of_source[scene.claims[claims.front()].source];
  };
  if (place(a) < place(b)) {
    return finding_between(a, b, pairing, traits, scene.concepts);
  }
  const Finding turned = finding_between(b, a, pairing, traits, scene.concepts);
  return pairing.finding(turned.b, turned.a);
}

// Where no two claims of a fact can be set against each other, its sources were only brought
// together by third ones, and nothing is sure.
void drop_loose_conflicts(std::vector<Finding>& findings,
                          const std::map<std::size_t, const Trait*>& traits,
                          const Concepts& concepts) {
  const bool is_firm = std::any_of(findings.begin(), findings.end(), [&](const Finding& finding) {
    return finding.verdict == Verdict::conflict &&
           may_be_set_apart(*traits.at(finding.a), *traits.at(finding.b), concepts);
  });
  for (Finding& finding : findings) {
    if (!is_firm && finding.verdict == Verdict::conflict) {
      finding.verdict = Verdict::unclear;
      finding.reason = "ambiguous";
    }
  }
}

bool are_copies(const Claims& a,
                const Claims& b,
                const std::map<std::size_t, const Trait*>& traits) {
  for (const std::size_t left : foremost(a)) {
    for (const std::size_t right : foremost(b)) {
      if (near_verbatim(traits.at(left)->runs, traits.at(right)->runs)) {
        return true;
      }
    }
  }
  return false;
}

// Sources that speak for a fact: all of them, of very many some that are taken in turn from its
// positions.
std::set<std::size_t> speakers_of(const Fact& fact, std::size_t sources, const Scene& scene) {
  const std::size_t most = sources <= k_most_sources ? k_most_sources : k_most_speakers;
  std::set<std::size_t> speakers;
  std::vector<Claims> positions;  // the claims of each, by the places of their sources
  for (const Position& position : fact.positions) {
    positions.push_back(position.claims);
    std::stable_sort(
        positions.back().begin(), positions.back().end(), [&scene](std::size_t a, std::size_t b) {
          const auto& place = scene.place_of_source;
          return place[scene.claims[a].source] < place[scene.claims[b].source];
        });
  }
  for (std::size_t turn = 0; speakers.size() < most; ++turn) {
    bool any_left = false;
    for (const Claims& claims : positions) {
      if (turn < claims.size() && speakers.size() < most) {
        speakers.insert(scene.claims[claims[turn]].source);
        any_left = true;
      }
    }
    if (!any_left) {
      break;
    }
  }
  return speakers;
}

// A source seldom contradicts itself; two events of one kind are likelier, unless it says the same
// thing twice in nearly the same words.
bool may_contradict(const Trait& a, const Trait& b, const Concepts& concepts) {
  return is_seldom_two(a) && is_seldom_two(b) && figures_may_differ(a, b, concepts);
}

// A source against itself: its principal figure and, of its other claims that differ from it or
// convert it, the one whose sentence is likest.
void add_own_finding(std::vector<Finding>& findings,
                     const Claims& own,
                     const Pairing& pairing,
                     const std::map<std::size_t, const Trait*>& traits,
                     const Concepts& concepts) {
  std::optional<Finding> best;
  double most = -1;
  for (std::size_t i = 1; i < own.size(); ++i) {
    Finding finding = pairing.finding(std::min(own[0], own[i]), std::max(own[0], own[i]));
    const double likeness = context_likeness(*traits.at(own[0]), *traits.at(own[i]));
    const bool tells = finding.verdict != Verdict::agree || finding.reason == "rounded-conversion";
    const bool is_doubtful = finding.verdict == Verdict::conflict &&
                             (likeness < k_least_own_likeness ||
                              !may_contradict(*traits.at(own[0]), *traits.at(own[i]), concepts));
    if (tells && !is_doubtful && likeness > most) {
      best = std::move(finding);
      most = likeness;
    }
  }
  if (best) {
    best->same_origin = true;
    findings.push_back(std::move(*best));
  }
}

}  // namespace

std::vector<Finding> findings_of(const Fact& fact,
                                 std::size_t number,
                                 const std::map<std::size_t, const Trait*>& traits,
                                 const Scene& scene) {
  const auto by_source = claims_by_source(fact, scene);
  const Pairing pairing(number, traits, scene);
  const std::set<std::size_t> speakers = speakers_of(fact, by_source.size(), scene);
  std::vector<Finding> findings;
  for (auto a = by_source.begin(); a != by_source.end(); ++a) {
    add_own_finding(findings, a->second, pairing, traits, scene.concepts);
    for (auto b = std::next(a); speakers.contains(a->first) && b != by_source.end(); ++b) {
      if (!speakers.contains(b->first)) {
        continue;
      }
      Finding finding = finding_on(a->second, b->second, pairing, traits, scene);
      finding.same_origin = are_copies(a->second, b->second, traits);
      findings.push_back(std::move(finding));
    }
  }
  drop_loose_conflicts(findings, traits, scene.concepts);
  return findings;
}

}  // namespace tally
