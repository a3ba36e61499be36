// SPDX-License-Identifier: Apache-2.0
// What the sources say on each figure of a draft.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "model/finding.h"

namespace tally {

// How a figure of a draft stands to the sources, gravest first.
enum class DraftMark {
  contradicted,  // a source cannot be true if the draft is
  unsettled,  // a source differs, and not because one of them must be wrong: update, scope, unclear
  no_source,  // no source says anything on it that could be linked
  consistent,  // sources allow it, but are less exact: "last year" for a day in July
  supported,   // a source says the same
  not_checked  // not understood, or nothing is said of it that could be compared
};

struct DraftFigure {
  Span span;                         // bytes in the draft's text, with the noun it counts
  std::optional<std::size_t> claim;  // index into Comparison::claims; absent: not checked
  DraftMark mark = DraftMark::not_checked;
  std::size_t origins = 0;                // independent tellings among `support`
  std::vector<std::size_t> support;       // claims of sources that say the same
  std::vector<std::size_t> consistent;    // claims of sources that allow it
  std::vector<std::size_t> differences;   // findings other than agreement, gravest first
  std::vector<std::size_t> equal_values;  // of a figure in no source: claims of sources with its
                                          // value that were not linked to it

  friend bool operator==(const DraftFigure&, const DraftFigure&) = default;
};

// A draft compared with its sources.
struct DraftCheck {
  Comparison comparison;             // of the sources and the draft
  std::size_t draft = 0;             // its index among the sources of the comparison
  std::vector<DraftFigure> figures;  // all of the draft, in order of its text
};

// "no-source".
std::string_view name_of(DraftMark mark);

}  // namespace tally
