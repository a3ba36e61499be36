// SPDX-License-Identifier: Apache-2.0
#include "compare/bucket.h"

#include <doctest/doctest.h>

#include "compare/claims.h"
#include "compare/traits.h"

using namespace tally;
using namespace tally::made;

TEST_CASE("the principal toll of a source is its first settled one of now") {
  std::vector<Trait> traits = {toll(0, 9), toll(0, 12), toll(1, 7)};
  traits[0].background = Interval{0, 10};
  traits[1].rank = 5;
  const auto buckets = buckets_of(traits, concepts());
  REQUIRE(buckets.size() == 1);
  const auto& principal_of = buckets.begin()->second.principal_of;
  CHECK(principal_of.at(0) == 1);
  CHECK(principal_of.at(1) == 2);
}

TEST_CASE("a source with several sums of one predicate has no principal one") {
  const std::vector<Trait> traits = {sum(0, 100), sum(0, 200), sum(1, 300)};
  const auto buckets = buckets_of(traits, concepts());
  REQUIRE(buckets.size() == 1);
  CHECK(!buckets.begin()->second.principal_of.contains(0));
  CHECK(buckets.begin()->second.principal_of.contains(1));
}

TEST_CASE("what a rule says of a sum goes before what stands near it") {
  std::vector<Trait> traits = {sum(0, 100), sum(0, 200)};
  traits[1].is_ruled = true;
  traits[1].rank = 9;
  const auto buckets = buckets_of(traits, concepts());
  REQUIRE(buckets.size() == 1);
  CHECK(buckets.begin()->second.principal_of.at(0) == 1);
}

TEST_CASE("what is somebody's is in a bucket of its bearer") {
  std::vector<Trait> traits = {sum(0, 100, "bail"), sum(1, 200, "bail")};
  traits[0].bearer = "Anna Berg";
  traits[1].bearer = "Nils Hamm";
  CHECK(buckets_of(traits, concepts()).size() == 2);
  traits[1].bearer = "Berg";
  CHECK(buckets_of(traits, concepts()).size() == 1);
}
