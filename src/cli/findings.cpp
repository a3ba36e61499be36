// SPDX-License-Identifier: Apache-2.0
#include "cli/findings.h"

#include <algorithm>

#include "base/text.h"
#include "report/ids.h"
#include "report/json.h"
#include "report/text.h"

namespace tally::cli {
namespace {

bool is_asked_for(const std::string& asked, const std::string& id, const std::string& name) {
  return asked.empty() || asked == id || folded(name).find(folded(asked)) != std::string::npos;
}

bool is_wanted(const Finding& finding, const Comparison& comparison, const Options& options) {
  const Fact& fact = comparison.facts[finding.fact];
  const Story& story = comparison.stories[fact.story];
  return finding.confidence >= options.min_confidence &&
         options.verdict.value_or(finding.verdict) == finding.verdict &&
         is_asked_for(options.fact, fact_id(finding.fact), fact.name) &&
         is_asked_for(options.story, story_id(fact.story), story.name);
}

}  // namespace

void keep_wanted_findings(Comparison& comparison, const Options& options) {
  std::erase_if(comparison.findings,
                [&](const Finding& finding) { return !is_wanted(finding, comparison, options); });
}

int print_comparison(const Session& session, const Comparison& comparison, const Program& program) {
  const bool as_json = session.options.format == Format::json;
  session.streams.out << (as_json ? comparison_json(comparison, program)
                                  : comparison_text(comparison, style_of(session)));
  const bool conflict =
      std::any_of(comparison.findings.begin(), comparison.findings.end(), is_open_conflict);
  return conflict ? 1 : 0;
}

void print_table(const Session& session, const Table& table) {
  switch (session.options.format.value_or(Format::text)) {
    case Format::text:
      session.streams.out << table_text(table, style_of(session));
      return;
    case Format::csv:
      session.streams.out << table_csv(table);
      return;
    case Format::tsv:
      session.streams.out << table_tsv(table);
      return;
    case Format::markdown:
      session.streams.out << table_markdown(table);
      return;
    case Format::json:
      session.streams.out << table_json(table);
      return;
    case Format::jsonl:
      session.streams.out << table_jsonl(table);
      return;
  }
}

}  // namespace tally::cli
