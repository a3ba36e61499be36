// SPDX-License-Identifier: Apache-2.0
#include "compare/aged.h"

#include <doctest/doctest.h>

#include "compare/traits.h"

using namespace tally;
using namespace tally::made;

namespace {

// Somebody of an age, in a source of a day: born in the year that ends so many years before it.
Trait age(std::size_t source, double years, double published, const std::string& owner) {
  Trait made = trait(source, Sort::age, "age", years);
  made.owner = owner;
  made.born = Interval{published - (years + 1) * 365.25, published - years * 365.25};
  made.names = {"hale"};
  return made;
}

}  // namespace

TEST_CASE("the age of an unnamed man a year later is that of the one person it fits") {
  const std::vector<Trait> traits = {age(0, 38, 10000, "John Hale"), age(1, 39, 10380, "")};
  Groups groups(traits.size());
  join_aged(groups, traits);
  CHECK(groups.of(0) == groups.of(1));
}

TEST_CASE("it is nobody's where two people fit, or the source does not name him") {
  std::vector<Trait> traits = {
      age(0, 38, 10000, "John Hale"), age(0, 38, 10000, "Carl Meyer"), age(1, 39, 10380, "")};
  traits[2].names = {"hale", "meyer"};
  Groups groups(traits.size());
  join_aged(groups, traits);
  CHECK(groups.of(0) != groups.of(2));
  traits[2].names = {"other"};
  join_aged(groups, traits);
  CHECK(groups.of(0) != groups.of(2));
  CHECK(groups.of(1) != groups.of(2));
}
