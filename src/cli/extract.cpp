// SPDX-License-Identifier: Apache-2.0
// `tally extract`: documents in, claims out, one document at a time.
#include <algorithm>
#include <map>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "cli/commands.h"
#include "cli/in_order.h"
#include "pipeline.h"
#include "report/claim_line.h"

namespace tally::cli {
namespace {

using Lines = std::vector<std::pair<std::size_t, std::string>>;  // by where the figure begins

Lines claim_lines(const Extraction& extraction, const Document& document, const Places& places) {
  Lines lines;
  for (const Claim& claim : extraction.claims) {
    lines.emplace_back(claim.mention.span.begin, claim_line(claim, document, places));
  }
  return lines;
}

// The first claim that was made of each mention, by the mention's place.
std::map<std::pair<std::size_t, std::size_t>, const Claim*> claims_by_place(
    const std::vector<Claim>& claims) {
  std::map<std::pair<std::size_t, std::size_t>, const Claim*> by_place;
  for (const Claim& claim : claims) {
    by_place.emplace(std::pair(claim.mention.span.begin, claim.mention.span.end), &claim);
  }
  return by_place;
}

Lines mention_lines(const Extraction& extraction, const Document& document, const Places& places) {
  const auto claims = claims_by_place(extraction.claims);
  Lines lines;
  for (const Mention& mention : extraction.mentions) {
    const auto claim = claims.find({mention.span.begin, mention.span.end});
    lines.emplace_back(mention.span.begin,
                       claim == claims.end() ? mention_line(mention, document, places)
                                             : claim_line(*claim->second, document, places));
  }
  return lines;
}

// What a document says, a line of JSON each, in the order of its text.
std::string lines_of(const Document& document, const RulePack& pack, bool all_mentions) {
  const Extraction extraction = extraction_of(document, pack);
  const Places places(document.text);
  Lines lines = all_mentions ? mention_lines(extraction, document, places)
                             : claim_lines(extraction, document, places);
  std::stable_sort(
      lines.begin(), lines.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::string out;
  for (const auto& [unused, line] : lines) {
    out += line;
    out += '\n';
  }
  return out;
}

// How many threads work: as asked for, else one a core.
std::size_t threads_of(const Options& options) {
  const std::size_t cores = std::max(1U, std::thread::hardware_concurrency());
  return options.jobs == 0 ? cores : options.jobs;
}

}  // namespace

int extract(Session& session) {
  const auto pack = ready_pack_of(session);
  InOrder documents(
      threads_of(session.options),
      [&session, &pack](const Document& document) {
        return lines_of(document, *pack, session.options.all_mentions);
      },
      [&session](const std::string& lines) { session.streams.out << lines; });
  read_inputs(
      session, *pack, [&documents](Document document) { documents.add(std::move(document)); });
  documents.finish();
  return 0;
}

}  // namespace tally::cli
