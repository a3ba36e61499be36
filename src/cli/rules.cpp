// SPDX-License-Identifier: Apache-2.0
// `tally rules`: looking into the rule pack.
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "base/error.h"
#include "cli/commands.h"
#include "cli/database.h"
#include "cli/findings.h"
#include "examples.h"
#include "report/wording.h"

namespace tally::cli {
namespace {

// A pattern or rule as `rules list` and `rules show` see it.
struct Entry {
  const RuleSource* source;
  std::string_view sort;  // "value" or "claim"
};

std::vector<Entry> entries_of(const RulePack& pack) {
  std::vector<Entry> entries;
  for (const auto& [unused, language] : pack.languages) {
    for (const ValuePattern& pattern : language->values) {
      entries.push_back({&pattern.source, "value"});
    }
    for (const ClaimRule& rule : language->rules) {
      entries.push_back({&rule.source, "claim"});
    }
  }
  return entries;
}

// How often a finding that rests on a rule was found right, and how often not.
struct Verdicts {
  std::int64_t confirmed = 0;
  std::int64_t dismissed = 0;
};

constexpr auto k_generic = "generic";  // the rule of claims that no rule made

std::map<std::string, Verdicts> decided_by_rule(const Session& session) {
  std::map<std::string, Verdicts> counts;
  for (const DecisionRecord& record : Store(session.options.database, Access::read).decisions()) {
    for (const std::string& rule : std::set<std::string>{record.rule_a, record.rule_b}) {
      Verdicts& of_rule = counts[rule];
      (record.decision == Decision::confirmed ? of_rule.confirmed : of_rule.dismissed) += 1;
    }
  }
  return counts;
}

void add_counts(std::vector<TableCell>& row,
                const std::map<std::string, Verdicts>& decided,
                const std::string& rule) {
  const auto found = decided.find(rule);
  const Verdicts counts = found == decided.end() ? Verdicts() : found->second;
  row.insert(row.end(), {counts.confirmed, counts.dismissed});
}

std::string examples_of(const RuleSource& rule) {
  std::string out;
  for (const Example& example : rule.examples) {
    out += fmt::format("\n  example  {}\n", example.text);
    for (const Expectation& expected : example.expect) {
      out += fmt::format("           \"{}\" is {} {} to {}\n",
                         expected.quote.value_or(""),
                         expected.predicate.value_or(expected.kind.value_or("")),
                         expected.low.value_or("?"),
                         expected.high.value_or("?"));
    }
  }
  for (const Reject& reject : rule.rejects) {
    out += fmt::format("\n  reject   {}\n           {}\n", reject.text, reject.why);
  }
  return out;
}

std::string failure_block(const ExampleFailure& failure) {
  return fmt::format("{}:{}: {}\n  text      {}\n  expected  {}\n  actual    {}\n",
                     failure.file,
                     failure.line,
                     failure.rule,
                     failure.text,
                     failure.expected,
                     failure.actual);
}

}  // namespace

int rules_list(Session& session) {
  const auto pack = pack_of(session);
  Table table{.columns = {"id", "rev", "sort", "title", "examples", "rejects", "file", "line"}};
  const bool counts = !session.options.database.empty();
  const std::map<std::string, Verdicts> decided =
      counts ? decided_by_rule(session) : std::map<std::string, Verdicts>();
  if (counts) {
    table.columns.insert(table.columns.end(), {"confirmed", "dismissed"});
  }
  for (const Entry& entry : entries_of(*pack)) {
    const RuleSource& rule = *entry.source;
    table.rows.push_back({rule.id,
                          std::int64_t{rule.rev},
                          std::string(entry.sort),
                          rule.title,
                          static_cast<std::int64_t>(rule.examples.size()),
                          static_cast<std::int64_t>(rule.rejects.size()),
                          rule.file,
                          static_cast<std::int64_t>(rule.line)});
    if (counts) {
      add_counts(table.rows.back(), decided, rule.id);
    }
  }
  if (counts && decided.contains(k_generic)) {
    table.rows.push_back({std::string(k_generic),
                          std::monostate{},
                          "claim",
                          "figures that no rule claims",
                          std::monostate{},
                          std::monostate{},
                          std::monostate{},
                          std::monostate{}});
    add_counts(table.rows.back(), decided, std::string(k_generic));
  }
  print_table(session, table);
  return 0;
}

int rules_show(Session& session) {
  const auto pack = pack_of(session);
  for (const Entry& entry : entries_of(*pack)) {
    const RuleSource& rule = *entry.source;
    if (rule.id == session.options.subject) {
      session.streams.out << fmt::format("{} rev {} ({})\n  {}\n  {}:{}\n{}",
                                         rule.id,
                                         rule.rev,
                                         entry.sort,
                                         rule.title,
                                         rule.file,
                                         rule.line,
                                         examples_of(rule));
      return 0;
    }
  }
  throw Error(fmt::format("no rule '{}'; see tally rules list", session.options.subject));
}

int rules_test(Session& session) {
  const auto pack = pack_of(session);
  const std::string& only = session.options.subject;
  const ExampleOutcome outcome = examples_outcome(*pack, only);
  if (outcome.rules == 0 && !only.empty()) {
    throw Error(fmt::format("no rule or file '{}'; see tally rules list", only));
  }
  for (const ExampleFailure& failure : outcome.failures) {
    session.streams.out << failure_block(failure);
  }
  session.streams.out << fmt::format("{}, {}, {}: {} failed\n",
                                     counted(outcome.rules, "rule"),
                                     counted(outcome.examples, "example"),
                                     counted(outcome.rejects, "reject"),
                                     outcome.failures.size());
  session.failed = session.failed || !outcome.failures.empty();
  return 0;
}

}  // namespace tally::cli
