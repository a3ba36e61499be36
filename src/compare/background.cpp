// SPDX-License-Identifier: Apache-2.0
// Which event a figure belongs to, by the dates beside it.
#include "compare/background.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

namespace tally {
namespace {

constexpr double k_background_days = 45;  // a date this long before the story is another event
constexpr double k_event_days = 2;        // a night, a weekend: a longer span is no day of an event
constexpr std::size_t k_carried_sentences = 3;  // for so many sentences a background date holds

// The first day any source of the story was published; nothing when none is dated.
std::optional<double> story_begin(const std::vector<Trait>& traits,
                                  std::span<const Document> sources) {
  std::optional<double> first;
  for (const Trait& trait : traits) {
    const auto& published = sources[trait.source].published;
    if (published && (!first || *published < *first)) {
      first = *published;
    }
  }
  return first;
}

// The earlier events that sentences date: their days, and the family of what happened then.
using Backgrounds = std::multimap<std::pair<std::size_t, std::size_t>, const Trait*>;

Backgrounds backgrounds_of(const std::vector<Trait>& traits, double begin) {
  Backgrounds dated;
  for (const Trait& trait : traits) {
    if (trait.sort == Sort::date && trait.allowed.low && trait.allowed.high) {
      const bool is_past = *trait.allowed.high < begin - k_background_days;
      dated.emplace(std::pair{trait.source, trait.sentence}, is_past ? &trait : nullptr);
    }
  }
  return dated;
}

// An earlier event of the main kind is what a figure may be mistaken for.
bool may_be_dated_by(const Trait& trait, const Trait& date) {
  if (trait.sort == Sort::count && !trait.is_casualty && !trait.counts_people) {
    return false;  // pages and rooms are of one thing, not of one event
  }
  const bool measures_an_incident = trait.of_incident && trait.sort == Sort::measure;
  if ((trait.is_harm || measures_an_incident) && date.is_harm) {
    return true;  // a flood kills, a crash kills: the toll is of what is dated beside it
  }
  return (trait.is_main || trait.family.empty()) && (date.is_main || date.family.empty());
}

// A march that is dated, a crash that is dated.
bool is_dated_by(const Trait& trait, const Trait& date) {
  return (trait.is_casualty && date.is_harm) ||
         (trait.sort == Sort::count && !trait.family.empty() && trait.family == date.family);
}

std::size_t way_between(const Trait& a, const Trait& b) {
  return a.rank < b.rank ? b.rank - a.rank : a.rank - b.rank;
}

}  // namespace

void fill_backgrounds(std::vector<Trait>& traits, std::span<const Document> sources) {
  const std::optional<double> begin = story_begin(traits, sources);
  if (!begin) {
    return;
  }
  const Backgrounds dated = backgrounds_of(traits, *begin);
  for (Trait& trait : traits) {
    for (std::size_t back = 0; back <= std::min(k_carried_sentences, trait.sentence); ++back) {
      const auto [first, last] = dated.equal_range({trait.source, trait.sentence - back});
      for (auto date = first; date != last; ++date) {
        if (date->second != nullptr && may_be_dated_by(trait, *date->second)) {
          trait.background = date->second->allowed;
        }
      }
      if (first != last) {
        break;
      }
    }
  }
}

void fill_event_days(std::vector<Trait>& traits) {
  std::map<std::pair<std::size_t, std::size_t>, std::vector<const Trait*>> dated;
  for (const Trait& trait : traits) {
    const bool is_day = trait.allowed.low && trait.allowed.high &&
                        *trait.allowed.high - *trait.allowed.low <= k_event_days;
    if (trait.sort == Sort::date && is_day) {
      dated[{trait.source, trait.sentence}].push_back(&trait);
    }
  }
  for (Trait& trait : traits) {
    const auto found = dated.find({trait.source, trait.sentence});
    if (found == dated.end()) {
      continue;
    }
    const Trait* nearest = nullptr;
    for (const Trait* date : found->second) {
      if (is_dated_by(trait, *date) &&
          (nearest == nullptr || way_between(trait, *date) < way_between(trait, *nearest))) {
        nearest = date;
      }
    }
    if (nearest != nullptr) {
      trait.event_days = nearest->allowed;
    }
  }
}

}  // namespace tally
