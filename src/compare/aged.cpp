// SPDX-License-Identifier: Apache-2.0
// Joins the age of somebody unnamed to the age that a named person had in another text.
#include "compare/aged.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>

#include "compare/group_sources.h"
#include "compare/name.h"
#include "compare/shingle.h"

namespace tally {
namespace {

using Ends = std::tuple<std::optional<double>, std::optional<double>, bool, bool>;

Ends ends_of(const Interval& interval) {
  return {interval.low, interval.high, interval.low_open, interval.high_open};
}

std::string last_name_of(const Trait& trait) {
  const std::vector<std::string> words = plain_words(trait.owner);
  return words.empty() ? std::string{} : words.back();
}

// The words of all names of each source.
std::map<std::size_t, std::set<std::string>> names_of_sources(const std::vector<Trait>& traits) {
  std::map<std::size_t, std::set<std::string>> names;
  for (const Trait& trait : traits) {
    names[trait.source].insert(trait.names.begin(), trait.names.end());
  }
  return names;
}

// Somebody named: the ages that are told of them, each combination of age and birth once.
struct Person {
  std::size_t first = 0;          // the trait of the first age told
  std::vector<std::size_t> ages;  // traits with differing ages or births
  std::set<std::size_t> sources;  // that tell any of them
};

// Named people of the story by last name.
using People = std::map<std::string, Person>;

People people_of(const std::vector<Trait>& traits) {
  People people;
  std::set<std::tuple<std::string, Ends, Ends>> told;
  for (std::size_t i = 0; i < traits.size(); ++i) {
    const Trait& trait = traits[i];
    const std::string name = trait.sort == Sort::age ? last_name_of(trait) : std::string{};
    if (name.empty() || !trait.born) {
      continue;
    }
    const auto [person, is_new] = people.try_emplace(name, Person{.first = i});
    person->second.sources.insert(trait.source);
    if (told.emplace(name, ends_of(trait.allowed), ends_of(*trait.born)).second) {
      person->second.ages.push_back(i);
    }
  }
  return people;
}

bool explains(const Trait& unnamed, const Trait& named) {
  return !meet(unnamed.allowed, named.allowed) && meet(*unnamed.born, *named.born);
}

// All ages of the person are of other sources and fit the unnamed age.
bool is_match(const Trait& unnamed, const Person& person, const std::vector<Trait>& traits) {
  return !person.sources.contains(unnamed.source) &&
         std::all_of(person.ages.begin(), person.ages.end(), [&](std::size_t age) {
           return explains(unnamed, traits[age]);
         });
}

// "Anthony Hale", "Hale" and "Anthony Hale III" are.
bool are_one_person(const std::vector<std::size_t>& ages, const std::vector<Trait>& traits) {
  return !ages.empty() && std::all_of(ages.begin(), ages.end(), [&](std::size_t age) {
    return match_of_names(traits[age].owner, traits[ages.front()].owner) != NameMatch::other;
  });
}

}  // namespace

void join_aged(Groups& groups, const std::vector<Trait>& traits) {
  const People people = people_of(traits);
  const auto names = names_of_sources(traits);
  SourcesOfGroups sources(groups, traits);
  for (std::size_t i = 0; i < traits.size(); ++i) {
    const Trait& unnamed = traits[i];
    if (unnamed.sort != Sort::age || !unnamed.owner.empty() || !unnamed.born ||
        unnamed.has_namesake) {
      continue;
    }
    std::vector<std::size_t> matches;
    for (const std::string& name : names.at(unnamed.source)) {
      const auto person = people.find(name);
      if (person != people.end() && is_match(unnamed, person->second, traits)) {
        matches.push_back(person->second.first);
      }
    }
    if (are_one_person(matches, traits)) {
      sources.join_unless_shared(groups, i, matches.front());
    }
  }
}

}  // namespace tally
