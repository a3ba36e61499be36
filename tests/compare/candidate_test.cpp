// SPDX-License-Identifier: Apache-2.0
#include "compare/candidate.h"

#include <doctest/doctest.h>

#include "compare/traits.h"

using namespace tally;
using namespace tally::made;

TEST_CASE("equal values of one dimension that share a predicate are a pair") {
  const auto pairs = candidate_pairs({toll(0, 5), toll(1, 5), toll(2, 9)});
  REQUIRE(pairs.size() == 1);
  CHECK(pairs[0].first == 0);
  CHECK(pairs[0].second == 1);
}

TEST_CASE("claims that share nothing, or differ in dimension, are no pair") {
  Trait bare = trait(1, Sort::count, "count", 5);
  CHECK(candidate_pairs({toll(0, 5), bare}).empty());
  Trait length = toll(1, 5);
  length.dimension = "length";
  CHECK(candidate_pairs({toll(0, 5), length}).empty());
}

TEST_CASE("of very many equal claims each is paired with its nearest only") {
  std::vector<Trait> traits;
  for (std::size_t i = 0; i < 200; ++i) {
    traits.push_back(toll(i, 5));
  }
  CHECK(candidate_pairs(traits).size() < traits.size() * 13);
}
