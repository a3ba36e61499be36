// SPDX-License-Identifier: Apache-2.0
// What only the whole story tells about a claim: rare words, earlier events, the main event.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "compare/trait.h"

namespace tally {

// Fills the members of the traits of one story that depend on the others: context, background,
// is_main, of_incident, on_main_day, has_namesake and only_of_age. `claims` are those that the
// traits index.
void set_in_story(std::vector<Trait>& traits,
                  std::span<const Claim> claims,
                  std::span<const Document> sources,
                  const Concepts& concepts);

// The event family that most dates and times of the story belong to; empty when none does.
std::string main_family_of(const std::vector<Trait>& traits);

}  // namespace tally
