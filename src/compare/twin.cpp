// SPDX-License-Identifier: Apache-2.0
// Joins claims whose sentences say the same thing with another figure in it.
#include "compare/twin.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "compare/contrast.h"
#include "compare/group_sources.h"
#include "compare/shingle.h"

namespace tally {
namespace {

constexpr double k_twin_context = 0.5;  // cosine of the contexts; two unrelated claims in a hundred
constexpr std::size_t k_most_claims =
    80;  // of one predicate; where there are more, nobody is asked

constexpr std::size_t k_fewest_words =
    3;  // content words that both have: short sentences are alike

struct Likest {
  std::size_t trait = 0;
  double likeness = 0;
  bool is_tied = false;
};

bool is_told_alike(const Trait& a, const Trait& b, const Concepts& concepts) {
  if (a.source == b.source) {
    return is_seldom_two(a) && is_seldom_two(b);
  }
  return near_verbatim(a.runs, b.runs) ||
         (is_known_thing(a, concepts) && is_known_thing(b, concepts));
}

bool may_be_twins(const Trait& a, const Trait& b, const Concepts& concepts) {
  const bool one_sentence = a.source == b.source && a.sentence == b.sentence;
  return !one_sentence && a.predicate == b.predicate && !meet(a.allowed, b.allowed) &&
         is_told_alike(a, b, concepts) && figures_may_differ(a, b, concepts);
}

// For each trait of a list the one it is likest to, among those that may be its twin.
std::map<std::size_t, Likest> likest_of(const std::vector<std::size_t>& list,
                                        const std::vector<Trait>& traits,
                                        const Concepts& concepts) {
  std::map<std::size_t, Likest> likest;
  for (std::size_t i = 0; i < list.size(); ++i) {
    for (std::size_t j = i + 1; j < list.size(); ++j) {
      const double likeness = context_likeness(traits[list[i]], traits[list[j]]);
      if (likeness < k_twin_context ||
          common_words(traits[list[i]], traits[list[j]]) < k_fewest_words ||
          !may_be_twins(traits[list[i]], traits[list[j]], concepts)) {
        continue;
      }
      for (const auto& [one, other] : {std::pair{list[i], list[j]}, std::pair{list[j], list[i]}}) {
        Likest& best = likest[one];
        if (likeness > best.likeness) {
          best = {other, likeness, false};
        } else if (likeness == best.likeness &&
                   !meet(traits[best.trait].allowed, traits[other].allowed)) {
          best.is_tied = true;
        }
      }
    }
  }
  return likest;
}

}  // namespace

void join_twins(Groups& groups, const std::vector<Trait>& traits, const Concepts& concepts) {
  std::map<std::string, std::vector<std::size_t>> lists;
  for (std::size_t i = 0; i < traits.size(); ++i) {
    if (!traits[i].predicate.empty()) {
      lists[traits[i].dimension + '\n' + traits[i].predicate].push_back(i);
    }
  }
  SourcesOfGroups sources(groups, traits);
  for (const auto& [name, list] : lists) {
    if (list.size() > k_most_claims) {
      continue;
    }
    const auto likest = likest_of(list, traits, concepts);
    for (const auto& [one, best] : likest) {
      const auto back = likest.find(best.trait);
      const bool is_mutual = back != likest.end() && back->second.trait == one;
      if (is_mutual && !best.is_tied && one < best.trait) {
        sources.join_unless_shared(groups, one, best.trait);
      }
    }
  }
}

}  // namespace tally
