// SPDX-License-Identifier: Apache-2.0
// Faults of rules that load and run, told from the rules alone: what can never match, what another
// pattern already matches, what is slow, what no example shows.
#pragma once

#include <vector>

#include "base/error.h"
#include "rules/rule_book.h"

namespace tally {

// Faults by file and line, but for those that a rule accepts by `lint_ok`. Codes: no-example,
// no-reject, duplicate-capture, unknown-capture, never-matches, shadowed, slow-pattern,
// program-too-big. docs/writing-rules.md says what each of them means.
std::vector<Diagnostic> lint(const RuleBook& book, const RulePack& pack);

}  // namespace tally
