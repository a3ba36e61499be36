// SPDX-License-Identifier: Apache-2.0
// What linking looks at in a claim, prepared once.
#include "compare/trait.h"

#include <algorithm>
#include <string_view>

#include "base/text.h"
#include "compare/key.h"
#include "compare/meaning.h"
#include "compare/rarity.h"
#include "compare/setting.h"
#include "compare/shingle.h"

namespace tally {
namespace {

constexpr double k_month = 27;  // days: shorter dates link as they are written
constexpr std::size_t k_longest_line = 8;

Sort sort_of(Kind kind) {
  switch (kind) {
    case Kind::count:
    case Kind::number:
    case Kind::ordinal:
      return Sort::count;
    case Kind::money:
    case Kind::percent:
    case Kind::ratio:
    case Kind::rate:
    case Kind::magnitude:
    case Kind::other:
      return Sort::figure;
    case Kind::length:
    case Kind::area:
    case Kind::mass:
    case Kind::volume:
    case Kind::temperature:
    case Kind::speed:
    case Kind::pressure:
    case Kind::power:
    case Kind::energy:
    case Kind::frequency:
    case Kind::data:
    case Kind::angle:
      return Sort::measure;
    case Kind::date:
      return Sort::date;
    case Kind::time:
      return Sort::time;
    case Kind::duration:
      return Sort::duration;
    case Kind::age:
      return Sort::age;
  }
  return Sort::figure;
}

bool says_something(const Claim& claim) {
  const Value& value = claim.mention.value;
  const bool bare =
      value.kind == Kind::ordinal || value.kind == Kind::number || value.kind == Kind::other;
  if ((bare && claim.predicate.empty()) || (!value.low && !value.high)) {
    return false;
  }
  return claim.stance != Stance::retracted;
}

Trait trait_of(const Claim& claim,
               std::size_t index,
               const Document& source,
               const Concepts& concepts) {
  Trait trait;
  const Value& value = claim.mention.value;
  trait.claim = index;
  trait.source = claim.source;
  trait.sentence = claim.mention.sentence;
  trait.sort = sort_of(value.kind);
  trait.dimension = dimension_of(claim);
  fill_meaning(trait, claim, concepts);
  Value unbounded = value;
  if (value.kind != Kind::time || value.modifier != Modifier::approx) {
    unbounded.bound = Bound::none;
  }
  if (value.kind == Kind::date && value.high && value.low && *value.high - *value.low < k_month) {
    unbounded.modifier = Modifier::exact;  // "last week" is told from the day after it
  }
  trait.allowed = interval_of(unbounded);
  if (trait.sort == Sort::duration && source.published &&
      has_attribute(claim.predicate, "start", concepts)) {
    trait.sort = Sort::date;  // what has lasted for a decade began a decade ago
    trait.dimension = name_of(Kind::date);
    trait.allowed = start_implied_by(value, *source.published);
  }
  if (trait.sort == Sort::age && source.published && value.low) {
    trait.born = birth_interval(value, *source.published);
  }
  trait.is_vague = value.modifier == Modifier::vague;
  trait.is_open = value.modifier == Modifier::vague || !value.low || !value.high;
  trait.is_narrated = value.kind == Kind::date && value.time && value.time->anchor &&
                      value.time->anchor->from == "mention";
  trait.rarity = rarity_of(value, source.published);
  trait.runs = shingles_of(claim.sentence);
  trait.is_ruled = claim.rule_rev > 0;
  trait.is_settled = claim.stance == Stance::asserted || claim.stance == Stance::attributed;
  trait.is_whole = claim.scope == Scope::whole || claim.scope == Scope::including;
  trait.rank = claim.mention.span.begin;
  for (const std::string& name : claim.names) {
    const std::vector<std::string> words = plain_words(name);
    trait.names.insert(trait.names.end(), words.begin(), words.end());
  }
  std::sort(trait.names.begin(), trait.names.end());
  const bool has_named_subject =
      trait.is_ruled && !claim.subject.empty() && is_upper(code_point_at(claim.subject, 0).value);
  if (has_named_subject) {
    trait.bearer = claim.subject;
  } else if (!claim.names.empty()) {
    trait.bearer = claim.names.front();
  }
  return trait;
}

}  // namespace

bool share_a_name(const Trait& a, const Trait& b) {
  return std::find_first_of(a.names.begin(), a.names.end(), b.names.begin(), b.names.end()) !=
         a.names.end();
}

std::vector<std::string> line_of(const std::string& class_name, const Concepts& concepts) {
  std::vector<std::string> line;
  std::string name = class_name;
  while (!name.empty() && line.size() < k_longest_line) {
    line.push_back(name);
    const auto found = concepts.classes.find(name);
    name = found == concepts.classes.end() ? std::string{} : found->second.broader;
  }
  return line;
}

bool has_attribute(const std::string& class_name,
                   const std::string& attribute,
                   const Concepts& concepts) {
  const auto found = concepts.classes.find(class_name);
  return found != concepts.classes.end() && found->second.attributes.contains(attribute);
}

bool moves(const Trait& trait, const Concepts& concepts) {
  const auto found = concepts.classes.find(trait.predicate);
  return found != concepts.classes.end() && found->second.moves != Change::none;
}

std::vector<Trait> traits_of(std::span<const Claim> claims,
                             const std::vector<std::size_t>& indices,
                             std::span<const Document> sources,
                             const Concepts& concepts) {
  std::vector<Trait> traits;
  for (const std::size_t index : indices) {
    if (says_something(claims[index])) {
      traits.push_back(trait_of(claims[index], index, sources[claims[index].source], concepts));
    }
  }
  set_in_story(traits, claims, sources, concepts);
  return traits;
}

std::size_t common_words(const Trait& a, const Trait& b) {
  std::size_t common = 0;
  for (const auto& [stem, weight] : a.context) {
    const auto other = std::lower_bound(
        b.context.begin(), b.context.end(), stem, [](const auto& word, std::uint32_t wanted) {
          return word.first < wanted;
        });
    if (other != b.context.end() && other->first == stem) {
      ++common;
    }
  }
  return common;
}

double context_likeness(const Trait& a, const Trait& b) {
  double likeness = 0;
  auto left = a.context.begin();
  auto right = b.context.begin();
  while (left != a.context.end() && right != b.context.end()) {
    if (left->first == right->first) {
      likeness += left->second * right->second;
      ++left;
      ++right;
    } else if (left->first < right->first) {
      ++left;
    } else {
      ++right;
    }
  }
  return likeness;
}

}  // namespace tally
