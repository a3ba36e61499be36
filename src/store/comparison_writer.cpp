// SPDX-License-Identifier: Apache-2.0
#include "store/comparison_writer.h"

#include <cstddef>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "model/review.h"
#include "store/database.h"
#include "store/lists.h"
#include "store/offsets.h"

namespace tally {
namespace {

using Ids = std::vector<std::int64_t>;

std::int64_t integer(std::size_t number) { return static_cast<std::int64_t>(number); }

Ids write_stories(Database& database, const Comparison& comparison) {
  Statement insert = database.prepare("INSERT INTO story (name) VALUES (?)");
  Ids ids;
  for (const Story& story : comparison.stories) {
    insert.put(story.name).run();
    ids.push_back(database.last_id());
  }
  return ids;
}

std::map<std::size_t, std::int64_t> write_origins(Database& database,
                                                  const Comparison& comparison) {
  Statement insert = database.prepare("INSERT INTO origin (number) VALUES (?)");
  std::map<std::size_t, std::int64_t> ids;
  for (const std::size_t number : comparison.origin_of_source) {
    if (!ids.contains(number)) {
      insert.put_integer(integer(number)).run();
      ids[number] = database.last_id();
    }
  }
  return ids;
}

void place_documents(Database& database,
                     const Comparison& comparison,
                     std::span<const std::int64_t> documents,
                     const Ids& stories) {
  Statement place =
      database.prepare("UPDATE document SET compared_at = ?, origin_id = ? WHERE id = ?");
  const auto origins = write_origins(database, comparison);
  for (std::size_t i = 0; i < documents.size(); ++i) {
    place.put_integer(integer(i));
    if (i < comparison.origin_of_source.size()) {
      place.put_integer(origins.at(comparison.origin_of_source[i]));
    } else {
      place.put_null();
    }
    place.put_integer(documents[i]).run();
  }
  Statement join = database.prepare("UPDATE document SET story_id = ? WHERE id = ?");
  for (std::size_t i = 0; i < stories.size(); ++i) {
    for (const std::size_t source : comparison.stories[i].sources) {
      join.put_integer(stories[i]).put_integer(documents[source]).run();
    }
  }
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

class FactWriter {
 public:
  FactWriter(Database& database, std::span<const std::int64_t> claims)
      : database_(&database),
        claims_(claims),
        fact_(database.prepare(
            "INSERT INTO fact (story_id, name, kind, verdict) VALUES (?, ?, ?, ?)")),
        fact_claim_(database.prepare(
            "INSERT INTO fact_claim (fact_id, ordinal, claim_id) VALUES (?, ?, ?)")),
        position_(database.prepare(
            "INSERT INTO position (fact_id, low, high, articles, origins, named_sources)"
            " VALUES (?, ?, ?, ?, ?, ?)")),
        position_claim_(database.prepare(
            "INSERT INTO position_claim (position_id, ordinal, claim_id) VALUES (?, ?, ?)")) {}

  std::int64_t write(const Fact& fact, std::int64_t story) {
    fact_.put_integer(story).put(fact.name).put(name_of(fact.kind)).put(name_of(fact.verdict));
    fact_.run();
    const std::int64_t row = database_->last_id();
    write_members(fact_claim_, row, fact.claims, claims_);
    for (const Position& position : fact.positions) {
      write_position(row, position);
    }
    return row;
  }

 private:
  void write_position(std::int64_t fact, const Position& position) {
    position_.put_integer(fact).put(position.low).put(position.high);
    position_.put_integer(integer(position.articles)).put_integer(integer(position.origins));
    position_.put_integer(integer(position.named_sources)).run();
    write_members(position_claim_, database_->last_id(), position.claims, claims_);
  }

  Database* database_;
  std::span<const std::int64_t> claims_;
  Statement fact_;
  Statement fact_claim_;
  Statement position_;
  Statement position_claim_;
};

void write_findings(Database& database,
                    const Comparison& comparison,
                    const Ids& facts,
                    std::span<const std::int64_t> claims) {
  Statement insert = database.prepare(
      "INSERT INTO finding (fact_id, a_claim_id, b_claim_id, verdict, reason, gap, explain, link,"
      " rests_on, same_origin, confidence, fingerprint)"
      " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  for (const Finding& finding : comparison.findings) {
    insert.put_integer(facts[finding.fact]);
    insert.put_integer(claims[finding.a]).put_integer(claims[finding.b]);
    insert.put(name_of(finding.verdict)).put(finding.reason).put(finding.gap);
    insert.put(finding.explain).put(finding.link).put(json_of(finding.rests_on));
    insert.put_integer(finding.same_origin ? 1 : 0).put(finding.confidence);
    insert.put(finding_fingerprint(finding, comparison)).run();
  }
}

void write_gaps(Database& database,
                const Comparison& comparison,
                std::span<const std::int64_t> documents) {
  Statement insert = database.prepare(
      "INSERT INTO gap (document_id, begin_char, end_char, quote, kind) VALUES (?, ?, ?, ?, ?)");
  std::map<std::size_t, Offsets> offsets;  // of each source with a gap
  for (const Gap& gap : comparison.gaps) {
    const std::string& text = comparison.sources[gap.source].text;
    const Span place = offsets.try_emplace(gap.source, text).first->second.code_points_of(gap.span);
    insert.put_integer(documents[gap.source]);
    insert.put_integer(integer(place.begin)).put_integer(integer(place.end));
    insert.put(slice(text, gap.span)).put(name_of(gap.kind)).run();
  }
}

}  // namespace

void clear_comparison(Database& database) {
  database.run(
      "DELETE FROM fact;"
      "DELETE FROM gap;"
      "UPDATE document SET compared_at = NULL, story_id = NULL, origin_id = NULL;"
      "DELETE FROM story;"
      "DELETE FROM origin;");
}

void write_comparison(Database& database,
                      const Comparison& comparison,
                      std::span<const std::int64_t> documents,
                      std::span<const std::int64_t> claims) {
  const Ids stories = write_stories(database, comparison);
  place_documents(database, comparison, documents, stories);
  FactWriter writer(database, claims);
  Ids facts;
  for (const Fact& fact : comparison.facts) {
    facts.push_back(writer.write(fact, stories[fact.story]));
  }
  write_findings(database, comparison, facts, claims);
  write_gaps(database, comparison, documents);
}

}  // namespace tally
