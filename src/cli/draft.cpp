// SPDX-License-Identifier: Apache-2.0
#include "cli/draft.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "base/error.h"
#include "ingest/read.h"
#include "pipeline.h"
#include "report/draft.h"
#include "report/draft_html.h"
#include "report/json.h"

namespace tally::cli {
namespace {

Document draft_of(const Session& session, const Layout& layout) {
  const std::string& path = session.options.draft;
  std::vector<Document> found;
  const Faults faults = read_file(path, std::nullopt, layout, [&found](Document document) {
    found.push_back(std::move(document));
  });
  if (!faults.empty()) {
    throw Error(fmt::format("--draft: {}", faults.front()));
  }
  if (found.size() != 1) {
    throw Error(fmt::format("--draft: {} holds {} documents; give one draft", path, found.size()));
  }
  apply_options(session.options, found.front());
  return std::move(found.front());
}

std::string report_of(const Session& session, const DraftCheck& check, const Program& program) {
  switch (session.options.format.value_or(Format::text)) {
    case Format::markdown:
      return draft_markdown(check, program);
    case Format::html:
      return draft_html(check, program);
    case Format::csv:
      return table_csv(draft_table(check), session.options.formulas);
    case Format::json:
      return draft_json(check, program);
    default:
      return draft_text(check, style_of(session));
  }
}

}  // namespace

int check_draft(Session& session) {
  const auto pack = ready_pack_of(session);
  Document draft = draft_of(session, pack->layout);
  if (!set_language(session, *pack, draft)) {
    return 0;
  }
  std::vector<Document> sources = documents_of(session, *pack);
  for (const Document& source : sources) {
    if (source.id == draft.id) {
      throw Error(fmt::format("{}: is the draft; leave it out of its sources", draft.path));
    }
  }
  if (sources.empty()) {
    return 0;
  }
  const DraftCheck outcome = draft_check_of(std::move(draft), std::move(sources), *pack);
  session.streams.out << report_of(session, outcome, program_of(*pack));
  const bool contradicted = !figures_with(outcome, DraftMark::contradicted).empty();
  return contradicted ? 1 : 0;
}

}  // namespace tally::cli
