// SPDX-License-Identifier: Apache-2.0
#include "cli/findings.h"

#include <algorithm>

#include "base/text.h"
#include "report/findings_table.h"
#include "report/html.h"
#include "report/ids.h"
#include "report/json.h"
#include "report/markdown.h"
#include "report/text.h"

namespace tally::cli {
namespace {

bool is_asked_for(const std::string& asked, const std::string& id, const std::string& name) {
  return asked.empty() || asked == id || folded(name).find(folded(asked)) != std::string::npos;
}

bool has_source(const Finding& finding, const Comparison& comparison, const std::string& asked) {
  const auto matches = [&](std::size_t claim) {
    const std::size_t index = comparison.claims[claim].source;
    const Document& source = comparison.sources[index];
    return is_asked_for(asked, source_id(index), source.path) ||
           is_asked_for(asked, source.id, source.outlet);
  };
  return matches(finding.a) || matches(finding.b);
}

// Whether one of the two articles was published on that day or later; undated ones were not.
bool is_since(const Finding& finding, const Comparison& comparison, Day day) {
  const auto is_new = [&](std::size_t claim) {
    const auto& published = comparison.sources[comparison.claims[claim].source].published;
    return published && *published >= day;
  };
  return is_new(finding.a) || is_new(finding.b);
}

bool is_wanted(const Finding& finding, const Comparison& comparison, const Options& options) {
  const Fact& fact = comparison.facts[finding.fact];
  const Story& story = comparison.stories[fact.story];
  const auto& kinds = options.kinds;
  return finding.confidence >= options.min_confidence &&
         options.verdict.value_or(finding.verdict) == finding.verdict &&
         (kinds.empty() || std::find(kinds.begin(), kinds.end(), fact.kind) != kinds.end()) &&
         (!options.since || is_since(finding, comparison, *options.since)) &&
         is_asked_for(options.fact, fact_id(finding.fact), fact.name) &&
         is_asked_for(options.story, story_id(fact.story), story.name) &&
         has_source(finding, comparison, options.source);
}

std::string comparison_in(const Session& session,
                          const Comparison& comparison,
                          const Program& program,
                          Format format) {
  switch (format) {
    case Format::markdown:
      return comparison_markdown(comparison, program);
    case Format::html:
      return comparison_html(comparison, program);
    case Format::csv:
      return table_csv(findings_table(comparison), session.options.formulas);
    case Format::json:
      return comparison_json(comparison, program);
    case Format::jsonl:
    case Format::text:
    case Format::tsv:
      break;
  }
  return comparison_text(comparison, style_of(session));
}

}  // namespace

void keep_wanted_findings(Comparison& comparison, const Options& options) {
  std::erase_if(comparison.findings,
                [&](const Finding& finding) { return !is_wanted(finding, comparison, options); });
}

int print_comparison(const Session& session,
                     const Comparison& comparison,
                     const Program& program,
                     Format otherwise) {
  const Format format = session.options.format.value_or(otherwise);
  if (format == Format::jsonl) {
    each_finding_line(
        comparison, {}, [&session](const std::string& line) { session.streams.out << line; });
  } else {
    session.streams.out << comparison_in(session, comparison, program, format);
  }
  const bool conflict =
      std::any_of(comparison.findings.begin(), comparison.findings.end(), is_open_conflict);
  return conflict ? 1 : 0;
}

void print_table(const Session& session, const Table& table) {
  switch (session.options.format.value_or(Format::text)) {
    case Format::csv:
      session.streams.out << table_csv(table, session.options.formulas);
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
    case Format::text:
    case Format::html:
      break;
  }
  session.streams.out << table_text(table, style_of(session));
}

}  // namespace tally::cli
