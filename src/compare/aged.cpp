// SPDX-License-Identifier: Apache-2.0
// Joins the age of somebody unnamed to the age that a named person had in another text.
#include "compare/aged.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>

#include "compare/group_sources.h"
#include "compare/name.h"
#include "compare/shingle.h"

namespace tally {
namespace {

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

// Named people of the story with their ages, by last name.
using People = std::map<std::string, std::vector<std::size_t>>;

People people_of(const std::vector<Trait>& traits) {
  People people;
  for (std::size_t i = 0; i < traits.size(); ++i) {
    const std::string name = traits[i].sort == Sort::age ? last_name_of(traits[i]) : std::string{};
    if (!name.empty() && traits[i].born) {
      people[name].push_back(i);
    }
  }
  return people;
}

bool explains(const Trait& unnamed, const Trait& named) {
  return unnamed.source != named.source && !meet(unnamed.allowed, named.allowed) &&
         meet(*unnamed.born, *named.born);
}

// Their ages of another source, when all of these fit the unnamed age.
std::optional<std::size_t> match_of(const Trait& unnamed,
                                    const std::vector<std::size_t>& ages,
                                    const std::vector<Trait>& traits) {
  const bool fits = std::all_of(
      ages.begin(), ages.end(), [&](std::size_t age) { return explains(unnamed, traits[age]); });
  return fits ? std::optional{ages.front()} : std::nullopt;
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
    for (const auto& [name, ages] : people) {
      const auto match = match_of(unnamed, ages, traits);
      if (match && names.at(unnamed.source).contains(name)) {
        matches.push_back(*match);
      }
    }
    if (are_one_person(matches, traits)) {
      sources.join_unless_shared(groups, i, matches.front());
    }
  }
}

}  // namespace tally
