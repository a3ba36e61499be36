// SPDX-License-Identifier: Apache-2.0
// `tally check`: articles in, the comparison out; with --db it is kept as well.
#include <utility>

#include "base/error.h"
#include "cli/commands.h"
#include "cli/database.h"
#include "cli/draft.h"
#include "cli/findings.h"
#include "pipeline.h"

namespace tally::cli {

int check(Session& session) {
  const Options& options = session.options;
  if (!options.draft.empty()) {
    return check_draft(session);
  }
  if (options.inputs.empty()) {
    throw Error("name the articles to compare: tally check FILE...; - is standard input");
  }
  const auto pack = ready_pack_of(session);
  std::vector<Document> documents = documents_of(session, *pack);
  if (documents.empty()) {
    return 0;
  }
  if (!options.database.empty()) {
    const std::vector<Correction> corrections =
        Store(options.database, Access::write).load_corrections();
    for (Document& document : documents) {
      apply_corrections(corrections, document);
    }
  }
  Comparing comparing{.one_story = options.stories.value_or(Stories::one) == Stories::one};
  const ExtractAll extract = extract_by_threads(session, *pack);
  Comparison comparison;
  if (options.database.empty()) {
    comparison = comparison_of(std::move(documents), *pack, comparing, extract);
  } else {
    Store store(options.database, Access::write);
    store.use_pack(record_of(*pack));
    comparing.links = store.links();
    comparison = comparison_of(std::move(documents), *pack, comparing, extract);
    store.save_comparison(comparison);
    apply_decisions(comparison, store.decisions());
  }
  keep_wanted_findings(comparison, options);
  return print_comparison(session, comparison, program_of(*pack));
}

}  // namespace tally::cli
