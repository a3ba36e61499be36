// SPDX-License-Identifier: Apache-2.0
// How much speaks for two claims being about the same fact.
#include "compare/affinity.h"

#include <algorithm>
#include <cmath>
#include <iterator>

#include "compare/kinship.h"
#include "compare/name.h"
#include "compare/shingle.h"

namespace tally {
namespace {

// Points for each thing that two claims share or contradict, by sort. Measured on the development
// stories of shared facts; docs/verdicts.md explains them.
struct Points {
  double predicate;        // same class
  double family;           // same family of events
  double near_family;      // the event of one stands in the sentence of the other
  double other_predicate;  // both known and different
  double head;             // same head, not the broadest
  double kin;              // one head is a kind of the other
  double other_head;       // both known and different
  double context;          // times the cosine of the contexts
};

constexpr Points k_count{2.5, 0.5, 0.5, -1.5, 1.5, 1.0, -2.5, 4};
constexpr Points k_figure{2.0, 0.5, 0.25, -1.5, 2.0, 1.0, -1.5, 4};
constexpr Points k_measure{2.0, 0.5, 0.25, -1.0, 2.0, 1.0, -1.0, 4};
constexpr Points k_date{3.0, 2.5, 2.0, -2.0, 0.5, 0.25, 0, 4};
constexpr Points k_time{2.5, 2.0, 1.5, -2.5, 0.5, 0.25, 0, 4};
constexpr Points k_duration{1.5, 1.0, 0.5, -1.5, 1.5, 1.0, -1.0, 4};
constexpr Points k_age{0.25, 0.25, 0, 0, 1.5, 1.0, -1.5, 2};

constexpr double k_verbatim = 4;
constexpr double k_same_object = 1.5;
constexpr double k_other_object = -2;
constexpr double k_same_place = 1;
constexpr double k_same_bearing = 3;    // a distance from the same place
constexpr double k_other_bearing = -6;  // a distance from another place
constexpr double k_same_owner = 5;
constexpr double k_part_owner = 3.5;
constexpr double k_other_owner = -8;
constexpr double k_only_of_age = 2;
constexpr double k_unnamed = 0.5;      // nobody of that age has a name
constexpr double k_other_time = -1.5;  // one of them is about an earlier event
constexpr double k_same_casualty = 0.5;
constexpr double k_other_casualty = -2.5;  // the dead are not the wounded
constexpr double k_main_day = 1.25;
constexpr double k_bare_day = 1.5;
constexpr double k_unlike_speech = -1;  // the day of the telling is not the day of the event
constexpr double k_unlike_scope = -0.75;
constexpr double k_widest_ratio = 1.5;  // of an open end to a value that agrees with it

const Points& points_of(Sort sort) {
  switch (sort) {
    case Sort::count:
      return k_count;
    case Sort::figure:
      return k_figure;
    case Sort::measure:
      return k_measure;
    case Sort::date:
      return k_date;
    case Sort::time:
      return k_time;
    case Sort::duration:
      return k_duration;
    case Sort::age:
      return k_age;
  }
  return k_figure;
}

class Tally {
 public:
  void add(double points, std::string_view what) {
    sum_.points += points;
    if (points > 0) {
      sum_.why += sum_.why.empty() ? "" : ", ";
      sum_.why += what;
    }
  }
  Affinity sum() { return std::move(sum_); }

