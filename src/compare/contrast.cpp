// SPDX-License-Identifier: Apache-2.0
// When two figures with different values can be taken for the same thing told differently.
#include "compare/contrast.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "compare/kinship.h"
#include "compare/name.h"

namespace tally {
namespace {

// Figures further apart hardly mean the same thing (a slipped point: 10).
constexpr double k_widest_ratio = 11;
constexpr double k_widest_count_ratio = 4;
constexpr double k_widest_bearing_ratio = 2;
// A part is smaller than this share of the whole; nearer figures are the same with another word.
constexpr double k_widest_part = 1.5;
constexpr double k_widest_days = 31;  // so do days, unless the event happens only once
constexpr double k_widest_minutes = 180;
constexpr double k_near_minutes = 45;  // times of one event so near need no more in common

// Cosines of the contexts. Of two claims of the development stories that have nothing to do with
// each other one pair in five reaches the first, one in twenty the second, one in forty the third.
constexpr double k_some_context = 0.065;
constexpr double k_much_context = 0.22;
constexpr double k_most_context = 0.32;

// The name nearest to either figure is the same, or stands in the other's sentence where a rule
// says what the figure belongs to.
bool share_a_bearer(const Trait& a, const Trait& b) {
  const bool both_ruled = a.is_ruled && b.is_ruled && !a.head.empty() && a.head == b.head;
  if (both_ruled && share_a_name(a, b)) {
    return true;
  }
  return !a.bearer.empty() && match_of_names(a.bearer, b.bearer) != NameMatch::other;
}

// People meet, write and resign every day: only the day of the incident that the story is about can
// be wrong, or the date of what happens once to the thing that both name.
bool dates_may_differ(const Trait& a, const Trait& b, const Concepts& concepts) {
  if (happens_once(a, b, concepts)) {
    return share_a_bearer(a, b) || share_an_anchor(a, b);
  }
  if (!a.predicate.empty() && a.predicate == b.predicate && share_an_anchor(a, b)) {
    return true;
  }
  const std::string& family = a.family.empty() ? b.family : a.family;
  return a.is_main && b.is_main && has_attribute(family, "incident", concepts);
}

// A sum of money, a share or a rate says what it is by the head that it measures or by a predicate
// with one sum to it ("acquired"); many others stand beside "rose", "paid" and "worth".
bool is_known_sum(const Trait& trait, const Concepts& concepts) {
  return trait.dimension == name_of(Kind::magnitude) || trait.is_ruled ||
         has_attribute(trait.predicate, "sum", concepts) ||
         (!trait.head.empty() && !trait.head_is_near);
}

// The strongest aftershock is not the quake: a magnitude of something else than the incident is
// compared with one of the same.
bool tremors_go_together(const Trait& a, const Trait& b, const Concepts& concepts) {
  const auto may_be_the_incident = [&](const Trait& trait) {
    return trait.predicate.empty() || has_attribute(trait.predicate, "incident", concepts);
  };
  return a.dimension != name_of(Kind::magnitude) || a.predicate == b.predicate ||
         (may_be_the_incident(a) && may_be_the_incident(b));
}

// Nobody else's age stands beside another one.
bool owners_are_known(const Trait& a, const Trait& b) {
  return a.sort != Sort::age || (!a.owner.empty() && !b.owner.empty());
}

// Heads match, or one was only guessed for a figure that changes from report to report.
bool measure_the_same(const Trait& a, const Trait& b, const Concepts& concepts) {
  const bool is_guess =
      (a.head_is_near || b.head_is_near) && has_attribute(a.predicate, "varies", concepts);
  return heads_match(a, b) || is_guess;
}

// "97 people were killed", "11 soldiers were killed": the narrower word with the smaller figure
// counts a part.
bool is_part_of_other(const Trait& a, const Trait& b) {
  if (a.sort != Sort::count || a.head == b.head || a.head.empty() || b.head.empty()) {
    return false;
  }
  const bool a_is_narrower =
      std::find(a.head_line.begin(), a.head_line.end(), b.head) != a.head_line.end();
  const Trait& narrow = a_is_narrower ? a : b;
  const Trait& wide = a_is_narrower ? b : a;
  return distance_between(narrow.allowed, wide.allowed) > 0 && narrow.allowed.high &&
         wide.allowed.low && *narrow.allowed.high < *wide.allowed.low / k_widest_part;
}

// Both sentences date their event, and the days are apart.
bool days_go_together(const Trait& a, const Trait& b) {
  return a.sort == Sort::date || !a.event_days || !b.event_days ||
         meet(*a.event_days, *b.event_days);
}

// Bail, a sentence and the price of a share have somebody, or something, whose they are.
bool bearers_go_together(const Trait& a, const Trait& b, const Concepts& concepts) {
  if (!has_attribute(a.predicate, "personal", concepts)) {
    return true;
  }
  return !a.bearer.empty() && match_of_names(a.bearer, b.bearer) != NameMatch::other;
}

double width_of(const Interval& interval) {
  return interval.low && interval.high ? *interval.high - *interval.low : 0;
}

// Days of one event that contradict each other: further apart than the vaguer of them is wide.
bool days_differ(const Trait& a, const Trait& b, bool only_once) {
  const double apart = distance_between(a.allowed, b.allowed);
  if (only_once || share_an_anchor(a, b)) {
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

}  // namespace

bool happens_once(const Trait& a, const Trait& b, const Concepts& concepts) {
  return !a.predicate.empty() && a.predicate == b.predicate &&
         has_attribute(a.predicate, "once", concepts);
}

bool figures_may_differ(const Trait& a, const Trait& b, const Concepts& concepts) {
  if (a.sort == Sort::date && !dates_may_differ(a, b, concepts)) {
    return false;
  }
  const bool varies = has_attribute(a.predicate, "varies", concepts);
  return (a.is_settled == b.is_settled || varies) && !a.is_vague && !b.is_vague && !a.is_speech &&
         !b.is_speech && !a.is_narrated && !b.is_narrated && owners_are_known(a, b) &&
         measure_the_same(a, b, concepts) && predicates_go_together(a, b) &&
         circumstances_go_together(a, b) && bearers_go_together(a, b, concepts) &&
         tremors_go_together(a, b, concepts) && !is_part_of_other(a, b) && days_go_together(a, b) &&
         times_go_together(a, b) && are_in_range(a, b, concepts);
}

bool is_known_thing(const Trait& trait, const Concepts& concepts) {
  switch (trait.sort) {
    case Sort::duration:
      return trait.is_ruled && has_attribute(trait.predicate, "personal", concepts);
    case Sort::figure:
      return is_known_sum(trait, concepts);
    case Sort::count:
      return trait.is_casualty || trait.is_ruled || moves(trait, concepts) ||
             (!trait.predicate.empty() && trait.head_is_class && !trait.counts_people);
    case Sort::measure:
    case Sort::date:
    case Sort::time:
    case Sort::age:
      return true;
  }
  return true;
}

bool is_seldom_two(const Trait& trait) {
  return trait.is_casualty || trait.is_ruled || trait.sort == Sort::date ||
         trait.sort == Sort::time;
}

bool contexts_match(const Trait& a, const Trait& b, const Concepts& concepts) {
  const double likeness = context_likeness(a, b);
  const bool is_located = a.sort == Sort::measure && !a.place.empty() && !b.place.empty();
  const bool is_somebodys =
      has_attribute(a.predicate, "personal", concepts) && a.is_ruled && b.is_ruled;
  if (a.sort == Sort::age || is_located || is_somebodys || happens_once(a, b, concepts) ||
      a.dimension == name_of(Kind::magnitude)) {
    return true;
  }
  if (a.sort == Sort::count && a.is_casualty && a.is_ruled && b.is_ruled && a.of_incident) {
    return likeness >= k_some_context || share_a_name(a, b);
  }
  if (a.sort == Sort::time && distance_between(a.allowed, b.allowed) <= k_near_minutes) {
    return true;
  }
  if (a.dimension == name_of(Kind::percent)) {
    return likeness >= k_most_context;
  }
  return likeness >= (share_a_name(a, b) ? k_some_context : k_much_context);
}

}  // namespace tally
