// SPDX-License-Identifier: Apache-2.0
// A comparison as one HTML file for people.
#pragma once

#include <string>

#include "model/finding.h"
#include "report/program.h"

namespace tally {

// The report as a self-contained page that works from disk: filters and search over one card per
// fact, the sources, what is stated by one source only, what was not understood, method and limits.
// Text of a source stays text.
std::string comparison_html(const Comparison& comparison, const Program& program);

}  // namespace tally
