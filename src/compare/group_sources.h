// SPDX-License-Identifier: Apache-2.0
// Which sources speak in each group of claims, while groups are joined.
#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <vector>

#include "compare/group.h"
#include "compare/trait.h"

namespace tally {

// Which sources state the value of each group.
class SourcesOfGroups {
 public:
  SourcesOfGroups(Groups& groups, const std::vector<Trait>& traits);

  const std::set<std::size_t>& of(std::size_t group) const { return sources_.at(group); }
  // Joins the groups of two traits and says so, unless a source states the values of both. Two
  // claims of one source may be joined; then no other source may state both.
  bool join_unless_shared(Groups& groups, std::size_t a, std::size_t b);
  // Joins them in any case but where somebody has set them apart.
  bool join(Groups& groups, std::size_t a, std::size_t b);

 private:
  const std::vector<Trait>* traits_;
  std::map<std::size_t, std::set<std::size_t>> sources_;
};

bool have_common(const std::set<std::size_t>& a, const std::set<std::size_t>& b);

}  // namespace tally
