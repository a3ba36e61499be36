// SPDX-License-Identifier: Apache-2.0
// Do the examples of a rule show every one of its patterns?
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "rules/rule_book.h"

namespace tally {

// Faults by file and line, but for those that a rule accepts by `lint_ok`: pattern-unsampled, where
// no example of the rule matches a pattern, and unknown-reader, where a value pattern names no
// reader. A rule without examples has the fault no-example already.
std::vector<Diagnostic> sampling_faults(const RuleBook& book, const RulePack& pack);

// The document of a sample text: `published` is an ISO date.
Document sample_document(const std::string& text,
                         const std::optional<std::string>& published,
                         std::string_view language);

}  // namespace tally
