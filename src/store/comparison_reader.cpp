// SPDX-License-Identifier: Apache-2.0
#include "store/comparison_reader.h"

#include <cstddef>
#include <cstdint>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/error.h"
#include "store/database.h"
#include "store/harvests.h"
#include "store/lists.h"

namespace tally {
namespace {

using Indices = std::unordered_map<std::int64_t, std::size_t>;  // row id to index in the Comparison

std::size_t take_size(Statement& statement) {
  return static_cast<std::size_t>(statement.take_integer());
}

// The index of a row. Throws Error when there is none: a hand has edited the database.
std::size_t index_of(const Indices& indices, std::int64_t row) {
  const auto found = indices.find(row);
  if (found == indices.end()) {
    throw Error("the comparison in the database does not hang together; run `tally compare` anew");
  }
  return found->second;
}

void read_coverage(Database& database, Comparison& comparison) {
  Statement runs = database.prepare(
      "SELECT figures, compared, one_source, not_understood FROM run ORDER BY id DESC LIMIT 1");
  if (runs.step()) {
    comparison.coverage.figures = take_size(runs);
    comparison.coverage.compared = take_size(runs);
    comparison.coverage.one_source = take_size(runs);
    comparison.coverage.not_understood = take_size(runs);
  }
}

Indices read_stories(Database& database, Comparison& comparison) {
  Statement stories = database.prepare("SELECT id, name FROM story ORDER BY ordinal, id");
  Indices indices;
  while (stories.step()) {
    indices.emplace(stories.take_integer(), indices.size());
    comparison.stories.push_back({stories.take_text(), {}});
  }
  return indices;
}

// The compared documents with their claims and gaps; gives the index of each claim's row.
Indices read_sources(Database& database, const Indices& stories, Comparison& comparison) {
  Indices claims;
  for (StoredHarvest& stored : stored_harvests(database, Selection::compared)) {
    if (stored.story_id) {
      comparison.stories[index_of(stories, *stored.story_id)].sources.push_back(
          comparison.sources.size());
    }
    if (stored.origin) {
      comparison.origin_of_source.push_back(static_cast<std::size_t>(*stored.origin));
    }
    for (const std::int64_t id : stored.claim_ids) {
      claims.emplace(id, claims.size());
    }
    comparison.sources.push_back(std::move(stored.harvest.document));
    for (Claim& claim : stored.harvest.claims) {
      comparison.claims.push_back(std::move(claim));
    }
    comparison.gaps.insert(
        comparison.gaps.end(), stored.harvest.gaps.begin(), stored.harvest.gaps.end());
  }
  return claims;
}

std::vector<std::size_t> read_members(Statement& select,
                                      std::int64_t owner,
                                      const Indices& claims) {
  std::vector<std::size_t> members;
  select.put_integer(owner);
  while (select.step()) {
    members.push_back(index_of(claims, select.take_integer()));
  }
  select.reset();
  return members;
}

Indices read_facts(Database& database,
                   const Indices& stories,
                   const Indices& claims,
                   Comparison& comparison) {
  Statement facts = database.prepare(
      "SELECT f.id, f.story_id, f.name, f.kind, f.verdict FROM story t"
      " JOIN fact f ON f.story_id = t.id ORDER BY t.ordinal, t.id, f.id");
  Statement members =
      database.prepare("SELECT claim_id FROM fact_claim WHERE fact_id = ? ORDER BY ordinal");
  Indices indices;
  while (facts.step()) {
    const std::int64_t id = facts.take_integer();
    indices.emplace(id, indices.size());
    Fact fact;
    fact.story = index_of(stories, facts.take_integer());
    fact.name = facts.take_text();
    fact.kind = kind_named(facts.take_text()).value_or(Kind::other);
    fact.verdict = verdict_named(facts.take_text()).value_or(Verdict::unclear);
    fact.claims = read_members(members, id, claims);
    comparison.facts.push_back(std::move(fact));
  }
  return indices;
}

void read_positions(Database& database,
                    const Indices& facts,
                    const Indices& claims,
                    Comparison& comparison) {
  Statement positions = database.prepare(
      "SELECT id, fact_id, low, high, articles, origins, named_sources FROM position"
      " ORDER BY fact_id, id");
  Statement members = database.prepare(
      "SELECT claim_id FROM position_claim WHERE position_id = ? ORDER BY ordinal");
  while (positions.step()) {
    const std::int64_t id = positions.take_integer();
    Fact& fact = comparison.facts[index_of(facts, positions.take_integer())];
    Position position;
    position.low = positions.take_optional_real();
    position.high = positions.take_optional_real();
    position.articles = take_size(positions);
    position.origins = take_size(positions);
    position.named_sources = take_size(positions);
    position.claims = read_members(members, id, claims);
    fact.positions.push_back(std::move(position));
  }
}

void read_findings(Database& database,
                   const Indices& facts,
                   const Indices& claims,
                   Comparison& comparison) {
  Statement findings = database.prepare(
      "SELECT n.fact_id, n.a_claim_id, n.b_claim_id, n.verdict, n.reason, n.gap, n.explain, n.link,"
      " n.rests_on, n.same_origin, n.confidence FROM story t JOIN fact f ON f.story_id = t.id"
      " JOIN finding n ON n.fact_id = f.id ORDER BY t.ordinal, t.id, f.id, n.id");
  while (findings.step()) {
    Finding finding;
    finding.fact = index_of(facts, findings.take_integer());
    finding.a = index_of(claims, findings.take_integer());
    finding.b = index_of(claims, findings.take_integer());
    finding.verdict = verdict_named(findings.take_text()).value_or(Verdict::unclear);
    finding.reason = findings.take_text();
    finding.gap = findings.take_text();
    finding.explain = findings.take_text();
    finding.link = findings.take_text();
    finding.rests_on = words_of_json(findings.take_text());
    finding.same_origin = findings.take_integer() != 0;
    finding.confidence = findings.take_real();
    finding.number = comparison.findings.size();
    comparison.findings.push_back(std::move(finding));
  }
}

}  // namespace

Comparison read_comparison(Database& database) {
  Comparison comparison;
  read_coverage(database, comparison);
  const Indices stories = read_stories(database, comparison);
  const Indices claims = read_sources(database, stories, comparison);
  const Indices facts = read_facts(database, stories, claims, comparison);
  read_positions(database, facts, claims, comparison);
  read_findings(database, facts, claims, comparison);
  return comparison;
}

}  // namespace tally
