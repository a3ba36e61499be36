// SPDX-License-Identifier: Apache-2.0
// The findings of a comparison that the options ask for, and how they are printed.
#pragma once

#include "cli/session.h"
#include "model/finding.h"
#include "report/table.h"

namespace tally::cli {

// Leaves out the findings that --min-confidence, --verdict, --kind, --since, --fact, --story and
// --source do not ask for. A fact, story or source is asked for by its id ("f3", "t1", "s2") or a
// part of its name (of a source: path or outlet) in any case.
void keep_wanted_findings(Comparison& comparison, const Options& options);

// Prints the comparison in the format asked for, `otherwise` where none is.
// Returns 1 when a conflict that nobody has dismissed is among its findings, else 0.
int print_comparison(const Session& session,
                     const Comparison& comparison,
                     const Program& program,
                     Format otherwise = Format::text);

// Prints a table in the format asked for (text unless told otherwise).
void print_table(const Session& session, const Table& table);

}  // namespace tally::cli
