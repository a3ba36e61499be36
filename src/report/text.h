// SPDX-License-Identifier: Apache-2.0
// A comparison as a fact-check report for people.
#pragma once

#include <string>

#include "model/finding.h"
#include "report/style.h"

namespace tally {

// The report: what was found in one line, the facts on which sources differ (conflicts first),
// those on which they agree, the sources, and in the last line what was covered, so that silence
// does not read as all clear. Nothing of a source reaches the terminal unescaped.
std::string comparison_text(const Comparison& comparison, const Style& style);

}  // namespace tally
