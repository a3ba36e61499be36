// SPDX-License-Identifier: Apache-2.0
#include "store/store.h"

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "base/error.h"
#include "store/comparison_reader.h"
#include "store/comparison_update.h"
#include "store/comparison_writer.h"
#include "store/database.h"
#include "store/harvests.h"
#include "store/postgres_script.h"
#include "store/reviews.h"
#include "store/schema.h"
#include "store/sentence_index.h"
#include "store/transaction.h"

namespace tally {
namespace {

void write_rules(Database& database, const PackRecord& pack) {
  Statement insert = database.prepare(
      "INSERT INTO rule (name, rev, title) VALUES (?, ?, ?)"
      " ON CONFLICT (name, rev) DO UPDATE SET title = excluded.title");
  for (const PackRecord::Rule& rule : pack.rules) {
    insert.put(rule.id).put_integer(rule.rev).put(rule.title).run();
  }
}

void write_units(Database& database, const PackRecord& pack) {
  Statement insert = database.prepare(
      "INSERT INTO unit (code, name, kind, base, factor, shift) VALUES (?, ?, ?, ?, ?, ?)"
      " ON CONFLICT (code) DO UPDATE SET (name, kind, base, factor, shift) ="
      " (excluded.name, excluded.kind, excluded.base, excluded.factor, excluded.shift)");
  for (const PackRecord::Unit& unit : pack.units) {
    insert.put(unit.code).put(unit.name).put(name_of(unit.kind)).put(unit.base);
    insert.put(unit.factor).put(unit.offset).run();
  }
}

void write_run(Database& database, const PackRecord& pack, const Comparison& comparison) {
  Statement insert = database.prepare(
      "INSERT INTO run (program, pack_name, pack_version, pack_sha256, figures, compared,"
      " one_source, not_understood) VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
  insert.put(pack.program).put(pack.name).put(pack.version).put(pack.sha256);
  const Comparison::Coverage& coverage = comparison.coverage;
  for (const std::size_t count :
       {coverage.figures, coverage.compared, coverage.one_source, coverage.not_understood}) {
    insert.put_integer(static_cast<std::int64_t>(count));
  }
  insert.run();
}

std::size_t mention_count(const std::vector<Claim>& claims) {
  std::set<std::pair<std::size_t, std::size_t>> spans;
  for (const Claim& claim : claims) {
    spans.emplace(claim.mention.span.begin, claim.mention.span.end);
  }
  return spans.size();
}

// The sources of a comparison with their claims and gaps, with the counts of the documents that are
// there.
std::vector<Harvest> harvests_of(Database& database, const Comparison& comparison) {
  std::vector<Harvest> harvests(comparison.sources.size());
  for (const Claim& claim : comparison.claims) {
    harvests[claim.source].claims.push_back(claim);
  }
  for (const Gap& gap : comparison.gaps) {
    Harvest& harvest = harvests[gap.source];
    harvest.gaps.push_back({.span = gap.span, .kind = gap.kind});
    harvest.not_understood += gap.kind == GapKind::unread ? 1 : 0;
  }
  HarvestReader reader(database);
  for (std::size_t i = 0; i < harvests.size(); ++i) {
    Harvest& harvest = harvests[i];
    harvest.document = comparison.sources[i];
    harvest.figures = mention_count(harvest.claims) + harvest.gaps.size();
    if (const auto stored = reader.find(harvest.document.id)) {
      harvest.figures = stored->harvest.figures;
      harvest.not_understood = stored->harvest.not_understood;
    }
  }
  return harvests;
}

// The value of a parameter by its name. Throws Error when none was given.
const Cell& value_of(std::string_view name, std::span<const QueryParameter> parameters) {
  for (const QueryParameter& parameter : parameters) {
    if (parameter.name == name) {
      return parameter.value;
    }
  }
  throw Error(name.empty()
                  ? std::string("SQL: a parameter needs a name, such as :day")
                  : fmt::format("SQL: parameter '{0}' has no value; give -p {0}=...", name));
}

void bind(Statement& statement, std::span<const QueryParameter> parameters) {
  const auto names = statement.parameter_names();
  for (const std::string& name : names) {
    statement.put_cell(value_of(name, parameters));
  }
  for (const QueryParameter& parameter : parameters) {
    if (std::find(names.begin(), names.end(), parameter.name) == names.end()) {
      throw Error(
          fmt::format("SQL: there is no parameter '{0}' (:{0}) in the statement", parameter.name));
    }
  }
}

}  // namespace

Store::Store(const std::string& path, Access access)
    : database_(std::make_unique<Database>(open_claim_database(path, access))) {}

Store::Store() : Store(":memory:", Access::write) {}

Store::~Store() = default;
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;

void Store::use_pack(const PackRecord& pack) {
  Transaction transaction(*database_);
  write_rules(*database_, pack);
  write_units(*database_, pack);
  transaction.commit();
  pack_ = pack;
}

bool Store::holds(const Document& document) const {
  const auto stored = stored_document(*database_, document.id);
  return stored && stored->pack_sha256 == pack_.sha256 &&
         without_assumed_date(stored->harvest.document) == without_assumed_date(document);
}

std::vector<Added> Store::add(std::span<const Harvest> harvests) {
  Transaction transaction(*database_);
  HarvestWriter writer(*database_, pack_);
  std::vector<Added> outcome;
  for (const Harvest& harvest : harvests) {
    outcome.push_back(writer.write(harvest));
  }
  transaction.commit();
  return outcome;
}

bool Store::remove(std::string_view document_id) {
  Transaction transaction(*database_);
  const auto stored = stored_document(*database_, document_id);
  if (!stored) {
    return false;
  }
  drop_facts_on(*database_, stored->id);
  SentenceIndex(*database_).drop(stored->id);
  Statement drop = database_->prepare("DELETE FROM document WHERE id = ?");
  drop.put_integer(stored->id).run();
  database_->run(
      "DELETE FROM story WHERE id NOT IN"
      " (SELECT story_id FROM document WHERE story_id IS NOT NULL);"
      "DELETE FROM origin WHERE id NOT IN"
      " (SELECT origin_id FROM document WHERE origin_id IS NOT NULL)");
  transaction.commit();
  return true;
}

std::vector<Document> Store::load_documents() const {
  std::vector<Document> documents;
  for (StoredHarvest& stored : stored_documents(*database_)) {
    documents.push_back(std::move(stored.harvest.document));
  }
  return documents;
}

std::vector<Harvest> Store::load_harvests() const {
  std::vector<Harvest> harvests;
  for (StoredHarvest& stored : stored_harvests(*database_, Selection::all)) {
    harvests.push_back(std::move(stored.harvest));
  }
  return harvests;
}

void Store::remember(const Correction& correction) {
  Transaction transaction(*database_);
  Statement insert = database_->prepare(
      "INSERT INTO correction (source, published, outlet) VALUES (?, ?, ?)"
      " ON CONFLICT (source) DO UPDATE SET"
      " published = coalesce(excluded.published, correction.published),"
      " outlet = coalesce(excluded.outlet, correction.outlet)");
  insert.put(correction.source);
  if (correction.published) {
    insert.put(iso_date(*correction.published));
  } else {
    insert.put_null();
  }
  if (correction.outlet) {
    insert.put(*correction.outlet);
  } else {
    insert.put_null();
  }
  insert.run();
  transaction.commit();
}

std::vector<Correction> Store::load_corrections() const {
  Statement rows =
      database_->prepare("SELECT source, published, outlet FROM correction ORDER BY source");
  std::vector<Correction> corrections;
  while (rows.step()) {
    Correction correction;
    correction.source = rows.take_text();
    correction.published = parse_iso_date(rows.take_text());
    const bool has_outlet = !rows.next_is_null();
    const std::string outlet = rows.take_text();
    if (has_outlet) {
      correction.outlet = outlet;
    }
    corrections.push_back(std::move(correction));
  }
  return corrections;
}

void Store::save_comparison(const Comparison& comparison) {
  Transaction transaction(*database_);
  clear_comparison(*database_);
  HarvestWriter writer(*database_, pack_);
  HarvestReader reader(*database_);
  std::vector<std::int64_t> documents;
  std::vector<std::vector<std::int64_t>> ids;  // of the claims of each source
  for (const Harvest& harvest : harvests_of(*database_, comparison)) {
    writer.write(harvest);
    documents.push_back(writer.document());
    ids.push_back(reader.claim_ids(writer.document()));
  }
  std::vector<std::int64_t> claims;
  std::vector<std::size_t> taken(ids.size());
  for (const Claim& claim : comparison.claims) {
    claims.push_back(ids[claim.source][taken[claim.source]++]);
  }
  std::vector<std::int64_t> places(documents.size());
  std::iota(places.begin(), places.end(), std::int64_t{0});
  ComparisonWriter(*database_)
      .write(comparison, {.documents = documents, .places = places, .claims = claims});
  write_run(*database_, pack_, comparison);
  transaction.commit();
}

ComparisonUpdate Store::update_comparison(Keep keep) { return {*database_, pack_, keep}; }

std::size_t Store::story_count() const {
  return static_cast<std::size_t>(database_->integer_of("SELECT count(*) FROM story"));
}

bool Store::has_comparison() const {
  return database_->integer_of("SELECT count(*) FROM run") != 0;
}

Comparison Store::load_comparison() const {
  if (!has_comparison()) {
    throw Error(fmt::format("{}: the database holds no comparison yet; run `tally compare`",
                            database_->path()));
  }
  Comparison comparison = read_comparison(*database_);
  apply_decisions(comparison, decisions());
  return comparison;
}

std::vector<DecisionRecord> Store::decisions() const { return read_decisions(*database_); }

std::vector<LinkRecord> Store::links() const { return read_links(*database_); }

bool Store::has_open_conflict() const {
  return database_->integer_of(
             "SELECT EXISTS (SELECT 1 FROM finding n"
             " LEFT JOIN decision e ON e.fingerprint = n.fingerprint"
             " WHERE n.verdict = 'conflict' AND coalesce(e.decision, 'open') <> 'dismissed')") != 0;
}

void Store::decide(std::span<const DecisionRecord> records) {
  Transaction transaction(*database_);
  for (const DecisionRecord& record : records) {
    if (record.decision == Decision::open) {
      drop_decision(*database_, record.fingerprint);
    } else {
      write_decision(*database_, record);
    }
  }
  transaction.commit();
}

void Store::decide(const LinkRecord& record) {
  Transaction transaction(*database_);
  write_link(*database_, record);
  mark_stories_of_link(*database_, record.place_a, record.place_b);
  transaction.commit();
}

bool Store::free_link(std::string_view place_a, std::string_view place_b) {
  Transaction transaction(*database_);
  mark_stories_of_link(*database_, place_a, place_b);
  const bool was_there = drop_link(*database_, place_a, place_b);
  transaction.commit();
  return was_there;
}

void Store::index_sentences() {
  Transaction transaction(*database_);
  build_sentence_index(*database_);
  transaction.commit();
}

void Store::write_postgres_script(const std::function<void(std::string_view)>& sink) const {
  tally::write_postgres_script(*database_, sink);
}

void Store::query(const std::string& sql,
                  std::span<const QueryParameter> parameters,
                  const ResultSink& sink,
                  Access access) const {
  Statement statement = database_->prepare_query(sql, access);
  bind(statement, parameters);
  bool has_row = statement.step();
  const std::vector<std::string> names = statement.column_names();
  sink.columns(names);
  for (; has_row; has_row = statement.step()) {
    sink.row(statement.cells());
  }
}

}  // namespace tally
