// SPDX-License-Identifier: Apache-2.0
// A comparison of three short articles on a quay, made by hand for the tests of the reports.
#pragma once

#include "model/finding.h"

namespace tally::testing {

// Sources: post.txt (dated), wire.txt (assumed date), note.txt (undated). Facts: the cost agrees
// (post, wire), the year of building conflicts (post, wire).
Comparison quay();

}  // namespace tally::testing
