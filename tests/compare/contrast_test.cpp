// SPDX-License-Identifier: Apache-2.0
#include "compare/contrast.h"

#include <doctest/doctest.h>

#include "compare/claims.h"
#include "compare/traits.h"

using namespace tally;
using namespace tally::made;

TEST_CASE("two tolls may differ, the dead and the wounded may not") {
  const Trait a = toll(0, 12);
  Trait b = toll(1, 15);
  CHECK(figures_may_differ(a, b, concepts()));
  b.predicate = "cost";
  b.family = "cost";
  CHECK(!figures_may_differ(a, b, concepts()));
}

TEST_CASE("a part is not set against the whole") {
  const Trait all = toll(0, 97);
  Trait part = toll(1, 11);
  part.head = "workers";
  part.head_line = {"workers", "people"};
  CHECK(!figures_may_differ(all, part, concepts()));
  part.allowed = {99, 99};  // more of the narrower word than of the wider: no part
  CHECK(figures_may_differ(all, part, concepts()));
}

TEST_CASE("counts of events on different days do not differ") {
  Trait a = toll(0, 12);
  Trait b = toll(1, 15);
  a.event_days = Interval{100, 100};
  b.event_days = Interval{107, 107};
  CHECK(!figures_may_differ(a, b, concepts()));
  b.event_days = Interval{100, 101};
  CHECK(figures_may_differ(a, b, concepts()));
}

TEST_CASE("a sum is known by its head, its rule or a predicate that has one sum") {
  Trait money = sum(0, 100);
  CHECK(!is_known_thing(money, concepts()));
  money.predicate = "price";
  CHECK(is_known_thing(money, concepts()));
  money.predicate = "paid";
  money.head = "revenue";
  CHECK(is_known_thing(money, concepts()));
  money.head_is_near = true;
  CHECK(!is_known_thing(money, concepts()));
}

TEST_CASE("bail is compared for one person only") {
  Trait a = sum(0, 100, "bail");
  Trait b = sum(1, 200, "bail");
  a.bearer = "Anna Berg";
  b.bearer = "Nils Hamm";
  CHECK(!figures_may_differ(a, b, concepts()));
  b.bearer = "Berg";
  CHECK(figures_may_differ(a, b, concepts()));
}

TEST_CASE("what happens once needs the same bearer, not only a name in both sentences") {
  Trait a = trait(0, Sort::date, "date", 1000);
  a.predicate = a.family = "built";
  a.is_ruled = false;
  a.names = {"obama"};
  a.bearer = "Agency";
  Trait b = a;
  b.source = 1;
  b.allowed = {2000, 2000};
  b.bearer = "Library";
  CHECK(!figures_may_differ(a, b, concepts()));
  b.bearer = "Agency";
  CHECK(figures_may_differ(a, b, concepts()));
}

TEST_CASE("a source seldom has two tolls, but often two sums") {
  CHECK(is_seldom_two(toll(0, 3)));
  CHECK(!is_seldom_two(sum(0, 3)));
}