 private:
  Affinity sum_;
};

// Nothing in the sentence says what happened then.
bool is_bare(const Trait& trait) {
  return trait.family.empty() && !trait.any_event && !trait.is_speech &&
         trait.near_families.empty();
}

// How near the event of one claim stands to the figure of the other: 1 for its nearest event, less
// for the next ones, 0 when the sentence does not speak of it.
double nearness(const Trait& event, const Trait& sentence) {
  const auto& families = sentence.near_families;
  const auto found = std::find(families.begin(), families.end(), event.family);
  if (event.family.empty() || found == families.end()) {
    return 0;
  }
  return 1.0 / static_cast<double>(1 + std::distance(families.begin(), found));
}

void add_predicates(Tally& tally, const Trait& a, const Trait& b, const Points& points) {
  const double near = std::max(nearness(a, b), nearness(b, a)) * points.near_family;
  switch (kinship_of_predicates(a, b)) {
    case Kinship::same:
      return tally.add(points.predicate + (a.is_casualty ? k_same_casualty : 0), "predicate");
    case Kinship::kin:
      if (a.sort == Sort::count && a.is_casualty && b.is_casualty) {
        return tally.add(k_other_casualty, "");
      }
      return tally.add(points.family, "kind of event");
    case Kinship::other:
      // "More than 1,500 died" goes with any larger number, so the event must be the same.
      return near > 0 && !((a.is_open || b.is_open) && (a.is_casualty || b.is_casualty))
                 ? tally.add(near, "event near")
                 : tally.add(points.other_predicate, "");
    case Kinship::unknown:
      return tally.add(near, "event near");
  }
}

void add_heads(Tally& tally, const Trait& a, const Trait& b, const Points& points) {
  switch (kinship_of_heads(a, b)) {
    case Kinship::same:
      return tally.add(points.head, "head");
    case Kinship::kin:
      return tally.add(points.kin, "kind of head");
    case Kinship::other:
      return tally.add(points.other_head, "");
    case Kinship::unknown:
      return;
  }
}

void add_owner(Tally& tally, const Trait& a, const Trait& b) {
  if (a.owner.empty() || b.owner.empty()) {
    const bool nobody_named = a.sort == Sort::age && !a.has_namesake && !b.has_namesake;
    return tally.add(a.only_of_age && b.only_of_age ? k_only_of_age
                     : nobody_named                 ? k_unnamed
                                                    : 0,
                     "only one of that age");
  }
  switch (match_of_names(a.owner, b.owner)) {
    case NameMatch::same:
      return tally.add(k_same_owner, "name");
    case NameMatch::part:
      return tally.add(k_part_owner, "part of the name");
    case NameMatch::other:
      return tally.add(k_other_owner, "");
  }
}

void add_place(Tally& tally, const Trait& a, const Trait& b) {
  if (a.place.empty() || b.place.empty()) {
    return;
  }
  const bool is_bearing = a.sort == Sort::measure;
  if (match_of_names(a.place, b.place) != NameMatch::other) {
    tally.add(is_bearing ? k_same_bearing : k_same_place, "place");
  } else if (is_bearing) {
    tally.add(k_other_bearing, "");
  }
}

}  // namespace

bool values_are_alike(const Trait& a, const Trait& b) {
  if (!meet(a.allowed, b.allowed)) {
    return false;
  }
  if (!a.is_open && !b.is_open) {
    return true;
  }
  if (a.is_vague && b.is_vague) {
    return a.allowed == b.allowed;  // hundreds are not thousands, though both may be 1,000
  }
  const double left = std::abs(a.allowed.low ? *a.allowed.low : a.allowed.high.value_or(0));
  const double right = std::abs(b.allowed.low ? *b.allowed.low : b.allowed.high.value_or(0));
  if (a.sort == Sort::date || a.sort == Sort::time || std::min(left, right) == 0) {
    return true;
  }
  const bool both_bounded = a.allowed.low && a.allowed.high && b.allowed.low && b.allowed.high;
  return both_bounded || std::max(left, right) / std::min(left, right) <= k_widest_ratio;
}

Affinity affinity_of(const Trait& a, const Trait& b) {
  const Points& points = points_of(a.sort);
  Tally tally;
  const bool one_sentence = a.source == b.source && a.sentence == b.sentence;
  if (!one_sentence && near_verbatim(a.runs, b.runs)) {
    tally.add(k_verbatim, "the same sentence");
  }
  add_predicates(tally, a, b, points);
  add_heads(tally, a, b, points);
  add_owner(tally, a, b);
  add_place(tally, a, b);
  if (!a.object.empty() && !b.object.empty()) {
    tally.add(a.object == b.object ? k_same_object : k_other_object, "object");
  }
  tally.add(std::min(a.rarity, b.rarity), "unusual value");
  tally.add(one_sentence ? 0 : points.context * context_likeness(a, b), "context");
  if (a.on_main_day && b.on_main_day) {
    const bool either_is_bare = is_bare(a) || is_bare(b);
    tally.add(k_main_day + (either_is_bare ? k_bare_day : 0), "day of the event");
  }
  if (a.is_speech != b.is_speech && a.sort == Sort::date) {
    tally.add(k_unlike_speech, "");
  }
  if (!times_go_together(a, b)) {
    tally.add(k_other_time, "");
  }
  if (a.is_whole != b.is_whole) {
    tally.add(k_unlike_scope, "");
  }
  return tally.sum();
}

}  // namespace tally
