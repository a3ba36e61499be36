// SPDX-License-Identifier: Apache-2.0
// `tally check --draft`: what the articles say on each figure of a draft.
#pragma once

#include "cli/session.h"

namespace tally::cli {

// Checks the draft of --draft against the inputs and prints the outcome in the format asked for.
// Returns 1 when a figure is contradicted, else 0. Throws Error when the draft cannot be read, is
// not one document, or is one of the inputs.
int check_draft(Session& session);

}  // namespace tally::cli
