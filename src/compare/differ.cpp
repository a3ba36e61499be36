// SPDX-License-Identifier: Apache-2.0
// Joins groups of claims that speak of the same fact with different values.
#include "compare/differ.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "compare/bucket.h"
#include "compare/contrast.h"
#include "compare/group_sources.h"

namespace tally {
namespace {

constexpr std::size_t k_most_groups = 24;      // of one bucket that are weighed against each other
constexpr std::size_t k_most_principals = 12;  // of one group that are asked

struct Side {
  std::size_t group = 0;
  std::set<std::size_t> sources;        // that state its value anywhere
  std::vector<std::size_t> principals;  // traits that are the principal figure of a source
};

std::vector<Side> sides_of(const Bucket& bucket,
                           Groups& groups,
                           const SourcesOfGroups& sources_of) {
  std::map<std::size_t, Side> sides;
  for (const auto& [source, trait] : bucket.principal_of) {
    const std::size_t group = groups.of(trait);
    const auto [side, is_new] = sides.try_emplace(group);
    if (is_new) {
      side->second.group = group;
      side->second.sources = sources_of.of(group);
    }
    side->second.principals.push_back(trait);
  }
  std::vector<Side> ranked;
  for (auto& [group, side] : sides) {
    auto& principals = side.principals;
    std::sort(principals.begin(), principals.end());
    principals.erase(std::unique(principals.begin(), principals.end()), principals.end());
    principals.resize(std::min(principals.size(), k_most_principals));
    ranked.push_back(std::move(side));
  }
  std::stable_sort(ranked.begin(), ranked.end(), [](const Side& a, const Side& b) {
    return a.sources.size() > b.sources.size();
  });
  ranked.resize(std::min(ranked.size(), k_most_groups));
  return ranked;
}

bool may_differ(const Trait& a, const Trait& b, const Concepts& concepts) {
  return is_known_thing(a, concepts) && is_known_thing(b, concepts) &&
         figures_may_differ(a, b, concepts) && contexts_match(a, b, concepts);
}

bool sides_differ(const Side& a,
                  const Side& b,
                  const std::vector<Trait>& traits,
                  const Concepts& concepts) {
  for (const std::size_t left : a.principals) {
    for (const std::size_t right : b.principals) {
      if (may_differ(traits[left], traits[right], concepts)) {
        return true;
      }
    }
  }
  return false;
}

// Its figures change from report to report, and the class of what they measure is known.
bool side_varies(const Side& side, const std::vector<Trait>& traits, const Concepts& concepts) {
  return std::all_of(side.principals.begin(), side.principals.end(), [&](std::size_t index) {
    const Trait& trait = traits[index];
    return trait.sort == Sort::figure && has_attribute(trait.predicate, "varies", concepts);
  });
}

}  // namespace

void join_differing(Groups& groups, const std::vector<Trait>& traits, const Concepts& concepts) {
  SourcesOfGroups sources(groups, traits);
  for (const auto& [name, bucket] : buckets_of(traits, concepts)) {
    const std::vector<Side> sides = sides_of(bucket, groups, sources);
    for (std::size_t i = 0; i < sides.size(); ++i) {
      for (std::size_t j = i + 1; j < sides.size(); ++j) {
        const bool varies =
            side_varies(sides[i], traits, concepts) && side_varies(sides[j], traits, concepts);
        const bool is_shared = have_common(sides[i].sources, sides[j].sources);
        if ((is_shared && !varies) || !sides_differ(sides[i], sides[j], traits, concepts)) {
          continue;
        }
        if (varies) {
          sources.join(groups, sides[i].group, sides[j].group);
        } else {
          sources.join_unless_shared(groups, sides[i].group, sides[j].group);
        }
      }
    }
  }
}

}  // namespace tally
