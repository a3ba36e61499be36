// SPDX-License-Identifier: Apache-2.0
#include "reduce.h"

#include <iterator>
#include <map>
#include <string>
#include <utility>

#include "compare/compare.h"
#include "compare/key.h"
#include "pipeline.h"
#include "rules/pack.h"

namespace tally {
namespace {

using Indices = std::vector<std::size_t>;

// The documents of each story key, in the order in which the keys were first met.
std::vector<Indices> documents_by_key(const std::vector<DocumentReading>& readings) {
  std::vector<Indices> groups;
  std::map<std::string, std::size_t> group_of;
  for (std::size_t i = 0; i < readings.size(); ++i) {
    const auto [group, is_new] = group_of.try_emplace(readings[i].story_key, groups.size());
    if (is_new) {
      groups.emplace_back();
    }
    groups[group->second].push_back(i);
  }
  return groups;
}

std::vector<Story> stories_by_key(const std::vector<DocumentReading>& readings,
                                  const std::vector<Document>& documents) {
  std::vector<Story> stories;
  for (const Indices& group : documents_by_key(readings)) {
    std::vector<Document> members;
    for (const std::size_t i : group) {
      members.push_back(documents[i]);
    }
    for (Story& story : stories_of(members, false)) {
      for (std::size_t& source : story.sources) {
        source = group[source];
      }
      stories.push_back(std::move(story));
    }
  }
  return stories;
}

// Whether its story has given the document a date that it did not have when it was read.
bool was_dated(const Document& document, const Document& before) {
  return document.published != before.published;
}

}  // namespace

DocumentReading reading_of(Document document, const RulePack& pack) {
  Extraction extraction = extraction_of(document, pack);
  DocumentReading reading;
  reading.figures = extraction.mentions.size();
  reading.gaps = gaps_of(extraction);
  for (const Gap& gap : reading.gaps) {
    const bool unread = gap.kind == GapKind::unread;
    reading.figures += unread ? 1 : 0;
    reading.not_understood += unread ? 1 : 0;
  }
  reading.claims = std::move(extraction.claims);
  reading.story_key = story_key(document);
  reading.document = std::move(document);
  return reading;
}

Comparison comparison_of_readings(std::vector<DocumentReading> readings,
                                  const RulePack& pack,
                                  bool one_story) {
  std::vector<Document> documents;
  for (const DocumentReading& reading : readings) {
    documents.push_back(reading.document);
  }
  std::vector<Story> stories =
      one_story ? stories_of(documents, true) : stories_by_key(readings, documents);
  assume_dates(documents, stories);
  std::vector<Claim> claims;
  std::vector<Gap> gaps;
  Comparison::Coverage coverage;
  for (std::size_t source = 0; source < documents.size(); ++source) {
    DocumentReading& reading = readings[source];
    if (was_dated(documents[source], reading.document)) {
      reading = reading_of(documents[source], pack);
    }
    coverage.figures += reading.figures;
    coverage.not_understood += reading.not_understood;
    for (Gap& gap : reading.gaps) {
      gap.source = source;
      gaps.push_back(gap);
    }
    for (Claim& claim : reading.claims) {
      claim.source = source;
      claims.push_back(std::move(claim));
    }
    reading = {};
  }
  Comparison comparison =
      compare(std::move(documents), std::move(claims), std::move(stories), pack.concepts);
  comparison.gaps = std::move(gaps);
  comparison.coverage.figures = coverage.figures;
  comparison.coverage.not_understood = coverage.not_understood;
  return comparison;
}

}  // namespace tally
