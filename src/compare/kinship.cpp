// SPDX-License-Identifier: Apache-2.0
// How the heads, predicates and circumstances of two claims are related.
#include "compare/kinship.h"

#include <algorithm>
#include <string>
#include <vector>

#include "compare/name.h"

namespace tally {
namespace {

bool stands_in(const std::string& name, const std::vector<std::string>& line) {
  return std::find(line.begin(), line.end(), name) != line.end();
}

}  // namespace

Kinship kinship_of_heads(const Trait& a, const Trait& b) {
  if (a.head.empty() || b.head.empty()) {
    return Kinship::unknown;
  }
  if (a.head == b.head) {
    return Kinship::same;
  }
  if (stands_in(a.head, b.head_line) || stands_in(b.head, a.head_line)) {
    return Kinship::kin;
  }
  if (a.head_line.back() == b.head_line.back()) {
    return Kinship::kin;
  }
  const bool is_sure = a.head_is_class == b.head_is_class && !a.head_is_near && !b.head_is_near;
  return is_sure ? Kinship::other : Kinship::unknown;
}

Kinship kinship_of_predicates(const Trait& a, const Trait& b) {
  if (a.any_event && b.any_event) {
    return Kinship::kin;
  }
  if (a.predicate.empty() || b.predicate.empty()) {
    const bool wild =
        (a.any_event && !b.predicate.empty()) || (b.any_event && !a.predicate.empty());
    return wild ? Kinship::kin : Kinship::unknown;
  }
  if (a.predicate == b.predicate) {
    return Kinship::same;
  }
  return a.family == b.family ? Kinship::kin : Kinship::other;
}

bool heads_go_together(const Trait& a, const Trait& b) {
  return kinship_of_heads(a, b) != Kinship::other;
}

bool heads_match(const Trait& a, const Trait& b) {
  const bool only_one_is_known =
      a.is_casualty && b.is_casualty && a.head_is_class != b.head_is_class;
  return a.head.empty() || b.head.empty() || only_one_is_known || a.head == b.head ||
         stands_in(a.head, b.head_line) || stands_in(b.head, a.head_line);
}

bool predicates_go_together(const Trait& a, const Trait& b) {
  return kinship_of_predicates(a, b) != Kinship::other;
}

bool circumstances_go_together(const Trait& a, const Trait& b) {
  const bool owners =
      a.owner.empty() || b.owner.empty() || match_of_names(a.owner, b.owner) != NameMatch::other;
  const bool objects = a.object.empty() || b.object.empty() || a.object == b.object;
  const bool places = a.sort != Sort::measure || a.place.empty() || b.place.empty() ||
                      match_of_names(a.place, b.place) != NameMatch::other;
  return owners && objects && places;
}

bool times_go_together(const Trait& a, const Trait& b) {
  if (a.sort == Sort::date) {
    return true;  // the dates themselves are compared
  }
  if (a.background && b.background) {
    return meet(*a.background, *b.background);
  }
  return !a.background && !b.background;
}

}  // namespace tally
