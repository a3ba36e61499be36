// SPDX-License-Identifier: Apache-2.0
// Which sources speak in each group of claims, while groups are joined.
#include "compare/group_sources.h"

#include <algorithm>

namespace tally {

bool have_common(const std::set<std::size_t>& a, const std::set<std::size_t>& b) {
  const auto& few = a.size() < b.size() ? a : b;
  const auto& many = a.size() < b.size() ? b : a;
  return std::any_of(few.begin(), few.end(), [&](std::size_t x) { return many.contains(x); });
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
  const std::size_t own = (*traits_)[a].source;
  const bool is_own = own == (*traits_)[b].source;
  if (left == right) {
    return false;
  }
  const bool left_is_smaller = sources_[left].size() < sources_[right].size();
  const std::set<std::size_t>& few = sources_[left_is_smaller ? left : right];
  const std::set<std::size_t>& many = sources_[left_is_smaller ? right : left];
  if (std::any_of(few.begin(), few.end(), [&](std::size_t source) {
        return !(is_own && source == own) && many.contains(source);
      })) {
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
  std::set<std::size_t>& kept = sources_[joined];
  std::set<std::size_t>& gone = sources_[joined == left ? right : left];
  if (kept.size() < gone.size()) {
    kept.swap(gone);  // the few go to the many, so that a group of thousands costs no more
  }
  kept.merge(gone);
  gone.clear();
  return true;
}

}  // namespace tally
