// SPDX-License-Identifier: Apache-2.0
// The findings of a comparison as rows, for spreadsheets.
#pragma once

#include "model/finding.h"
#include "report/table.h"

namespace tally {

// A row for each finding, gravest and surest first: the fact, the verdict with its reason and
// arithmetic, then source, date, place, quote, reading and sentence of both claims.
Table findings_table(const Comparison& comparison);

}  // namespace tally
