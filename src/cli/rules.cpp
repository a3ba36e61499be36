// SPDX-License-Identifier: Apache-2.0
// `tally rules`: looking into the rule pack.
#include <cstdint>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "base/error.h"
#include "cli/commands.h"
#include "cli/findings.h"

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

}  // namespace

int rules_list(Session& session) {
  const auto pack = pack_of(session);
  Table table{.columns = {"id", "rev", "sort", "title", "examples", "rejects", "file", "line"}};
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

}  // namespace tally::cli
