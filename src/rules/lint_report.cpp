// SPDX-License-Identifier: Apache-2.0
#include "rules/lint_report.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace tally {

void LintReport::add(const WrittenRule& rule,
                     const FilePlace& place,
                     std::string code,
                     std::string message) {
  if (!rule.lint_ok.contains(code)) {
    faults_.push_back(fault_at(place, std::move(code), std::move(message)));
  }
}

std::vector<Diagnostic> LintReport::take() {
  const auto key = [](const Diagnostic& fault) {
    return std::tie(fault.file, fault.line, fault.column, fault.code);
  };
  std::stable_sort(faults_.begin(), faults_.end(), [&](const Diagnostic& a, const Diagnostic& b) {
    return key(a) < key(b);
  });
  return std::move(faults_);
}

FilePlace place_of(const WrittenRule& rule) {
  return {.file = rule.source.file, .line = rule.source.line, .column = 1};
}

FilePlace place_of(const WrittenPattern& pattern, const Expression& node) {
  return place_in(pattern.text, node.column);
}

}  // namespace tally
