// SPDX-License-Identifier: Apache-2.0
// `tally extract`: documents in, claims out, one document at a time.
#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "cli/commands.h"
#include "cli/in_order.h"
#include "compare/key.h"
#include "pipeline.h"
#include "reduce.h"
#include "report/claim_line.h"
#include "report/whole.h"

namespace tally::cli {
namespace {

using Lines = std::vector<std::pair<std::size_t, std::string>>;  // by where the figure begins

Lines claim_lines(const Extraction& extraction, const Document& document, const Places& places) {
  Lines lines;
  const std::string story = story_key(document);
  for (const Claim& claim : extraction.claims) {
    lines.emplace_back(claim.mention.span.begin,
                       claim_line(claim, document, places, ClaimKeys{story, fact_key(claim)}));
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
  const std::string story = story_key(document);
  Lines lines;
  for (const Mention& mention : extraction.mentions) {
    const auto claim = claims.find({mention.span.begin, mention.span.end});
    lines.emplace_back(
        mention.span.begin,
        claim == claims.end()
            ? mention_line(mention, document, places, ClaimKeys{story, ""})
            : claim_line(
                  *claim->second, document, places, ClaimKeys{story, fact_key(*claim->second)}));
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

// The document and all of its claims, for a reducer.
std::string whole_lines_of(const Document& document, const RulePack& pack) {
  const DocumentReading reading = reading_of(document, pack);
  const Places places(document.text);
  std::string out = whole_document_line(reading);
  out += '\n';
  for (std::size_t i = 0; i < reading.claims.size(); ++i) {
    const ClaimKeys keys{reading.story_key, fact_key(reading.claims[i])};
    out += whole_claim_line(reading, i, places, keys);
    out += '\n';
  }
  return out;
}

}  // namespace

int extract(Session& session) {
  const auto pack = ready_pack_of(session);
  InOrder<Document, std::string> documents(
      thread_count(session.options.jobs),
      [&session, &pack](const Document& document) {
        return session.options.whole ? whole_lines_of(document, *pack)
                                     : lines_of(document, *pack, session.options.all_mentions);
      },
      [&session](const std::string& lines) { session.streams.out << lines; });
  read_inputs(
      session, *pack, [&documents](Document document) { documents.add(std::move(document)); });
  documents.finish();
  return 0;
}

}  // namespace tally::cli
