// SPDX-License-Identifier: Apache-2.0
// Linked claims into a fact with its positions and findings.
#include "compare/fact.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <set>

#include <fmt/format.h>

#include "compare/affinity.h"
#include "compare/confidence.h"
#include "compare/judge.h"
#include "compare/shingle.h"

namespace tally {
namespace {

constexpr double k_least_own_likeness = 0.25;  // of two sentences of one source that conflict

constexpr std::size_t k_most_speakers = 64;  // sources of one fact that are paired with each other

std::string spaced(std::string name) {
  std::replace(name.begin(), name.end(), '-', ' ');
  std::replace(name.begin(), name.end(), '_', ' ');
  return name;
}

// What most of the claims call it: the commonest non-empty text.
template <typename Text>
std::string commonest(const std::vector<std::size_t>& claims, const Scene& scene, Text text) {
  std::map<std::string, std::size_t> counts;
  std::string best;
  for (const std::size_t claim : claims) {
    const std::string value = text(scene.claims[claim]);
    if (!value.empty() && (++counts[value] > counts[best] || best.empty())) {
      best = value;
    }
  }
  return best;
}

std::string fact_name(const std::vector<std::size_t>& claims, const Scene& scene) {
  const std::string subject = commonest(
      claims, scene, [](const Claim& c) { return c.subject.empty() ? c.head : c.subject; });
  const std::string predicate =
      commonest(claims, scene, [](const Claim& c) { return c.predicate; });
  const std::string place = commonest(claims, scene, [](const Claim& c) { return c.place; });
  const std::string kind(name_of(scene.claims[claims.front()].mention.value.kind));
  std::string name = predicate.empty() || predicate == subject ? subject
                     : subject.empty()                         ? spaced(predicate)
                                       : fmt::format("{}, {}", subject, spaced(predicate));
  name = name.empty() ? kind : fmt::format("{}: {}", kind, name);
  return place.empty() ? name : fmt::format("{} ({})", name, place);
}

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

// What two sources say of a fact, by their principal figures. A source that gives two values does
// not contradict one that gives either of them: that difference is its own.
Finding finding_between(const Claims& a, const Claims& b, const Pairing& pairing) {
  Finding principal = pairing.finding(a.front(), b.front());
  for (const std::size_t left : a) {
    for (const std::size_t right : b) {
      if (principal.verdict != Verdict::conflict) {
        return principal;
      }
      Finding other = pairing.finding(left, right);
      if (other.verdict == Verdict::agree) {
        return other;
      }
    }
  }
  return principal;
}

bool are_copies(const Claims& a,
                const Claims& b,
                const std::map<std::size_t, const Trait*>& traits) {
  for (const std::size_t left : a) {
    for (const std::size_t right : b) {
      if (near_verbatim(traits.at(left)->runs, traits.at(right)->runs)) {
        return true;
      }
    }
  }
  return false;
}

// Sources that speak for a fact of very many: taken in turn from its positions.
std::set<std::size_t> speakers_of(const Fact& fact, const Scene& scene) {
  std::set<std::size_t> speakers;
  for (std::size_t turn = 0; speakers.size() < k_most_speakers; ++turn) {
    bool any_left = false;
    for (const Position& position : fact.positions) {
      if (turn < position.claims.size() && speakers.size() < k_most_speakers) {
        speakers.insert(scene.claims[position.claims[turn]].source);
        any_left = true;
      }
    }
    if (!any_left) {
      break;
    }
  }
  return speakers;
}

// A source against itself: its principal figure and, of its other claims that differ from it or
// convert it, the one whose sentence is likest.
void add_own_finding(std::vector<Finding>& findings,
                     const Claims& own,
                     const Pairing& pairing,
                     const std::map<std::size_t, const Trait*>& traits) {
  std::optional<Finding> best;
  double most = -1;
  for (std::size_t i = 1; i < own.size(); ++i) {
    Finding finding = pairing.finding(std::min(own[0], own[i]), std::max(own[0], own[i]));
    const double likeness = context_likeness(*traits.at(own[0]), *traits.at(own[i]));
    const bool tells = finding.verdict != Verdict::agree || finding.reason == "rounded-conversion";
    // A source seldom contradicts itself; two events of one kind are likelier, unless it says the
    // same thing twice in nearly the same words.
    const bool is_doubtful =
        finding.verdict == Verdict::conflict && likeness < k_least_own_likeness;
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

Fact fact_of(const std::vector<std::size_t>& claims, const Scene& scene) {
  Fact fact;
  fact.name = fact_name(claims, scene);
  fact.kind = scene.claims[claims.front()].mention.value.kind;
  fact.claims = claims;
  fact.positions = positions_of(
      principals_of(claims, scene.claims), claims, {scene.claims, scene.origin_of_source});
  return fact;
}

std::vector<Finding> findings_of(const Fact& fact,
                                 std::size_t number,
                                 const std::map<std::size_t, const Trait*>& traits,
                                 const Scene& scene) {
  const auto by_source = claims_by_source(fact, scene);
  const Pairing pairing(number, traits, scene);
  const std::set<std::size_t> speakers = speakers_of(fact, scene);
  std::vector<Finding> findings;
  for (auto a = by_source.begin(); a != by_source.end(); ++a) {
    add_own_finding(findings, a->second, pairing, traits);
    for (auto b = std::next(a); speakers.contains(a->first) && b != by_source.end(); ++b) {
      if (!speakers.contains(b->first)) {
        continue;
      }
      Finding finding = finding_between(a->second, b->second, pairing);
      finding.same_origin = are_copies(a->second, b->second, traits);
      findings.push_back(std::move(finding));
    }
  }
  return findings;
}

Verdict gravest_of(const std::vector<Finding>& findings) {
  static constexpr std::array k_grave_first = {
      Verdict::conflict, Verdict::scope, Verdict::update, Verdict::unclear};
  for (const Verdict verdict : k_grave_first) {
    if (std::any_of(findings.begin(), findings.end(), [&](const Finding& finding) {
          return finding.verdict == verdict;
        })) {
      return verdict;
    }
  }
  return Verdict::agree;
}

}  // namespace tally
