// SPDX-License-Identifier: Apache-2.0
// Sources of one language joined into one.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "rules/pack_file.h"

namespace tally {

// Moves what `from` holds, a file of the pack `layer` of a stack, behind what `into` holds. Lists
// grow; inflections and, from layer 1 on, shapes of a name that is there replace. Files come in the
// order of their layers.
void merge(PackSource& into, PackSource& from, std::size_t layer);

// Adds the entries and includes of a class to those of another one.
void extend_class(ClassSource& base, ClassSource& more);

}  // namespace tally
