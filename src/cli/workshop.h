// SPDX-License-Identifier: Apache-2.0
// What the commands that look into rules need: the pack and its rules as written.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "cli/session.h"
#include "rules/rule_book.h"

namespace tally::cli {

struct Workshop {
  std::vector<PackFile> files;
  std::unique_ptr<RulePack> pack;
  RuleBook book;
};

// The workshop of this run with `more` files laid on top. Faults are not shown; see
// pack->diagnostics. Throws Error when there is no usable pack.
Workshop workshop_of(const Session& session, const std::vector<PackFile>& more = {});

// The same, with the faults shown; they mark the run failed.
Workshop sound_workshop_of(Session& session);

}  // namespace tally::cli
