// SPDX-License-Identifier: Apache-2.0
// Joins groups of claims that speak of the same fact with different values.
#include "compare/differ.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string>
#include <tuple>

#include <fmt/format.h>

#include "compare/affinity.h"
#include "compare/group_sources.h"
#include "compare/setting.h"
#include "compare/shingle.h"

namespace tally {
namespace {

constexpr std::size_t k_most_groups = 24;      // of one bucket that are weighed against each other
constexpr std::size_t k_most_principals = 12;  // of one group that are asked
constexpr double k_widest_ratio =
    11;  // figures further apart hardly mean the same thing (a slipped point: 10)
constexpr double k_widest_days = 31;  // so do days, unless the event happens only once
constexpr double k_widest_minutes = 180;
constexpr double k_widest_count_ratio = 4;
constexpr double k_widest_bearing_ratio = 2;
constexpr double k_near_minutes = 45;       // times of one event so near need no more in common
constexpr double k_least_context = 0.08;    // some content word in common beside the classes
constexpr double k_percent_context = 0.3;   // polls and shares are many
constexpr double k_nameless_context = 0.2;  // the same without a name in common

// Claims of one bucket are asked whether they differ; an empty name: never.
std::string bucket_of(const Trait& trait, const std::string& main) {
  switch (trait.sort) {
    case Sort::age: {
      const std::vector<std::string> words = plain_words(trait.owner);
      return words.empty() ? std::string{} : words.back();
    }
    case Sort::measure:
      return trait.place.empty() ? trait.head.empty() ? trait.predicate : trait.head : trait.place;
    case Sort::date:
    case Sort::time:
      return trait.any_event ? main : trait.family;
    case Sort::figure:
      if (trait.dimension == name_of(Kind::magnitude)) {
        return trait.dimension;
      }
      return trait.predicate.empty() ? trait.head : trait.predicate;
    case Sort::count:
      return trait.is_casualty ? trait.predicate
                               : fmt::format("{}\n{}", trait.predicate, trait.counted);
    case Sort::duration:
      return trait.predicate;
  }
  return {};
}

struct Bucket {
  std::vector<std::size_t> traits;                  // in the order of the text
  std::map<std::size_t, std::size_t> principal_of;  // source -> trait
};

auto standing(const Trait& trait) {
  return std::tuple{!trait.is_settled, trait.background.has_value(), trait.rank};
}

std::map<std::string, Bucket> buckets_of(const std::vector<Trait>& traits) {
  const std::string main = main_family_of(traits);
  std::map<std::string, Bucket> buckets;
  for (std::size_t i = 0; i < traits.size(); ++i) {
    const std::string name = bucket_of(traits[i], main);
    if (name.empty()) {
      continue;
    }
    Bucket& bucket = buckets[traits[i].dimension + '\n' + name];
    bucket.traits.push_back(i);
    std::vector<std::size_t> sources = traits[i].also_in;
    sources.push_back(traits[i].source);
    for (const std::size_t source : sources) {
      const auto [entry, is_new] = bucket.principal_of.try_emplace(source, i);
      if (!is_new && standing(traits[i]) < standing(traits[entry->second])) {
        entry->second = i;
      }
    }
  }
  return buckets;
}

struct Side {
  std::size_t group = 0;
  std::set<std::size_t> sources;        // that state its value anywhere
  std::vector<std::size_t> principals;  // traits that are the principal figure of a source
};

std::vector<Side> sides_of(const Bucket& bucket,
                           Groups& groups,
                           const SourcesOfGroups& sources_of) {
  std::map<std::size_t, Side> sides;
  for (const auto& [source, trait] : bucket.principal_of) {
    Side& side = sides[groups.of(trait)];
    side.group = groups.of(trait);
    side.sources = sources_of.of(side.group);
    side.principals.push_back(trait);
  }
  std::vector<Side> ranked;
  for (auto& [group, side] : sides) {
    auto& principals = side.principals;
    std::sort(principals.begin(), principals.end());
    principals.erase(std::unique(principals.begin(), principals.end()), principals.end());
    principals.resize(std::min(principals.size(), k_most_principals));
    ranked.push_back(std::move(side));
  }
  std::stable_sort(ranked.begin(), ranked.end(), [](const Side& a, const Side& b) {
    return a.sources.size() > b.sources.size();
  });
  ranked.resize(std::min(ranked.size(), k_most_groups));
  return ranked;
}

bool happens_once(const Trait& a, const Trait& b, const Concepts& concepts) {
  return !a.predicate.empty() && a.predicate == b.predicate &&
         has_attribute(a.predicate, "once", concepts);
}

bool moves(const Trait& trait, const Concepts& concepts) {
  const auto found = concepts.classes.find(trait.predicate);
  return found != concepts.classes.end() && found->second.moves != Change::none;
}

// People meet, write and resign every day: only the day of the incident that the story is about can
// be wrong, or the date of what happens once to the thing that both name.
bool dates_may_differ(const Trait& a, const Trait& b, const Concepts& concepts) {
  if (happens_once(a, b, concepts)) {
    return share_a_name(a, b) || share_an_anchor(a, b);
  }
  const std::string& family = a.family.empty() ? b.family : a.family;
  return a.is_main && b.is_main && has_attribute(family, "incident", concepts);
}

// What is counted must be more than "people whom somebody did something with", and how long
// something takes is told of too many things.
bool is_firm(const Trait& trait, const Concepts& concepts) {
  if (trait.sort == Sort::duration) {
    return false;
  }
  return trait.sort != Sort::count || trait.is_casualty || trait.is_ruled ||
         moves(trait, concepts) || (trait.head_is_class && !trait.counts_people);
}

// Heads match, or one was only guessed for a figure that changes from report to report.
bool measure_the_same(const Trait& a, const Trait& b, const Concepts& concepts) {
  const bool is_guess =
      (a.head_is_near || b.head_is_near) && has_attribute(a.predicate, "varies", concepts);
  return heads_match(a, b) || is_guess;
}

double width_of(const Interval& interval) {
  return interval.low && interval.high ? *interval.high - *interval.low : 0;
}

// Days of one event that contradict each other: further apart than the vaguer of them is wide.
bool days_differ(const Trait& a, const Trait& b, bool only_once) {
  const double apart = distance_between(a.allowed, b.allowed);
  if (only_once) {
    return true;
  }
  return apart <= k_widest_days && apart > std::max(width_of(a.allowed), width_of(b.allowed));
}

double widest_ratio(const Trait& a, const Trait& b, const Concepts& concepts) {
  if (a.sort == Sort::measure && !a.place.empty() && !b.place.empty()) {
    return k_widest_bearing_ratio;
  }
  const bool is_count = a.sort == Sort::count && !moves(a, concepts);
  return is_count ? k_widest_count_ratio : k_widest_ratio;
}

bool are_in_range(const Trait& a, const Trait& b, const Concepts& concepts) {
  if (a.sort == Sort::date) {
    return days_differ(a, b, happens_once(a, b, concepts));
  }
  if (a.sort == Sort::time) {
    return distance_between(a.allowed, b.allowed) <= k_widest_minutes;
  }
  const double left = std::abs(a.allowed.low ? *a.allowed.low : a.allowed.high.value_or(0));
  const double right = std::abs(b.allowed.low ? *b.allowed.low : b.allowed.high.value_or(0));
  const double smaller = std::min(left, right);
  return smaller > 0 && std::max(left, right) / smaller <= widest_ratio(a, b, concepts);
}

// What the two sentences must have in common besides classes.
bool contexts_match(const Trait& a, const Trait& b, bool only_once) {
  const double likeness = context_likeness(a, b);
  const bool is_located = a.sort == Sort::measure && !a.place.empty() && !b.place.empty();
  if (a.sort == Sort::age || only_once || is_located || a.dimension == name_of(Kind::magnitude)) {
    return true;
  }
  if (a.sort == Sort::count && a.is_casualty && a.is_ruled && b.is_ruled) {
    return likeness >= k_least_context || share_a_name(a, b);
  }
  if (a.sort == Sort::time && distance_between(a.allowed, b.allowed) <= k_near_minutes) {
    return true;
  }
  if (a.dimension == name_of(Kind::percent)) {
    return likeness >= k_percent_context;
  }
  return likeness >= (share_a_name(a, b) ? k_least_context : k_nameless_context);
}

bool may_differ(const Trait& a, const Trait& b, const Concepts& concepts) {
  return figures_may_differ(a, b, concepts) && contexts_match(a, b, happens_once(a, b, concepts));
}

bool sides_differ(const Side& a,
                  const Side& b,
                  const std::vector<Trait>& traits,
                  const Concepts& concepts) {
  for (const std::size_t left : a.principals) {
    for (const std::size_t right : b.principals) {
      if (may_differ(traits[left], traits[right], concepts)) {
        return true;
      }
    }
  }
  return false;
}

// Its figures change from report to report, and the class of what they measure is known.
bool side_varies(const Side& side, const std::vector<Trait>& traits, const Concepts& concepts) {
  return std::all_of(side.principals.begin(), side.principals.end(), [&](std::size_t index) {
    const Trait& trait = traits[index];
    return trait.sort == Sort::figure && has_attribute(trait.predicate, "varies", concepts);
  });
}

}  // namespace

bool figures_may_differ(const Trait& a, const Trait& b, const Concepts& concepts) {
  if (a.sort == Sort::date && !dates_may_differ(a, b, concepts)) {
    return false;
  }
  return a.is_settled == b.is_settled && !a.is_vague && !b.is_vague && !a.is_speech &&
         !b.is_speech && !a.is_narrated && !b.is_narrated && is_firm(a, concepts) &&
         is_firm(b, concepts) && measure_the_same(a, b, concepts) && predicates_go_together(a, b) &&
         circumstances_go_together(a, b) && times_go_together(a, b) && are_in_range(a, b, concepts);
}

void join_differing(Groups& groups, const std::vector<Trait>& traits, const Concepts& concepts) {
  SourcesOfGroups sources(groups, traits);
  for (const auto& [name, bucket] : buckets_of(traits)) {
    const std::vector<Side> sides = sides_of(bucket, groups, sources);
    for (std::size_t i = 0; i < sides.size(); ++i) {
      for (std::size_t j = i + 1; j < sides.size(); ++j) {
        const bool varies =
            side_varies(sides[i], traits, concepts) && side_varies(sides[j], traits, concepts);
        const bool is_shared = have_common(sides[i].sources, sides[j].sources);
        if ((is_shared && !varies) || !sides_differ(sides[i], sides[j], traits, concepts)) {
          continue;
        }
        if (varies) {
          sources.join(groups, sides[i].group, sides[j].group);
        } else {
          sources.join_unless_shared(groups, sides[i].group, sides[j].group);
        }
      }
    }
  }
}

}  // namespace tally
