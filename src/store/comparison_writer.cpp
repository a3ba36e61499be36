// SPDX-License-Identifier: Apache-2.0
#include "store/comparison_writer.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "model/review.h"
#include "store/database.h"
#include "store/lists.h"

namespace tally {
namespace {

using Ids = std::vector<std::int64_t>;

std::int64_t integer(std::size_t number) { return static_cast<std::int64_t>(number); }

// What a story adds to the coverage of its comparison.
struct Share {
  std::size_t claims = 0;
  std::size_t compared = 0;  // in facts of several sources
};

std::vector<Share> shares_of(const Comparison& comparison) {
  std::vector<Share> shares(comparison.stories.size());
  std::vector<std::size_t> claims_of(comparison.sources.size());
  for (const Claim& claim : comparison.claims) {
    ++claims_of[claim.source];
  }
  for (std::size_t i = 0; i < comparison.stories.size(); ++i) {
    for (const std::size_t source : comparison.stories[i].sources) {
      shares[i].claims += claims_of[source];
    }
  }
  for (const Fact& fact : comparison.facts) {
    const auto source_of = [&](std::size_t claim) { return comparison.claims[claim].source; };
    if (std::any_of(fact.claims.begin(), fact.claims.end(), [&](std::size_t claim) {
          return source_of(claim) != source_of(fact.claims.front());
        })) {
      shares[fact.story].compared += fact.claims.size();
    }
  }
  return shares;
}

// Rows of a table that joins `owner` with claims in their order.
void write_members(Statement& insert,
                   std::int64_t owner,
                   const std::vector<std::size_t>& members,
                   std::span<const std::int64_t> claims) {
  for (std::size_t i = 0; i < members.size(); ++i) {
    insert.put_integer(owner).put_integer(integer(i)).put_integer(claims[members[i]]).run();
  }
}

}  // namespace

void clear_comparison(Database& database) {
  database.run(
      "DELETE FROM fact;"
      "UPDATE document SET compared_at = NULL, story_id = NULL, origin_id = NULL"
      " WHERE compared_at IS NOT NULL OR story_id IS NOT NULL OR origin_id IS NOT NULL;"
      "DELETE FROM story;"
      "DELETE FROM origin;");
}

ComparisonWriter::ComparisonWriter(Database& database)
    : database_(&database),
      story_(database.prepare("INSERT INTO story (name, ordinal, sources, claims, compared,"
                              " is_stale) VALUES (?, ?, ?, ?, ?, 0)")),
      origin_(database.prepare("INSERT INTO origin (number) VALUES (?)")),
      place_(database.prepare(
          "UPDATE document SET compared_at = ?, origin_id = ?, story_id = ? WHERE id = ?")),
      fact_(
          database.prepare("INSERT INTO fact (story_id, name, kind, verdict) VALUES (?, ?, ?, ?)")),
      fact_claim_(
          database.prepare("INSERT INTO fact_claim (fact_id, ordinal, claim_id) VALUES (?, ?, ?)")),
      position_(database.prepare(
          "INSERT INTO position (fact_id, low, high, articles, origins, named_sources)"
          " VALUES (?, ?, ?, ?, ?, ?)")),
      position_claim_(database.prepare(
          "INSERT INTO position_claim (position_id, ordinal, claim_id) VALUES (?, ?, ?)")),
      finding_(database.prepare(
          "INSERT INTO finding (fact_id, a_claim_id, b_claim_id, verdict, reason, gap, explain,"
          " link, rests_on, same_origin, confidence, fingerprint)"
          " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {}

void ComparisonWriter::write(const Comparison& comparison, const ComparisonRows& rows) {
  const Ids stories = write_stories(comparison, rows);
  place_documents(comparison, rows, stories);
  Ids facts;
  for (const Fact& fact : comparison.facts) {
    facts.push_back(write_fact(fact, stories[fact.story], rows.claims));
  }
  write_findings(comparison, facts, rows.claims);
}

Ids ComparisonWriter::write_stories(const Comparison& comparison, const ComparisonRows& rows) {
  const std::vector<Share> shares = shares_of(comparison);
  Ids ids;
  for (std::size_t i = 0; i < comparison.stories.size(); ++i) {
    const Story& story = comparison.stories[i];
    story_.put(story.name).put_integer(rows.first_story + integer(i));
    story_.put_integer(integer(story.sources.size())).put_integer(integer(shares[i].claims));
    story_.put_integer(integer(shares[i].compared)).run();
    ids.push_back(database_->last_id());
  }
  return ids;
}

void ComparisonWriter::place_documents(const Comparison& comparison,
                                       const ComparisonRows& rows,
                                       const Ids& stories) {
  std::map<std::size_t, std::int64_t> origins;
  for (const std::size_t number : comparison.origin_of_source) {
    if (!origins.contains(number)) {
      origin_.put_integer(rows.first_origin + integer(number)).run();
      origins[number] = database_->last_id();
    }
  }
  std::vector<std::optional<std::int64_t>> story_of(comparison.sources.size());
  for (std::size_t i = 0; i < stories.size(); ++i) {
    for (const std::size_t source : comparison.stories[i].sources) {
      story_of[source] = stories[i];
    }
  }
  const auto put = [this](std::optional<std::int64_t> row) {
    if (row) {
      place_.put_integer(*row);
    } else {
      place_.put_null();
    }
  };
  for (std::size_t i = 0; i < rows.documents.size(); ++i) {
    place_.put_integer(rows.places[i]);
    put(i < comparison.origin_of_source.size()
            ? std::optional(origins.at(comparison.origin_of_source[i]))
            : std::nullopt);
    put(story_of[i]);
    place_.put_integer(rows.documents[i]).run();
  }
}

std::int64_t ComparisonWriter::write_fact(const Fact& fact,
                                          std::int64_t story,
                                          std::span<const std::int64_t> claims) {
  fact_.put_integer(story).put(fact.name).put(name_of(fact.kind)).put(name_of(fact.verdict));
  fact_.run();
  const std::int64_t row = database_->last_id();
  write_members(fact_claim_, row, fact.claims, claims);
  for (const Position& position : fact.positions) {
    position_.put_integer(row).put(position.low).put(position.high);
    position_.put_integer(integer(position.articles)).put_integer(integer(position.origins));
    position_.put_integer(integer(position.named_sources)).run();
    write_members(position_claim_, database_->last_id(), position.claims, claims);
  }
  return row;
}

void ComparisonWriter::write_findings(const Comparison& comparison,
                                      const Ids& facts,
                                      std::span<const std::int64_t> claims) {
  for (const Finding& finding : comparison.findings) {
    finding_.put_integer(facts[finding.fact]);
    finding_.put_integer(claims[finding.a]).put_integer(claims[finding.b]);
    finding_.put(name_of(finding.verdict)).put(finding.reason).put(finding.gap);
    finding_.put(finding.explain).put(finding.link).put(json_of(finding.rests_on));
    finding_.put_integer(finding.same_origin ? 1 : 0).put(finding.confidence);
    finding_.put(finding_fingerprint(finding, comparison)).run();
  }
}

}  // namespace tally
