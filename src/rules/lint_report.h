// SPDX-License-Identifier: Apache-2.0
// Faults of rules as they are collected.
#pragma once

#include <string>
#include <vector>

#include "base/error.h"
#include "rules/rule_book.h"

namespace tally {

// Drops what rules accept by `lint_ok`, and sorts the rest by file, line and column.
class LintReport {
 public:
  void add(const WrittenRule& rule, const FilePlace& place, std::string code, std::string message);
  std::vector<Diagnostic> take();

 private:
  std::vector<Diagnostic> faults_;
};

// The place of a rule's first line, and of a node of one of its patterns.
FilePlace place_of(const WrittenRule& rule);
FilePlace place_of(const WrittenPattern& pattern, const Expression& node);

}  // namespace tally
