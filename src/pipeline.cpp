// SPDX-License-Identifier: Apache-2.0
#include "pipeline.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

#include "compare/compare.h"
#include "compare/draft.h"
#include "compare/draft_decisions.h"
#include "extract/claims.h"
#include "extract/mentions.h"
#include "extract/segment.h"
#include "rules/pack.h"

namespace tally {
namespace {

bool is_claimed(const Mention& mention, const std::vector<Claim>& claims) {
  return std::any_of(claims.begin(), claims.end(), [&mention](const Claim& claim) {
    return claim.mention.span == mention.span;
  });
}

// Counts what one document yields and hands its claims and gaps over to the comparison.
void take(Extraction extraction,
          std::size_t source,
          std::vector<Claim>& claims,
          std::vector<Gap>& gaps,
          Comparison::Coverage& coverage) {
  coverage.figures += extraction.mentions.size();
  for (Gap& gap : gaps_of(extraction)) {
    const bool unread = gap.kind == GapKind::unread;
    coverage.figures += unread ? 1 : 0;
    coverage.not_understood += unread ? 1 : 0;
    gap.source = source;
    gaps.push_back(gap);
  }
  for (Claim& claim : extraction.claims) {
    claim.source = source;
    claims.push_back(std::move(claim));
  }
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

// Gives a draft without a date that of the newest source of its story.
void date_as_newest(std::vector<Document>& sources, std::size_t draft, bool one_story) {
  Document& dated = sources[draft];
  if (dated.published && dated.published_from != PublishedFrom::assumed) {
    return;
  }
  dated.published.reset();
  for (const Story& story : stories_of(sources, one_story)) {
    const bool is_own =
        std::find(story.sources.begin(), story.sources.end(), draft) != story.sources.end();
    for (const std::size_t source : story.sources) {
      const auto& published = sources[source].published;
      if (is_own && source != draft && published > dated.published) {
        dated.published = published;
        dated.published_from = PublishedFrom::assumed;
      }
    }
  }
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

std::vector<Gap> gaps_of(const Extraction& extraction) {
  std::vector<Gap> gaps;
  for (const Mention& mention : extraction.mentions) {
    if (!is_claimed(mention, extraction.claims)) {
      gaps.push_back({.span = mention.span, .kind = GapKind::unclaimed});
    }
  }
  for (const Rejected& rejected : extraction.rejected) {
    // What lost to a better reading or is a name was understood.
    if (rejected.pattern.empty()) {
      gaps.push_back({.span = rejected.span, .kind = GapKind::unread});
    }
  }
  std::stable_sort(gaps.begin(), gaps.end(), [](const Gap& a, const Gap& b) {
    return a.span.begin < b.span.begin;
  });
  return gaps;
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

ExtractAll extract_in_turn(const RulePack& pack) {
  return [&pack](std::span<const Document> documents, const std::function<void(Extraction)>& take) {
    for (const Document& document : documents) {
      take(extraction_of(document, pack));
    }
  };
}

Comparison comparison_of(std::vector<Document> documents, const RulePack& pack, bool one_story) {
  return comparison_of(std::move(documents), pack, {.one_story = one_story}, extract_in_turn(pack));
}

Comparison comparison_of(std::vector<Document> documents,
                         const RulePack& pack,
                         const Comparing& comparing,
                         const ExtractAll& extract) {
  std::vector<Story> stories = stories_of(documents, comparing.one_story);
  assume_dates(documents, stories);
  std::vector<Claim> claims;
  std::vector<Gap> gaps;
  Comparison::Coverage coverage;
  std::size_t source = 0;
  extract(documents, [&](Extraction extraction) {
    take(std::move(extraction), source, claims, gaps, coverage);
    ++source;
  });
  Comparison comparison = compare(
      std::move(documents), std::move(claims), std::move(stories), pack.concepts, comparing.links);
  comparison.gaps = std::move(gaps);
  comparison.coverage.figures = coverage.figures;
  comparison.coverage.not_understood = coverage.not_understood;
  return comparison;
}

DraftCheck draft_check_of(Document draft,
                          std::vector<Document> sources,
                          const RulePack& pack,
                          const Comparing& comparing,
                          const ExtractAll& extract) {
  DraftCheck check{.draft = sources.size()};
  sources.push_back(std::move(draft));
  date_as_newest(sources, check.draft, comparing.one_story);
  check.comparison = comparison_of(std::move(sources), pack, comparing, extract);
  apply_decisions(check.comparison, comparing.decisions);
  carry_decisions(check.comparison, check.draft);
  check.figures = draft_figures(check.comparison, check.draft);
  return check;
}

}  // namespace tally
