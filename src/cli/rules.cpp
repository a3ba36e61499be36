// SPDX-License-Identifier: Apache-2.0
// `tally rules list`, `test` and `lint`: what the pack holds, and whether it holds good.
#include <algorithm>
#include <cstdint>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/error.h"
#include "cli/commands.h"
#include "cli/database.h"
#include "cli/findings.h"
#include "cli/workshop.h"
#include "examples.h"
#include "report/quote.h"
#include "report/wording.h"
#include "rules/lint.h"
#include "sampling.h"

namespace tally::cli {
namespace {

std::string_view kind_of(bool is_value) { return is_value ? "value" : "claim"; }

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

// The columns "confirmed" and "dismissed" beside every rule, and a row for claims without a rule.
void add_decisions(Table& table, const std::map<std::string, Verdicts>& decided) {
  constexpr std::size_t k_kind = 2;
  constexpr std::size_t k_title = 4;
  if (decided.contains(k_generic)) {
    auto& row = table.rows.emplace_back(table.columns.size());
    row[0] = std::string(k_generic);
    row[k_kind] = std::string(kind_of(false));
    row[k_title] = std::string("figures that no rule claims");
  }
  table.columns.insert(table.columns.end(), {"confirmed", "dismissed"});
  for (std::vector<TableCell>& row : table.rows) {
    const auto found = decided.find(std::get<std::string>(row.front()));
    const Verdicts counts = found == decided.end() ? Verdicts() : found->second;
    row.insert(row.end(), {counts.confirmed, counts.dismissed});
  }
}

void add_row(Table& table,
             const RuleSource& rule,
             bool is_value,
             std::string_view status,
             const RulePack& pack) {
  const PackLayer& layer = pack.layers.at(rule.layer);
  table.rows.push_back({rule.id,
                        std::int64_t{rule.rev},
                        std::string(kind_of(is_value)),
                        std::string(status),
                        rule.title,
                        static_cast<std::int64_t>(rule.examples.size()),
                        static_cast<std::int64_t>(rule.rejects.size()),
                        layer.name,
                        layer.version,
                        rule.file,
                        static_cast<std::int64_t>(rule.line)});
}

std::string failure_block(const ExampleFailure& failure) {
  return fmt::format("{}:{}: {}\n  text      {}\n  span      {}\n  expected  {}\n  actual    {}\n",
                     failure.file,
                     failure.line,
                     failure.rule,
                     failure.text,
                     failure.span,
                     failure.expected,
                     failure.actual);
}

Table table_of(const std::vector<Diagnostic>& faults) {
  Table table{.columns = {"file", "line", "column", "code", "message"}};
  for (const Diagnostic& fault : faults) {
    table.rows.push_back({fault.file,
                          static_cast<std::int64_t>(fault.line),
                          static_cast<std::int64_t>(fault.column),
                          fault.code,
                          fault.message});
  }
  return table;
}

}  // namespace

int rules_list(Session& session) {
  const Workshop shop = sound_workshop_of(session);
  Table table{.columns = {"id",
                          "rev",
                          "kind",
                          "status",
                          "title",
                          "examples",
                          "rejects",
                          "pack",
                          "version",
                          "file",
                          "line"}};
  for (const auto& [unused, rules] : shop.book.rules) {
    for (const WrittenRule& rule : rules) {
      add_row(table, rule.source, rule.is_value, rule.is_sound ? "active" : "faulty", *shop.pack);
    }
  }
  for (const Dropped& dropped : shop.book.dropped) {
    const bool is_replaced = dropped.why == Dropped::Why::replaced;
    add_row(
        table, dropped.source, dropped.is_value, is_replaced ? "replaced" : "disabled", *shop.pack);
  }
  if (!session.options.database.empty()) {
    add_decisions(table, decided_by_rule(session));
  }
  print_table(session, table);
  return 0;
}

int rules_test(Session& session) {
  const auto pack = pack_of(session);
  ExampleOutcome all;
  std::vector<std::string> wanted = session.options.subjects;
  if (wanted.empty()) {
    wanted.emplace_back();
  }
  for (const std::string& only : wanted) {
    ExampleOutcome outcome = examples_outcome(*pack, only);
    if (outcome.rules == 0 && !only.empty()) {
      throw Error(fmt::format("no rule or file '{}'; see tally rules list", only));
    }
    all.rules += outcome.rules;
    all.examples += outcome.examples;
    all.rejects += outcome.rejects;
    std::move(outcome.failures.begin(), outcome.failures.end(), std::back_inserter(all.failures));
  }
  for (const ExampleFailure& failure : all.failures) {
    session.streams.out << visible_lines(failure_block(failure));
  }
  session.streams.out << fmt::format("{}, {}, {}: {} failed\n",
                                     counted(all.rules, "rule"),
                                     counted(all.examples, "example"),
                                     counted(all.rejects, "reject"),
                                     all.failures.size());
  session.failed = session.failed || !all.failures.empty();
  return 0;
}

int rules_lint(Session& session) {
  const Workshop shop = workshop_of(session);
  std::vector<Diagnostic> faults = shop.pack->diagnostics;
  for (auto& found : {lint(shop.book, *shop.pack), sampling_faults(shop.book, *shop.pack)}) {
    faults.insert(faults.end(), found.begin(), found.end());
  }
  add_source_lines(shop.files, faults);
  std::stable_sort(faults.begin(), faults.end(), [](const Diagnostic& a, const Diagnostic& b) {
    return std::tie(a.file, a.line, a.column) < std::tie(b.file, b.line, b.column);
  });
  session.failed = session.failed || !faults.empty();
  if (session.options.format.value_or(Format::text) != Format::text) {
    print_table(session, table_of(faults));
    return 0;
  }
  for (const Diagnostic& fault : faults) {
    session.streams.out << fault_text(fault) << '\n';
  }
  session.streams.out << (faults.empty() ? std::string("no fault\n")
                                         : fmt::format("{}\n", counted(faults.size(), "fault")));
  return 0;
}

}  // namespace tally::cli
