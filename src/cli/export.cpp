// SPDX-License-Identifier: Apache-2.0
// `tally export`: what a database holds, in the formats of other programs.
#include <vector>

#include "cli/commands.h"
#include "cli/database.h"
#include "report/annotation.h"
#include "report/claim_review.h"
#include "report/claim_line.h"
#include "report/table.h"

namespace tally::cli {
namespace {

void write_claim_lines(const Session& session, const std::vector<Harvest>& harvests) {
  for (const Harvest& harvest : harvests) {
    const Places places(harvest.document.text);
    for (const Claim& claim : harvest.claims) {
      session.streams.out << claim_line(claim, harvest.document, places) << '\n';
    }
  }
}

std::string annotations_of(const std::vector<Harvest>& harvests) {
  std::vector<AnnotatedSource> sources;
  for (const Harvest& harvest : harvests) {
    sources.push_back({harvest.document, harvest.claims});
  }
  return annotations_json(sources);
}

}  // namespace

int export_database(Session& session) {
  const Store store(database_path(session), Access::read);
  switch (session.options.export_as) {
    case ExportAs::jsonl:
      write_claim_lines(session, store.load_harvests());
      break;
    case ExportAs::csv:
      session.streams.out << table_csv(table_of(store, "SELECT * FROM claims ORDER BY id"),
                                       session.options.formulas);
      break;
    case ExportAs::annotation:
      session.streams.out << annotations_of(store.load_harvests());
      break;
    case ExportAs::claimreview:
      session.streams.out << claim_reviews_json(store.load_comparison(), session.options.author);
      break;
  }
  return 0;
}

}  // namespace tally::cli
