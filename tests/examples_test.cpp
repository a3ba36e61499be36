// SPDX-License-Identifier: Apache-2.0
#include "examples.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

namespace tally {
namespace {

const RulePack& built_in_pack() {
  static const auto pack = [] {
    const auto files = built_in_pack_files();
    return load_pack({files.begin(), files.end()});
  }();
  return *pack;
}

TEST_CASE("every example of the shipped pack holds, every reject yields nothing") {
  const ExampleOutcome outcome = examples_outcome(built_in_pack(), "");
  CHECK(outcome.examples > 0);
  for (const ExampleFailure& failure : outcome.failures) {
    FAIL_CHECK(fmt::format("{}:{} {}\n  text     {}\n  expected {}\n  actual   {}",
                           failure.file,
                           failure.line,
                           failure.rule,
                           failure.text,
                           failure.expected,
                           failure.actual));
  }
}

TEST_CASE("every rule of the shipped pack has an example and a reject") {
  const auto check = [](const RuleSource& rule) {
    INFO(rule.file << ":" << rule.line << " " << rule.id);
    CHECK_FALSE(rule.examples.empty());
    CHECK_FALSE(rule.rejects.empty());
  };
  for (const auto& [name, language] : built_in_pack().languages) {
    for (const ValuePattern& value : language->values) {
      check(value.source);
    }
    for (const ClaimRule& rule : language->rules) {
      check(rule.source);
    }
  }
}

}  // namespace
}  // namespace tally
