// SPDX-License-Identifier: Apache-2.0
#include "pipeline.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

#include "compare/compare.h"
#include "extract/claims.h"
#include "extract/mentions.h"
#include "extract/segment.h"
#include "rules/pack.h"

namespace tally {
namespace {

// Figures that no pattern read at all; what lost to a better reading or is a name was understood.
std::size_t unread_figures(const Extraction& extraction) {
  return static_cast<std::size_t>(std::count_if(
      extraction.rejected.begin(), extraction.rejected.end(), [](const Rejected& one) {
        return one.pattern.empty();
      }));
}

// The lower median of the dates that the story's sources give themselves.
std::optional<Day> median_date(const Story& story, const std::vector<Document>& documents) {
  std::vector<Day> days;
  for (const std::size_t source : story.sources) {
    const Document& document = documents[source];
    if (document.published && document.published_from != PublishedFrom::assumed) {
      days.push_back(*document.published);
    }
  }
  if (days.empty()) {
    return std::nullopt;
  }
  const auto middle = days.begin() + static_cast<std::ptrdiff_t>((days.size() - 1) / 2);
  std::nth_element(days.begin(), middle, days.end());
  return *middle;
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

void assume_dates(std::vector<Document>& documents, const std::vector<Story>& stories) {
  for (const Story& story : stories) {
    const std::optional<Day> assumed = median_date(story, documents);
    for (const std::size_t source : story.sources) {
      Document& document = documents[source];
      if (!document.published && assumed) {
        document.published = assumed;
        document.published_from = PublishedFrom::assumed;
      }
    }
  }
}

Comparison comparison_of(std::vector<Document> documents,
                         const RulePack& pack,
                         bool one_story,
                         std::span<const LinkRecord> links) {
  std::vector<Story> stories = stories_of(documents, one_story);
  assume_dates(documents, stories);
  std::vector<Claim> claims;
  Comparison::Coverage coverage;
  for (std::size_t source = 0; source < documents.size(); ++source) {
    Extraction extraction = extraction_of(documents[source], pack);
    coverage.figures += extraction.mentions.size();
    coverage.not_understood += unread_figures(extraction);
    for (Claim& claim : extraction.claims) {
      claim.source = source;
      claims.push_back(std::move(claim));
    }
  }
  Comparison comparison =
      compare(std::move(documents), std::move(claims), std::move(stories), pack.concepts, links);
  comparison.coverage.figures = coverage.figures;
  comparison.coverage.not_understood = coverage.not_understood;
  return comparison;
}

}  // namespace tally
