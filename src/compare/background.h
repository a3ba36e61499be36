// SPDX-License-Identifier: Apache-2.0
// Which event a figure belongs to, by the dates beside it.
#pragma once

#include <span>
#include <vector>

#include "compare/trait.h"
#include "model/document.h"

namespace tally {

// Fills `background`: dates long before the story mark the figures of their sentence, and of the
// next ones, that speak of the same kind of event. The main event must be known.
void fill_backgrounds(std::vector<Trait>& traits, std::span<const Document> sources);

// Fills `event_days`: the nearest date of its event that stands in the sentence is the day of a
// count of people.
void fill_event_days(std::vector<Trait>& traits);

}  // namespace tally
