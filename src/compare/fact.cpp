// SPDX-License-Identifier: Apache-2.0
// Linked claims into a fact with its positions and findings.
#include "compare/fact.h"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

namespace tally {
namespace {

std::string spaced(std::string name) {
  std::replace(name.begin(), name.end(), '-', ' ');
  std::replace(name.begin(), name.end(), '_', ' ');
  return name;
}

// What most of the claims call it: the commonest non-empty text, of several the first.
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
  std::string place = commonest(claims, scene, [](const Claim& c) { return c.place; });
  const auto placed = std::count_if(claims.begin(), claims.end(), [&](std::size_t claim) {
    return scene.claims[claim].place == place;
  });
  if (3 * static_cast<std::size_t>(placed) < claims.size()) {
    place.clear();  // a name that stands near one of many
  }
  const std::string kind(name_of(scene.claims[claims.front()].mention.value.kind));
  std::string name = predicate.empty() || predicate == subject ? subject
                     : subject.empty()                         ? spaced(predicate)
                                       : fmt::format("{}, {}", subject, spaced(predicate));
  name = name.empty() ? kind : fmt::format("{}: {}", kind, name);
  return place.empty() ? name : fmt::format("{} ({})", name, place);
}

}  // namespace

Fact fact_of(std::vector<std::size_t> claims, const Scene& scene) {
  Fact fact;
  fact.name = fact_name(claims, scene);
  fact.kind = scene.claims[claims.front()].mention.value.kind;
  fact.positions = positions_of(
      principals_of(claims, scene.claims), claims, {scene.claims, scene.origin_of_source});
  std::sort(claims.begin(), claims.end());
  fact.claims = std::move(claims);
  return fact;
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
