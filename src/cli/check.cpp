// SPDX-License-Identifier: Apache-2.0
// `tally check`: documents in, the comparison out.
#include <algorithm>
#include <utility>

#include "cli/commands.h"
#include "pipeline.h"
#include "report/json.h"
#include "report/text.h"

namespace tally::cli {
namespace {

void leave_out_unsure(Comparison& comparison, double min_confidence) {
  std::erase_if(comparison.findings, [min_confidence](const Finding& finding) {
    return finding.confidence < min_confidence;
  });
}

bool has_conflict(const Comparison& comparison) {
  return std::any_of(comparison.findings.begin(),
                     comparison.findings.end(),
                     [](const Finding& finding) { return finding.verdict == Verdict::conflict; });
}

}  // namespace

int check(Session& session) {
  const auto pack = pack_of(session);
  std::vector<Document> documents = documents_of(session);
  if (documents.empty()) {
    return 0;
  }
  const Options& options = session.options;
  Comparison comparison =
      comparison_of(std::move(documents), *pack, options.stories == Stories::one);
  leave_out_unsure(comparison, options.min_confidence);
  session.streams.out << (options.format == Format::json
                              ? comparison_json(comparison, program_of(*pack))
                              : comparison_text(comparison,
                                                {.colour = session.environment.colour}));
  return has_conflict(comparison) ? 1 : 0;
}

}  // namespace tally::cli
