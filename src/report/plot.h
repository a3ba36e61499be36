// SPDX-License-Identifier: Apache-2.0
// The values of a fact as a drawing: intervals of numbers, or a timeline.
#pragma once

#include <cstddef>
#include <string>

#include "report/page.h"

namespace tally {

// An <svg> with a bar for each value that the claims of a fact state, in the colour of its position
// (class p0 to p5), on one scale with marks; empty when there is only one value or none with an
// end. Widths are percentages, so it fits any column without scaling its text.
std::string plot_svg(const Page& page, std::size_t fact);

// "p2": the class that colours a position; six take turns.
std::string position_class(std::size_t position);

}  // namespace tally
