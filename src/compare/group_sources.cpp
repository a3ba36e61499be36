// SPDX-License-Identifier: Apache-2.0
// Which sources speak in each group of claims, while groups are joined.
#include "compare/group_sources.h"

#include <algorithm>

namespace tally {

bool have_common(const std::set<std::size_t>& a, const std::set<std::size_t>& b) {
  return std::any_of(a.begin(), a.end(), [&](std::size_t x) { return b.contains(x); });
}

SourcesOfGroups::SourcesOfGroups(Groups& groups, const std::vector<Trait>& traits)
    : traits_(&traits) {
  for (std::size_t i = 0; i < traits.size(); ++i) {
    auto& set = sources_[groups.of(i)];
    set.insert(traits[i].source);
    set.insert(traits[i].also_in.begin(), traits[i].also_in.end());
  }
}

bool SourcesOfGroups::join_unless_shared(Groups& groups, std::size_t a, std::size_t b) {
  const std::size_t left = groups.of(a);
  const std::size_t right = groups.of(b);
  const bool is_own = (*traits_)[a].source == (*traits_)[b].source;
  std::set<std::size_t> others = sources_[right];
  if (is_own) {
    others.erase((*traits_)[a].source);
  }
  if (left == right || have_common(sources_[left], others)) {
    return false;
  }
  return join(groups, left, right);
}

bool SourcesOfGroups::join(Groups& groups, std::size_t a, std::size_t b) {
  const std::size_t left = groups.of(a);
  const std::size_t right = groups.of(b);
  if (left == right || !groups.join(left, right)) {
    return false;
  }
  const std::size_t joined = groups.of(left);
  sources_[joined].merge(sources_[joined == left ? right : left]);
  return true;
}

}  // namespace tally
