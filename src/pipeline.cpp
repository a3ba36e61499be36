// SPDX-License-Identifier: Apache-2.0
#include "pipeline.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>

#include "compare/compare.h"
#include "extract/claims.h"
#include "extract/mentions.h"
#include "extract/segment.h"

namespace tally {
namespace {

// The lower median of the publication dates of a story's dated sources.
std::optional<Day> median_day(const std::vector<Document>& documents, const Story& story) {
  std::vector<Day> days;
  for (const std::size_t source : story.sources) {
    if (documents[source].published) {
      days.push_back(*documents[source].published);
    }
  }
  if (days.empty()) {
    return std::nullopt;
  }
  std::sort(days.begin(), days.end());
  return days[(days.size() - 1) / 2];
}

void assume_dates(std::vector<Document>& documents, const std::vector<Story>& stories) {
  for (const Story& story : stories) {
    const auto day = median_day(documents, story);
    for (const std::size_t source : story.sources) {
      if (day && !documents[source].published) {
        documents[source].published = day;
        documents[source].published_from = PublishedFrom::assumed;
      }
    }
  }
}

std::size_t figures_not_understood(const std::vector<Rejected>& rejected) {
  return static_cast<std::size_t>(std::count_if(
      rejected.begin(), rejected.end(), [](const Rejected& one) { return one.pattern.empty(); }));
}

}  // namespace

Extraction extraction_of(const Document& document, const RulePack& pack) {
  Extraction out;
  out.sentences = sentences_of(document, pack.language_of(document));
  Mentions mentions = mentions_of(document, out.sentences, pack);
  out.claims = claims_of(document, out.sentences, mentions, pack);
  out.mentions = std::move(mentions.found);
  out.rejected = std::move(mentions.rejected);
  return out;
}

Comparison comparison_of(std::vector<Document> documents, const RulePack& pack, bool one_story) {
  std::vector<Story> stories = stories_of(documents, one_story);
  assume_dates(documents, stories);
  std::vector<Claim> claims;
  Comparison::Coverage coverage;
  for (std::size_t source = 0; source < documents.size(); ++source) {
    Extraction extraction = extraction_of(documents[source], pack);
    coverage.figures += extraction.mentions.size();
    coverage.not_understood += figures_not_understood(extraction.rejected);
    for (Claim& claim : extraction.claims) {
      claim.source = source;
      claims.push_back(std::move(claim));
    }
  }
  Comparison comparison =
      compare(std::move(documents), std::move(claims), std::move(stories), pack.concepts);
  comparison.coverage.figures = coverage.figures + coverage.not_understood;
  comparison.coverage.not_understood = coverage.not_understood;
  return comparison;
}

}  // namespace tally
