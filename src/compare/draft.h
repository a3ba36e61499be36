// SPDX-License-Identifier: Apache-2.0
// How each figure of a draft stands to the sources it was compared with.
#pragma once

#include <cstddef>
#include <vector>

#include "model/draft.h"

namespace tally {

// Every figure of the source `draft` of `comparison`, in order of its text. A figure is supported
// by claims that say the same, or something within what the draft says; claims that say less are
// only consistent with it. Origins are counted without the draft, which may have copied from
// several. A difference that somebody has dismissed is shown and does not count.
std::vector<DraftFigure> draft_figures(const Comparison& comparison, std::size_t draft);

}  // namespace tally
