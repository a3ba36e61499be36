// SPDX-License-Identifier: Apache-2.0
#include "cli/draft.h"

#include <set>
#include <utility>

#include <fmt/format.h>

#include "base/error.h"
#include "cli/database.h"
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
  const Faults faults = read_file(
      path, {layout}, [&found](Document document) { found.push_back(std::move(document)); });
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

// The database whose articles are sources: the one named, else, where no source is, the usual one.
std::string database_of_sources(const Session& session) {
  const bool is_needed = session.options.inputs.empty();
  return is_needed ? database_path(session) : session.options.database;
}

// What a draft is compared with.
struct Sources {
  std::vector<Document> documents;
  Comparing comparing;
};

// Adds the articles of a database that are not given as files, and what was decided there.
void add_database(Session& session, const Document& draft, Sources& sources) {
  const Store store(database_of_sources(session), Access::read);
  std::set<std::string> given = {draft.id};
  const std::vector<Correction> corrections = store.load_corrections();
  for (Document& document : sources.documents) {
    apply_corrections(corrections, document);
    given.insert(document.id);
  }
  for (Document& document : store.load_documents()) {
    if (!given.contains(document.id)) {
      sources.documents.push_back(without_assumed_date(std::move(document)));
    }
  }
  sources.comparing = {.one_story = session.options.stories == Stories::one,
                       .links = store.links(),
                       .decisions = store.decisions()};
}

Sources sources_of(Session& session, const RulePack& pack, const Document& draft) {
  Sources sources{.documents = documents_of(session, pack),
                  .comparing = {.one_story = session.options.stories != Stories::automatic}};
  for (const Document& source : sources.documents) {
    if (source.id == draft.id) {
      throw Error(fmt::format("{}: is the draft; leave it out of its sources", draft.path));
    }
  }
  if (!database_of_sources(session).empty()) {
    add_database(session, draft, sources);
  }
  return sources;
}

// A draft that no article of a database goes with would have every figure in no source.
void warn_if_alone(const Session& session, const DraftCheck& check) {
  for (const Story& story : check.comparison.stories) {
    if (story.sources == std::vector<std::size_t>{check.draft} && check.draft > 0) {
      warn(session,
           fmt::format("none of the {} articles tells the story of the draft; if some do, name "
                       "them as files, or say --stories one",
                       check.draft));
    }
  }
}

}  // namespace

int check_draft(Session& session) {
  const auto pack = ready_pack_of(session);
  Document draft = draft_of(session, pack->layout);
  if (!set_language(session, *pack, draft)) {
    return 0;
  }
  Sources sources = sources_of(session, *pack, draft);
  if (sources.documents.empty()) {
    return 0;
  }
  const DraftCheck outcome = draft_check_of(std::move(draft),
                                            std::move(sources.documents),
                                            *pack,
                                            sources.comparing,
                                            extract_by_threads(session, *pack));
  warn_if_alone(session, outcome);
  session.streams.out << report_of(session, outcome, program_of(*pack));
  const bool contradicted = !figures_with(outcome, DraftMark::contradicted).empty();
  return contradicted ? 1 : 0;
}

}  // namespace tally::cli
