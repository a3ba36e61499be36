// SPDX-License-Identifier: Apache-2.0
#include "store/harvests.h"

#include <algorithm>
#include <cstddef>

#include <fmt/format.h>

#include "store/rows.h"

namespace tally {
namespace {

std::size_t column_count(std::string_view columns) {
  return static_cast<std::size_t>(std::count(columns.begin(), columns.end(), ',')) + 1;
}

std::string question_marks(std::size_t count) {
  std::string marks = "?";
  for (std::size_t i = 1; i < count; ++i) {
    marks += ", ?";
  }
  return marks;
}

std::string insert_sql(std::string_view table, std::string_view columns) {
  return fmt::format(
      "INSERT INTO {} ({}) VALUES ({})", table, columns, question_marks(column_count(columns)));
}

// `columns` with the name of their table before each.
std::string qualified(std::string_view alias, std::string_view columns) {
  std::string out = fmt::format("{}.", alias);
  for (const char c : columns) {
    out += c;
    if (c == ' ') {
      out += fmt::format("{}.", alias);
    }
  }
  return out;
}

// A document that is there keeps its row, and with it its place in the order of adding; it leaves
// the comparison, as what was compared is gone.
std::string upsert_document_sql() {
  const std::string columns =
      fmt::format("figures, not_understood, pack_sha256, {}", k_document_columns);
  return fmt::format(
      "{} ON CONFLICT (source) DO UPDATE SET ({}) = ({}),"
      " compared_at = NULL, story_id = NULL, origin_id = NULL RETURNING id",
      insert_sql("document", columns),
      columns,
      qualified("excluded", columns));
}

constexpr std::string_view k_document_query =
    "SELECT d.id, d.figures, d.not_understood, d.pack_sha256, d.story_id, d.compared_at, o.number, "
    "{}"
    " FROM document d LEFT JOIN origin o ON o.id = d.origin_id";

constexpr std::string_view k_claim_query =
    "SELECT c.id, s.ordinal, s.text, r.name AS rule, r.rev, {}"
    " FROM claim c JOIN sentence s ON s.id = c.sentence_id JOIN rule r ON r.id = c.rule_id"
    " WHERE c.document_id = ? ORDER BY c.id";

std::string document_query() {
  return fmt::format(fmt::runtime(k_document_query), qualified("d", k_document_columns));
}

std::string claim_query() {
  return fmt::format(fmt::runtime(k_claim_query), qualified("c", k_claim_columns));
}

std::optional<std::int64_t> take_optional_integer(Statement& statement) {
  const bool is_absent = statement.next_is_null();
  const std::int64_t number = statement.take_integer();
  return is_absent ? std::nullopt : std::optional<std::int64_t>(number);
}

StoredHarvest take_stored(Statement& statement) {
  StoredHarvest stored;
  stored.id = statement.take_integer();
  stored.harvest.figures = static_cast<std::size_t>(statement.take_integer());
  stored.harvest.not_understood = static_cast<std::size_t>(statement.take_integer());
  stored.pack_sha256 = statement.take_text();
  stored.story_id = take_optional_integer(statement);
  stored.compared_at = take_optional_integer(statement);
  stored.origin = take_optional_integer(statement);
  stored.harvest.document = take_document(statement);
  return stored;
}

bool is_same_claim(const Claim& a, const Claim& b) {
  Claim moved = b;
  moved.source = a.source;
  return a == moved;
}

bool is_same_gap(const Gap& a, const Gap& b) { return a.span == b.span && a.kind == b.kind; }

bool is_same(const Harvest& a, const Harvest& b) {
  return a.document == b.document && a.figures == b.figures &&
         a.not_understood == b.not_understood &&
         std::equal(a.gaps.begin(), a.gaps.end(), b.gaps.begin(), b.gaps.end(), is_same_gap) &&
         std::equal(
             a.claims.begin(), a.claims.end(), b.claims.begin(), b.claims.end(), is_same_claim);
}

}  // namespace

std::vector<StoredHarvest> stored_harvests(Database& database, Selection selection) {
  const std::string tail = selection == Selection::all
                               ? " ORDER BY d.id"
                               : " WHERE d.compared_at IS NOT NULL ORDER BY d.compared_at";
  Statement documents = database.prepare(document_query() + tail);
  HarvestReader reader(database);
  std::vector<StoredHarvest> harvests;
  while (documents.step()) {
    harvests.push_back(take_stored(documents));
    reader.load_claims(harvests.back());
    for (Claim& claim : harvests.back().harvest.claims) {
      claim.source = harvests.size() - 1;
    }
    for (Gap& gap : harvests.back().harvest.gaps) {
      gap.source = harvests.size() - 1;
    }
  }
  return harvests;
}

std::vector<StoredHarvest> stored_documents(Database& database) {
  std::vector<StoredHarvest> harvests;
  each_stored_document(database,
                       [&](StoredHarvest stored) { harvests.push_back(std::move(stored)); });
  return harvests;
}

std::optional<StoredHarvest> stored_document(Database& database, std::string_view document_id) {
  return HarvestReader(database).find(document_id);
}

void each_stored_document(Database& database, const std::function<void(StoredHarvest)>& take) {
  Statement documents = database.prepare(document_query() + " ORDER BY d.id");
  while (documents.step()) {
    take(take_stored(documents));
  }
}

HarvestReader::HarvestReader(Database& database)
    : by_source_(database.prepare(document_query() + " WHERE d.source = ?")),
      by_row_(database.prepare(document_query() + " WHERE d.id = ?")),
      claims_(database.prepare(claim_query())),
      gaps_(database.prepare(
          "SELECT begin_char, end_char, kind FROM gap WHERE document_id = ? ORDER BY id")),
      claim_ids_(database.prepare("SELECT id FROM claim WHERE document_id = ? ORDER BY id")) {}

std::optional<StoredHarvest> HarvestReader::find(std::string_view document_id) {
  by_source_.put(document_id);
  std::optional<StoredHarvest> stored;
  if (by_source_.step()) {
    stored = take_stored(by_source_);
  }
  by_source_.reset();
  return stored;
}

StoredHarvest HarvestReader::at(std::int64_t document) {
  by_row_.put_integer(document);
  by_row_.step();
  StoredHarvest stored = take_stored(by_row_);
  by_row_.reset();
  return stored;
}

void HarvestReader::load_claims(StoredHarvest& stored) {
  const Offsets offsets(stored.harvest.document.text);
  claims_.put_integer(stored.id);
  while (claims_.step()) {
    stored.claim_ids.push_back(claims_.take_integer());
    const auto ordinal = static_cast<std::size_t>(claims_.take_integer());
    std::string sentence = claims_.take_text();
    std::string rule = claims_.take_text();
    const int rev = static_cast<int>(claims_.take_integer());
    Claim claim = take_claim(claims_, offsets);
    claim.mention.sentence = ordinal;
    claim.sentence = std::move(sentence);
    claim.rule = std::move(rule);
    claim.rule_rev = rev;
    stored.harvest.claims.push_back(std::move(claim));
  }
  claims_.reset();
  gaps_.put_integer(stored.id);
  while (gaps_.step()) {
    const auto begin = static_cast<std::size_t>(gaps_.take_integer());
    const auto end = static_cast<std::size_t>(gaps_.take_integer());
    const auto kind = gap_kind_named(gaps_.take_text()).value_or(GapKind::unread);
    stored.harvest.gaps.push_back({.span = offsets.bytes_of({begin, end}), .kind = kind});
  }
  gaps_.reset();
}

std::vector<std::int64_t> HarvestReader::claim_ids(std::int64_t document) {
  std::vector<std::int64_t> ids;
  claim_ids_.put_integer(document);
  while (claim_ids_.step()) {
    ids.push_back(claim_ids_.take_integer());
  }
  claim_ids_.reset();
  return ids;
}

Document without_assumed_date(Document document) {
  if (document.published_from == PublishedFrom::assumed) {
    document.published.reset();
    document.published_from = PublishedFrom::none;
  }
  return document;
}

void drop_facts_on(Database& database, std::int64_t document) {
  Statement drop = database.prepare(
      "DELETE FROM fact WHERE id IN (SELECT fc.fact_id FROM fact_claim fc"
      " JOIN claim c ON c.id = fc.claim_id WHERE c.document_id = ?)");
  drop.put_integer(document).run();
}

HarvestWriter::HarvestWriter(Database& database, const PackRecord& pack)
    : database_(&database),
      pack_(&pack),
      index_(database),
      reader_(database),
      insert_document_(database.prepare(upsert_document_sql())),
      insert_sentence_(
          database.prepare("INSERT INTO sentence (document_id, ordinal, text) VALUES (?, ?, ?)")),
      insert_claim_(database.prepare(insert_sql(
          "claim",
          fmt::format("document_id, sentence_id, rule_id, pack_id, {}", k_claim_columns)))),
      insert_gap_(
          database.prepare(insert_sql("gap", "document_id, begin_char, end_char, quote, kind"))) {}

Added HarvestWriter::write(const Harvest& harvest) {
  auto stored = reader_.find(harvest.document.id);
  if (stored) {
    reader_.load_claims(*stored);
    document_ = stored->id;
    if (stored->pack_sha256 == pack_->sha256 && is_same(stored->harvest, harvest)) {
      return Added::unchanged;
    }
    drop_facts_on(*database_, stored->id);
    index_.drop(stored->id);
    for (const char* sql :
         {"DELETE FROM sentence WHERE document_id = ?", "DELETE FROM gap WHERE document_id = ?"}) {
      database_->prepare(sql).put_integer(stored->id).run();
    }
  }
  const Offsets offsets(harvest.document.text);
  document_ = document_row(harvest, offsets);
  write_claims(document_, harvest, offsets);
  write_gaps(document_, harvest, offsets);
  index_.add(document_);
  return stored ? Added::replaced : Added::fresh;
}

std::int64_t HarvestWriter::document_row(const Harvest& harvest, const Offsets& offsets) {
  insert_document_.put_integer(static_cast<std::int64_t>(harvest.figures));
  insert_document_.put_integer(static_cast<std::int64_t>(harvest.not_understood));
  insert_document_.put(pack_->sha256);
  put_document(insert_document_, harvest.document, offsets);
  insert_document_.step();
  const std::int64_t row = insert_document_.take_integer();
  insert_document_.reset();
  return row;
}

std::int64_t HarvestWriter::rule_row(const Claim& claim) {
  std::map<int, std::int64_t>& revisions = rules_[claim.rule];
  if (const auto known = revisions.find(claim.rule_rev); known != revisions.end()) {
    return known->second;
  }
  // The title comes with the pack; DO UPDATE makes RETURNING answer for a row that is there.
  Statement insert = database_->prepare(
      "INSERT INTO rule (name, rev, title) VALUES (?, ?, '')"
      " ON CONFLICT (name, rev) DO UPDATE SET rev = excluded.rev RETURNING id");
  insert.put(claim.rule).put_integer(claim.rule_rev);
  insert.step();
  return revisions[claim.rule_rev] = insert.take_integer();
}

// The pack of the claim's rule; for the fallback, which stands in no pack, the base pack.
std::int64_t HarvestWriter::pack_row(const Claim& claim) {
  if (const auto known = packs_.find(claim.rule); known != packs_.end()) {
    return known->second;
  }
  const auto holder =
      std::find_if(pack_->rules.begin(), pack_->rules.end(), [&](const PackRecord::Rule& rule) {
        return rule.id == claim.rule;
      });
  const bool is_known = holder != pack_->rules.end();
  Statement insert = database_->prepare(
      "INSERT INTO pack (name, version) VALUES (?, ?)"
      " ON CONFLICT (name, version) DO UPDATE SET name = excluded.name RETURNING id");
  insert.put(is_known ? holder->pack : pack_->name);
  insert.put(is_known ? holder->pack_version : pack_->version);
  insert.step();
  return packs_[claim.rule] = insert.take_integer();
}

std::int64_t HarvestWriter::sentence_row(std::int64_t document, const Claim& claim) {
  insert_sentence_.put_integer(document);
  insert_sentence_.put_integer(static_cast<std::int64_t>(claim.mention.sentence));
  insert_sentence_.put_view(claim.sentence).run();
  return database_->last_id();
}

void HarvestWriter::write_claims(std::int64_t document,
                                 const Harvest& harvest,
                                 const Offsets& offsets) {
  std::map<std::size_t, std::int64_t> sentences;  // rows by ordinal
  for (const Claim& claim : harvest.claims) {
    auto sentence = sentences.find(claim.mention.sentence);
    if (sentence == sentences.end()) {
      sentence = sentences.emplace(claim.mention.sentence, sentence_row(document, claim)).first;
    }
    insert_claim_.put_integer(document).put_integer(sentence->second);
    insert_claim_.put_integer(rule_row(claim)).put_integer(pack_row(claim));
    put_claim(insert_claim_, claim, offsets);
    insert_claim_.run();
  }
}

void HarvestWriter::write_gaps(std::int64_t document,
                               const Harvest& harvest,
                               const Offsets& offsets) {
  for (const Gap& gap : harvest.gaps) {
    const Span place = offsets.code_points_of(gap.span);
    insert_gap_.put_integer(document);
    insert_gap_.put_integer(static_cast<std::int64_t>(place.begin));
    insert_gap_.put_integer(static_cast<std::int64_t>(place.end));
    insert_gap_.put(slice(harvest.document.text, gap.span)).put(name_of(gap.kind)).run();
  }
}

}  // namespace tally
