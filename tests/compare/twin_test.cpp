// SPDX-License-Identifier: Apache-2.0
#include "compare/twin.h"

#include <cmath>

#include <doctest/doctest.h>

#include "compare/claims.h"
#include "compare/traits.h"

using namespace tally;
using namespace tally::made;

namespace {

Trait told(Trait made, std::size_t words) {
  for (std::uint32_t i = 0; i < words; ++i) {
    made.context.emplace_back(i, 1.0 / static_cast<double>(words));
  }
  for (auto& [stem, weight] : made.context) {
    weight = 1 / std::sqrt(static_cast<double>(words));
  }
  return made;
}

bool are_joined(const Trait& a, const Trait& b) {
  Groups groups(2);
  join_twins(groups, {a, b}, concepts());
  return groups.of(0) == groups.of(1);
}

}  // namespace

TEST_CASE("sentences that are alike but for the toll are about one thing") {
  CHECK(are_joined(told(toll(0, 12), 5), told(toll(1, 15), 5)));
  CHECK(!are_joined(told(toll(0, 12), 2), told(toll(1, 15), 2)));  // two words are soon shared
}

TEST_CASE("one source contradicts itself on a toll, not on a sum") {
  Trait first = told(toll(0, 12), 5);
  Trait second = told(toll(0, 15), 5);
  second.sentence = 4;
  CHECK(are_joined(first, second));
  first = told(sum(0, 12, "price"), 5);
  second = told(sum(0, 15, "price"), 5);
  second.sentence = 4;
  CHECK(!are_joined(first, second));
}
