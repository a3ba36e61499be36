// SPDX-License-Identifier: Apache-2.0
#include "compare/setting.h"

#include <doctest/doctest.h>

#include "compare/claims.h"
#include "compare/traits.h"

using namespace tally;
using namespace tally::made;

namespace {

Trait day(std::size_t source, double value, const std::string& family) {
  Trait made = trait(source, Sort::date, "date", value);
  made.predicate = made.family = family;
  return made;
}

// Sets the traits among claims without words and sources of one day.
void set(std::vector<Trait>& traits, const std::string& published = "1997-05-19") {
  std::vector<Claim> claims(traits.size());
  for (std::size_t i = 0; i < traits.size(); ++i) {
    traits[i].claim = i;
  }
  const std::vector<Document> sources(4, source("a", published));
  set_in_story(traits, claims, sources, concepts());
}

}  // namespace

TEST_CASE("the main event is the one that most dates are of, its day the commonest") {
  std::vector<Trait> traits = {day(0, 9999, "violence"),
                               day(1, 9999, "violence"),
                               day(2, 9998, "violence"),
                               day(3, 9000, "built")};
  set(traits);
  CHECK(main_family_of(traits) == "violence");
  CHECK(traits[0].is_main);
  CHECK(!traits[3].is_main);
  CHECK(traits[1].on_main_day);
  CHECK(!traits[2].on_main_day);
}

TEST_CASE("a toll beside an old date is background, and beside a day it is of that day") {
  std::vector<Trait> traits = {
      day(0, 9999, "violence"), toll(0, 12), day(1, 4000, "violence"), toll(1, 30)};
  set(traits);
  CHECK(!traits[1].background);
  REQUIRE(traits[1].event_days);
  CHECK(*traits[1].event_days->low == 9999);
  CHECK(traits[3].background);
}

TEST_CASE("an age is only one person's until another one has it") {
  std::vector<Trait> traits(3, trait(0, Sort::age, "age", 47));
  traits[0].owner = "Anna Berg";
  traits[1].owner = "Berg";
  set(traits);
  CHECK(traits[2].only_of_age);
  traits[1].owner = "Nils Hamm";
  set(traits);
  CHECK(!traits[2].only_of_age);
  CHECK(traits[2].has_namesake);
}

TEST_CASE("an unusual figure of the sentence accompanies its date") {
  std::vector<Trait> traits = {
      day(0, 6000, "built"), sum(0, 1e8), day(1, 7000, "built"), sum(1, 1e8)};
  traits[1].rarity = traits[3].rarity = 1;
  set(traits);
  CHECK(share_an_anchor(traits[0], traits[2]));
  traits[3].allowed = {2e8, 2e8};
  traits[2].companions.clear();
  set(traits);
  CHECK(!share_an_anchor(traits[0], traits[2]));
}
