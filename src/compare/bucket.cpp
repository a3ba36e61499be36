// SPDX-License-Identifier: Apache-2.0
// Claims that may mean the same thing, and the one of each source that speaks for it.
#include "compare/bucket.h"

#include <algorithm>
#include <set>
#include <tuple>

#include <fmt/format.h>

#include "compare/setting.h"
#include "compare/shingle.h"

namespace tally {
namespace {

std::string last_word_of(const std::string& name) {
  const std::vector<std::string> words = plain_words(name);
  return words.empty() ? std::string{} : words.back();
}

// Claims of one bucket are asked whether they differ; an empty name: never.
std::string bucket_name(const Trait& trait, const std::string& main, const Concepts& concepts) {
  switch (trait.sort) {
    case Sort::age:
      return last_word_of(trait.owner);
    case Sort::measure:
      return trait.place.empty() ? trait.head.empty() ? trait.predicate : trait.head : trait.place;
    case Sort::date:
    case Sort::time:
      return trait.any_event ? main : trait.family;
    case Sort::figure:
      if (trait.dimension == name_of(Kind::magnitude)) {
        return trait.dimension;
      }
      if (has_attribute(trait.predicate, "personal", concepts)) {
        return fmt::format("{}\n{}", trait.predicate, last_word_of(trait.bearer));
      }
      return trait.predicate.empty() ? trait.head : trait.predicate;
    case Sort::count:
      if (has_attribute(trait.predicate, "personal", concepts)) {
        return fmt::format(
            "{}\n{}\n{}", trait.predicate, trait.counted, last_word_of(trait.bearer));
      }
      return trait.is_casualty || moves(trait, concepts)
                 ? trait.predicate
                 : fmt::format("{}\n{}", trait.predicate, trait.counted);
    case Sort::duration:
      return fmt::format("{}\n{}", trait.predicate, last_word_of(trait.bearer));
  }
  return {};
}

// What a rule says of a sum goes before what stands nearest to it.
auto standing(const Trait& trait) {
  const bool is_guess = trait.sort == Sort::figure && !trait.is_ruled;
  return std::tuple{is_guess, !trait.is_settled, trait.background.has_value(), trait.rank};
}

// Sums and shares of one predicate are often many, and so are counts of things. Of magnitudes the
// first is the quake's.
bool may_be_many(const Trait& trait) {
  if (trait.dimension == name_of(Kind::magnitude)) {
    return false;
  }
  return trait.sort == Sort::figure || (trait.sort == Sort::count && !trait.is_casualty);
}

// The sources that give several values as settled and whole figures of now.
std::set<std::size_t> crowded_sources(const std::vector<std::size_t>& members,
                                      const std::vector<Trait>& traits) {
  std::map<std::size_t, const Trait*> first_of;
  std::set<std::size_t> ruled;
  for (const std::size_t member : members) {
    if (traits[member].is_ruled) {
      ruled.insert(traits[member].source);
    }
  }
  std::set<std::size_t> crowded;
  for (const std::size_t member : members) {
    const Trait& trait = traits[member];
    const bool is_guess = !trait.is_ruled && ruled.contains(trait.source);
    if (is_guess || !may_be_many(trait) || !trait.is_settled || !trait.is_whole ||
        trait.background) {
      continue;
    }
    const auto [first, is_new] = first_of.try_emplace(trait.source, &trait);
    if (!is_new && !meet(first->second->allowed, trait.allowed)) {
      crowded.insert(trait.source);
    }
  }
  return crowded;
}

Bucket bucket_of(const std::vector<std::size_t>& members, const std::vector<Trait>& traits) {
  const std::set<std::size_t> crowded = crowded_sources(members, traits);
  Bucket bucket;
  for (const std::size_t member : members) {
    std::vector<std::size_t> sources = traits[member].also_in;
    sources.push_back(traits[member].source);
    for (const std::size_t source : sources) {
      if (crowded.contains(source)) {
        continue;
      }
      const auto [entry, is_new] = bucket.principal_of.try_emplace(source, member);
      if (!is_new && standing(traits[member]) < standing(traits[entry->second])) {
        entry->second = member;
      }
    }
  }
  return bucket;
}

}  // namespace

std::map<std::string, Bucket> buckets_of(const std::vector<Trait>& traits,
                                         const Concepts& concepts) {
  const std::string main = main_family_of(traits);
  std::map<std::string, std::vector<std::size_t>> members;
  for (std::size_t i = 0; i < traits.size(); ++i) {
    const std::string name = bucket_name(traits[i], main, concepts);
    if (!name.empty()) {
      members[traits[i].dimension + '\n' + name].push_back(i);
    }
  }
  std::map<std::string, Bucket> buckets;
  for (const auto& [name, list] : members) {
    buckets.emplace(name, bucket_of(list, traits));
  }
  return buckets;
}

}  // namespace tally
