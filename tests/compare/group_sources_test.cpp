// SPDX-License-Identifier: Apache-2.0
#include "compare/group_sources.h"

#include <doctest/doctest.h>

#include "compare/traits.h"

using namespace tally;
using namespace tally::made;

TEST_CASE("groups that one source speaks in both of stay apart") {
  const std::vector<Trait> traits = {toll(0, 5), toll(1, 9), toll(0, 9)};
  Groups groups(traits.size());
  groups.join(1, 2);
  SourcesOfGroups sources(groups, traits);
  CHECK(!sources.join_unless_shared(groups, 0, 1));
  CHECK(groups.of(0) != groups.of(1));
  sources.join(groups, 0, 1);
  CHECK(groups.of(0) == groups.of(1));
  CHECK(sources.of(groups.of(0)) == std::set<std::size_t>{0, 1});
}

TEST_CASE("two claims of one source may be joined where no other states both") {
  std::vector<Trait> traits = {toll(0, 5), toll(0, 9)};
  Groups groups(traits.size());
  SourcesOfGroups sources(groups, traits);
  CHECK(sources.join_unless_shared(groups, 0, 1));
  traits[0].also_in = {3};
  traits[1].also_in = {3};
  Groups again(traits.size());
  SourcesOfGroups others(again, traits);
  CHECK(!others.join_unless_shared(again, 0, 1));
}
