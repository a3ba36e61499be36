// SPDX-License-Identifier: Apache-2.0
// What a claim means to linking: its predicate, its head, and whose figure it is.
#include "compare/meaning.h"

#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"

namespace tally {
namespace {

constexpr std::size_t k_most_families = 4;
constexpr std::string_view k_people = "people";  // the class of heads that contains all persons
constexpr std::string_view k_stands_for = "as:";

const Concept* meaning_of(const std::string& class_name, const Concepts& concepts) {
  const auto found = concepts.classes.find(class_name);
  return found == concepts.classes.end() ? nullptr : &found->second;
}

// "The dead" are what "killed" is said of: a head with the attribute "as:killed" is a predicate.
std::string predicate_of_head(const std::string& head, const Concepts& concepts) {
  const Concept* meaning = meaning_of(head, concepts);
  if (meaning != nullptr) {
    for (const std::string& attribute : meaning->attributes) {
      if (attribute.starts_with(k_stands_for)) {
        return attribute.substr(k_stands_for.size());
      }
    }
  }
  return {};
}

// A sum ("two women and a man") has no predicate of its own: each part has. "One of the wounded"
// does not count the wounded.
void fill_predicate(Trait& trait, const Claim& claim, const Concepts& concepts) {
  const std::string of_head = predicate_of_head(claim.head, concepts);
  const bool is_some_of_them = !of_head.empty() && claim.scope == Scope::part;
  if (claim.mention.part == Part::sum || is_some_of_them) {
    return;
  }
  const std::string predicate = of_head.empty() ? claim.predicate : of_head;
  if (claim.mention.value.kind == Kind::magnitude &&
      !has_attribute(predicate, "seismic", concepts)) {
    return;  // "a quake of magnitude 7 killed 40": only quakes and their aftershocks have one
  }
  trait.any_event = has_attribute(predicate, "any_event", concepts);
  trait.is_speech = has_attribute(predicate, "speech", concepts);
  if (!trait.any_event && !trait.is_speech) {
    trait.predicate = predicate;
    const std::vector<std::string> line = line_of(predicate, concepts);
    trait.family = line.empty() ? std::string{} : line.back();
    trait.is_casualty = has_attribute(predicate, "casualty", concepts);
  }
  for (const std::string& name : claim.classes) {
    const Concept* meaning = meaning_of(name, concepts);
    const bool tells = meaning != nullptr && meaning->is_predicate &&
                       !meaning->attributes.contains("speech") &&
                       !meaning->attributes.contains("any_event");
    if (tells && trait.near_families.size() < k_most_families) {
      trait.near_families.push_back(line_of(name, concepts).back());
    }
  }
}

// The head noun; for figures without one, the nearest noun of the sentence that is measured.
void fill_head(Trait& trait, const Claim& claim, const Concepts& concepts) {
  const Concept* meaning = meaning_of(claim.head, concepts);
  trait.head_is_class = meaning != nullptr && meaning->is_head;
  const bool counts = trait.sort == Sort::count;
  if (trait.head_is_class ? predicate_of_head(claim.head, concepts).empty() : counts) {
    trait.head = claim.head;
  }
  if (trait.head.empty() && (trait.sort == Sort::figure || trait.sort == Sort::measure)) {
    for (const std::string& name : claim.classes) {
      if (has_attribute(name, "measured", concepts)) {
        trait.head = name;
        trait.head_is_class = true;
        trait.head_is_near = true;
        break;
      }
    }
  }
  trait.head_line = line_of(trait.head, concepts);
  trait.counted = claim.head;
  const std::vector<std::string> line = line_of(claim.head, concepts);
  trait.counts_people = !line.empty() && line.back() == k_people;
}

// A capital that is not just the role noun of a headline ("Boy, 16") makes a name, unless it only
// says which man is meant ("Boston man").
bool is_name(const Claim& claim, const Trait& trait) {
  const std::size_t last_word = claim.subject.find_last_of(' ') + 1;
  if (claim.subject.empty() || !is_upper(code_point_at(claim.subject, 0).value) ||
      !is_upper(code_point_at(claim.subject, last_word).value)) {
    return false;
  }
  return !trait.head_is_class || claim.subject.find(' ') != std::string::npos;
}

}  // namespace

void fill_meaning(Trait& trait, const Claim& claim, const Concepts& concepts) {
  fill_predicate(trait, claim, concepts);
  fill_head(trait, claim, concepts);
  trait.object = claim.object;
  // A measure is measured from its place only where the predicate says so; else it just lies there.
  if (trait.sort != Sort::measure || has_attribute(claim.predicate, "bearing", concepts)) {
    trait.place = folded(claim.place);
  }
  if (trait.sort == Sort::age && is_name(claim, trait)) {
    trait.owner = claim.subject;
  }
}

}  // namespace tally
