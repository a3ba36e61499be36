// SPDX-License-Identifier: Apache-2.0
#include "examples.h"

#include <array>
#include <optional>
#include <string>

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

using Member = std::optional<std::string> Expectation::*;

constexpr std::array<Member, 16> k_members = {&Expectation::predicate,
                                              &Expectation::quote,
                                              &Expectation::kind,
                                              &Expectation::unit,
                                              &Expectation::modifier,
                                              &Expectation::change,
                                              &Expectation::bound,
                                              &Expectation::timex,
                                              &Expectation::edtf,
                                              &Expectation::subject,
                                              &Expectation::head,
                                              &Expectation::written_unit,
                                              &Expectation::low,
                                              &Expectation::high,
                                              &Expectation::written_low,
                                              &Expectation::written_high};

// Another value of the same sort: a number stays one.
std::string mutated(const std::string& value) {
  const bool is_number = !value.empty() && value.find_first_not_of("0123456789.") == value.npos;
  return is_number ? fmt::format("{:.15g}", 2 * std::stod(value) + 1) : value + "x";
}

// Every value that an example of the rule expects, changed one at a time, fails the rule.
std::size_t check_mutations(const RulePack& pack, RuleSource& rule) {
  std::size_t mutations = 0;
  for (Example& example : rule.examples) {
    for (Expectation& expected : example.expect) {
      for (const Member member : k_members) {
        if (!(expected.*member)) {
          continue;
        }
        const std::string kept = *(expected.*member);
        expected.*member = mutated(kept);
        const ExampleOutcome outcome = examples_outcome(pack, rule.id);
        INFO(rule.file << ":" << example.line << " expects " << *(expected.*member));
        REQUIRE(outcome.failures.size() == 1);
        CHECK(outcome.failures.front().line == example.line);
        expected.*member = kept;
        ++mutations;
      }
    }
  }
  return mutations;
}

TEST_CASE("a changed value in any example of the shipped pack makes its rule fail") {
  const auto files = built_in_pack_files();
  const auto pack = load_pack({files.begin(), files.end()});
  std::size_t mutations = 0;
  for (const auto& [name, language] : pack->languages) {
    for (ValuePattern& value : language->values) {
      mutations += check_mutations(*pack, value.source);
    }
    for (ClaimRule& rule : language->rules) {
      mutations += check_mutations(*pack, rule.source);
    }
  }
  CHECK(mutations > 400);
}

}  // namespace
}  // namespace tally
