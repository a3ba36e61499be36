// SPDX-License-Identifier: Apache-2.0
// What only the whole story tells about a claim: rare words, earlier events, the main event.
#include "compare/setting.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "compare/background.h"
#include "compare/name.h"

namespace tally {
namespace {

constexpr std::size_t k_most_stems = 16;  // nearest content words that make the context

// Stems weighed by how few claims of the story have them; near words count more.
void fill_contexts(std::vector<Trait>& traits, std::span<const Claim> claims) {
  std::map<std::string, std::pair<std::uint32_t, double>, std::less<>> stems;
  for (const Trait& trait : traits) {
    for (const std::string& stem : claims[trait.claim].stems) {
      auto& entry =
          stems.try_emplace(stem, static_cast<std::uint32_t>(stems.size()), 0.0).first->second;
      entry.second += 1;
    }
  }
  const double count = static_cast<double>(traits.size());
  for (Trait& trait : traits) {
    std::map<std::uint32_t, double> weights;
    const auto& words = claims[trait.claim].stems;
    for (std::size_t i = 0; i < std::min(words.size(), k_most_stems); ++i) {
      const auto& [number, holders] = stems.find(words[i])->second;
      weights.try_emplace(number, std::log(1 + count / holders) / (1 + static_cast<double>(i) / 8));
    }
    double square = 0;
    for (const auto& [number, weight] : weights) {
      square += weight * weight;
    }
    for (const auto& [number, weight] : weights) {
      trait.context.emplace_back(number, weight / std::sqrt(square));
    }
  }
}

// The day of a date, the minute of a time of day; nothing for vaguer ones.
std::optional<double> moment_of(const Trait& trait) {
  if (!trait.allowed.low || !trait.allowed.high ||
      (trait.sort == Sort::date && trait.allowed.low != trait.allowed.high)) {
    return std::nullopt;
  }
  return (*trait.allowed.low + *trait.allowed.high) / 2;
}

// The day (the minute) that most sources give for an event of the main family is the story's main
// one: claims of it that speak of no other event are marked.
void fill_main_moment(std::vector<Trait>& traits, Sort sort, const std::string& main) {
  std::map<double, std::set<std::size_t>> sources_of_moment;
  for (const Trait& trait : traits) {
    const auto moment = trait.sort == sort && trait.is_main ? moment_of(trait) : std::nullopt;
    if (moment) {
      sources_of_moment[*moment].insert(trait.source);
    }
  }
  std::optional<double> main_moment;
  std::size_t most = 0;
  for (const auto& [moment, sources] : sources_of_moment) {
    if (sources.size() > most) {
      main_moment = moment;
      most = sources.size();
    }
  }
  for (Trait& trait : traits) {
    const bool may_be_it =
        trait.family.empty() || trait.family == main ||
        std::find(trait.near_families.begin(), trait.near_families.end(), main) !=
            trait.near_families.end();
    if (trait.sort == sort && main_moment && moment_of(trait) == main_moment) {
      trait.on_main_day = may_be_it;
    }
  }
}

void fill_main_event(std::vector<Trait>& traits, const Concepts& concepts) {
  const std::string main = main_family_of(traits);
  for (Trait& trait : traits) {
    trait.of_incident = has_attribute(main, "incident", concepts);
    trait.is_harm = has_attribute(trait.family, "incident", concepts);
    trait.is_main = !main.empty() && (trait.family == main || trait.any_event);
  }
  fill_main_moment(traits, Sort::date, main);
  fill_main_moment(traits, Sort::time, main);
}

// Every name can be the first one's.
bool are_one_person(const std::vector<const Trait*>& owners) {
  std::set<std::string_view> names;
  return std::all_of(owners.begin(), owners.end(), [&](const Trait* owner) {
    return !names.insert(owner->owner).second ||
           match_of_names(owner->owner, owners.front()->owner) != NameMatch::other;
  });
}

// An age that only one named person of the story has: unnamed people of that age are this person.
void fill_only_of_age(std::vector<Trait>& traits) {
  std::map<double, std::vector<const Trait*>> owners_of_age;
  for (const Trait& trait : traits) {
    if (trait.sort == Sort::age && !trait.owner.empty() && trait.allowed.low) {
      owners_of_age[*trait.allowed.low].push_back(&trait);
    }
  }
  std::map<double, bool> is_one_person;
  for (const auto& [age, owners] : owners_of_age) {
    is_one_person[age] = are_one_person(owners);
  }
  for (Trait& trait : traits) {
    const auto found = trait.sort == Sort::age && trait.allowed.low
                           ? is_one_person.find(*trait.allowed.low)
                           : is_one_person.end();
    trait.has_namesake = found != is_one_person.end();
    trait.only_of_age = trait.has_namesake && found->second;
  }
}

// Figures that hardly recur by chance lend identity to the dates of their sentence.
void fill_companions(std::vector<Trait>& traits) {
  std::map<std::pair<std::size_t, std::size_t>, std::set<std::string>> of_sentence;
  for (const Trait& trait : traits) {
    const bool is_figure =
        trait.sort == Sort::figure || trait.sort == Sort::measure || trait.sort == Sort::count;
    if (is_figure && trait.rarity >= 1 && !trait.is_open && trait.allowed.low) {
      of_sentence[{trait.source, trait.sentence}].insert(
          fmt::format("{} {}", trait.dimension, *trait.allowed.low));
    }
  }
  for (Trait& trait : traits) {
    const auto found = of_sentence.find({trait.source, trait.sentence});
    if (trait.sort == Sort::date && found != of_sentence.end()) {
      trait.companions.assign(found->second.begin(), found->second.end());
    }
  }
}

}  // namespace

std::string main_family_of(const std::vector<Trait>& traits) {
  std::map<std::string, std::size_t> counts;
  for (const Trait& trait : traits) {
    if (!trait.family.empty() && (trait.sort == Sort::date || trait.sort == Sort::time)) {
      ++counts[trait.family];
    }
  }
  std::string best;
  std::size_t most = 0;
  for (const auto& [family, count] : counts) {
    if (count > most) {
      best = family;
      most = count;
    }
  }
  return best;
}

bool share_an_anchor(const Trait& a, const Trait& b) {
  return std::find_first_of(
             a.companions.begin(), a.companions.end(), b.companions.begin(), b.companions.end()) !=
         a.companions.end();
}

void set_in_story(std::vector<Trait>& traits,
                  std::span<const Claim> claims,
                  std::span<const Document> sources,
                  const Concepts& concepts) {
  fill_contexts(traits, claims);
  fill_main_event(traits, concepts);
  fill_backgrounds(traits, sources);
  fill_event_days(traits);
  fill_only_of_age(traits);
  fill_companions(traits);
}

}  // namespace tally
