// SPDX-License-Identifier: Apache-2.0
#include "store/schema.h"

#include <array>
#include <filesystem>
#include <string_view>

#include <fmt/format.h>

#include "base/error.h"
#include "store/address.h"
#include "store/database.h"
#include "store/postgres_schema.h"
#include "store/transaction.h"

namespace tally {
namespace {

// docs/schema.md explains every column; a test compares the two.
constexpr std::string_view k_version_1 = R"sql(
CREATE TABLE run (  -- one comparison; the newest is the one that facts and findings come from
  id INTEGER PRIMARY KEY,
  program TEXT NOT NULL,
  pack_name TEXT NOT NULL,
  pack_version TEXT NOT NULL,
  pack_sha256 TEXT NOT NULL,
  figures INTEGER NOT NULL,
  compared INTEGER NOT NULL,
  one_source INTEGER NOT NULL,
  not_understood INTEGER NOT NULL,
  name TEXT GENERATED ALWAYS AS ('comparison ' || CAST(id AS TEXT)) VIRTUAL
) STRICT;

CREATE TABLE unit (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  base TEXT NOT NULL,
  factor REAL NOT NULL,  -- base value = number * factor + shift
  shift REAL NOT NULL
) STRICT;

CREATE TABLE rule (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  rev INTEGER NOT NULL,
  title TEXT NOT NULL,
  UNIQUE (name, rev)
) STRICT;

CREATE TABLE story (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL
) STRICT;

CREATE TABLE origin (  -- one independent telling; copies of one agency story share it
  id INTEGER PRIMARY KEY,
  number INTEGER NOT NULL UNIQUE,
  name TEXT GENERATED ALWAYS AS ('origin ' || CAST(number AS TEXT)) VIRTUAL
) STRICT;

CREATE TABLE document (
  id INTEGER PRIMARY KEY,
  source TEXT NOT NULL UNIQUE,
  path TEXT NOT NULL,
  file TEXT NOT NULL,
  title TEXT NOT NULL,
  outlet TEXT NOT NULL,
  byline TEXT NOT NULL,
  url TEXT NOT NULL,
  language TEXT NOT NULL,
  published TEXT,
  published_time TEXT NOT NULL,
  published_from TEXT NOT NULL,
  figures INTEGER NOT NULL,
  not_understood INTEGER NOT NULL,
  pack_sha256 TEXT NOT NULL,
  story_id INTEGER REFERENCES story (id) ON DELETE SET NULL,
  origin_id INTEGER REFERENCES origin (id) ON DELETE SET NULL,
  compared_at INTEGER UNIQUE,  -- its place among the sources of the comparison
  text TEXT NOT NULL,
  skipped TEXT NOT NULL,
  title_begin INTEGER,
  title_end INTEGER,
  captions TEXT NOT NULL,
  warnings TEXT NOT NULL,
  name TEXT GENERATED ALWAYS AS
    (coalesce(nullif(outlet, '') || ': ', '') || coalesce(nullif(title, ''), path)) VIRTUAL
) STRICT;
CREATE INDEX document_by_story ON document (story_id);
CREATE INDEX document_by_origin ON document (origin_id);

CREATE TABLE sentence (
  id INTEGER PRIMARY KEY,
  document_id INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  text TEXT NOT NULL,
  UNIQUE (document_id, ordinal)
) STRICT;

CREATE TABLE claim (
  id INTEGER PRIMARY KEY,
  document_id INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
  sentence_id INTEGER NOT NULL REFERENCES sentence (id) ON DELETE CASCADE,
  rule_id INTEGER NOT NULL REFERENCES rule (id),
  begin_char INTEGER NOT NULL,
  end_char INTEGER NOT NULL,
  quote TEXT NOT NULL,
  kind TEXT NOT NULL,
  unit TEXT NOT NULL,
  low REAL,
  high REAL,
  modifier TEXT NOT NULL,
  change TEXT NOT NULL,
  bound TEXT NOT NULL,
  slack REAL NOT NULL,
  written_low REAL,
  written_high REAL,
  written_unit TEXT NOT NULL,
  assumed_unit INTEGER NOT NULL,
  timex TEXT,
  edtf TEXT,
  anchor_day INTEGER,
  anchor_from TEXT,
  narrow_low REAL,
  narrow_high REAL,
  iso_low TEXT,
  iso_high TEXT,
  zone TEXT,
  subject TEXT NOT NULL,
  head TEXT NOT NULL,
  qualifiers TEXT NOT NULL,
  predicate TEXT NOT NULL,
  object TEXT NOT NULL,
  place TEXT NOT NULL,
  names TEXT NOT NULL,
  stems TEXT NOT NULL,
  classes TEXT NOT NULL,
  attribution TEXT NOT NULL,
  stance TEXT NOT NULL,
  scope TEXT NOT NULL,
  in_title INTEGER NOT NULL,
  noun_begin INTEGER NOT NULL,
  noun_end INTEGER NOT NULL,
  noun_text TEXT NOT NULL,
  noun_head TEXT NOT NULL,
  noun_qualifiers TEXT NOT NULL,
  pattern TEXT NOT NULL,
  part TEXT NOT NULL,
  partner INTEGER,
  name TEXT GENERATED ALWAYS AS (trim(quote || ' ' || subject)) VIRTUAL
) STRICT;
CREATE INDEX claim_by_document ON claim (document_id);
CREATE INDEX claim_by_sentence ON claim (sentence_id);
CREATE INDEX claim_by_value ON claim (kind, unit, low);

CREATE TABLE fact (
  id INTEGER PRIMARY KEY,
  story_id INTEGER NOT NULL REFERENCES story (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  verdict TEXT NOT NULL
) STRICT;
CREATE INDEX fact_by_story ON fact (story_id);

CREATE TABLE fact_claim (
  fact_id INTEGER NOT NULL REFERENCES fact (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  claim_id INTEGER NOT NULL REFERENCES claim (id) ON DELETE CASCADE,
  PRIMARY KEY (fact_id, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX fact_claim_by_claim ON fact_claim (claim_id);

CREATE TABLE position (  -- claims of one fact that can all be true together
  id INTEGER PRIMARY KEY,
  fact_id INTEGER NOT NULL REFERENCES fact (id) ON DELETE CASCADE,
  low REAL,
  high REAL,
  articles INTEGER NOT NULL,
  origins INTEGER NOT NULL,
  named_sources INTEGER NOT NULL
) STRICT;
CREATE INDEX position_by_fact ON position (fact_id);

CREATE TABLE position_claim (
  position_id INTEGER NOT NULL REFERENCES position (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  claim_id INTEGER NOT NULL REFERENCES claim (id) ON DELETE CASCADE,
  PRIMARY KEY (position_id, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX position_claim_by_claim ON position_claim (claim_id);

CREATE TABLE finding (
  id INTEGER PRIMARY KEY,
  fact_id INTEGER NOT NULL REFERENCES fact (id) ON DELETE CASCADE,
  a_claim_id INTEGER NOT NULL REFERENCES claim (id) ON DELETE CASCADE,
  b_claim_id INTEGER NOT NULL REFERENCES claim (id) ON DELETE CASCADE,
  verdict TEXT NOT NULL,
  reason TEXT NOT NULL,
  gap TEXT NOT NULL,
  explain TEXT NOT NULL,
  link TEXT NOT NULL,
  rests_on TEXT NOT NULL,
  same_origin INTEGER NOT NULL,
  confidence REAL NOT NULL,
  name TEXT GENERATED ALWAYS AS (verdict || ', ' || reason) VIRTUAL
) STRICT;
CREATE INDEX finding_by_fact ON finding (fact_id);
CREATE INDEX finding_by_a ON finding (a_claim_id);
CREATE INDEX finding_by_b ON finding (b_claim_id);
)sql";

constexpr std::string_view k_version_2 = R"sql(
CREATE TABLE gap (  -- a figure that takes no part in the comparison
  id INTEGER PRIMARY KEY,
  document_id INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
  begin_char INTEGER NOT NULL,
  end_char INTEGER NOT NULL,
  quote TEXT NOT NULL,
  kind TEXT NOT NULL,
  name TEXT GENERATED ALWAYS AS (kind || ': ' || quote) VIRTUAL
) STRICT;
CREATE INDEX gap_by_document ON gap (document_id);
)sql";

// Places in text taken out of markup, and what people corrected of a source.
constexpr std::string_view k_version_3 = R"sql(
ALTER TABLE document ADD COLUMN line_marks TEXT NOT NULL DEFAULT '[]';

CREATE TABLE correction (  -- wins over what the document says of itself, now and when read again
  source TEXT PRIMARY KEY,
  published TEXT,
  outlet TEXT
) STRICT, WITHOUT ROWID;
)sql";

// The pack that holds the rule of a claim: packs lie one on the other.
constexpr std::string_view k_version_4 = R"sql(
CREATE TABLE pack (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  version TEXT NOT NULL,
  UNIQUE (name, version)
) STRICT;
ALTER TABLE claim ADD COLUMN pack_id INTEGER REFERENCES pack (id);
)sql";

// What people decide stands apart from the comparison, which is made anew.
constexpr std::string_view k_version_5 = R"sql(
CREATE TABLE decision (  -- on a finding, by its fingerprint
  id INTEGER PRIMARY KEY,
  fingerprint TEXT NOT NULL UNIQUE,
  decision TEXT NOT NULL,
  note TEXT NOT NULL,
  decided_on TEXT NOT NULL,
  verdict TEXT NOT NULL,
  fact TEXT NOT NULL,
  quote_a TEXT NOT NULL,
  quote_b TEXT NOT NULL,
  rule_a TEXT NOT NULL,
  rule_b TEXT NOT NULL,
  name TEXT GENERATED ALWAYS AS (decision || ': ' || quote_a || ' / ' || quote_b) VIRTUAL
) STRICT;

CREATE TABLE link (  -- on a pair of places in texts: do they speak of the same thing?
  id INTEGER PRIMARY KEY,
  place_a TEXT NOT NULL,
  place_b TEXT NOT NULL,
  link TEXT NOT NULL,
  note TEXT NOT NULL,
  decided_on TEXT NOT NULL,
  quote_a TEXT NOT NULL,
  quote_b TEXT NOT NULL,
  name TEXT GENERATED ALWAYS AS (link || ': ' || quote_a || ' / ' || quote_b) VIRTUAL,
  UNIQUE (place_a, place_b)
) STRICT;

ALTER TABLE finding ADD COLUMN fingerprint TEXT NOT NULL DEFAULT '';
CREATE INDEX finding_by_fingerprint ON finding (fingerprint);

-- What other programs show in place of a number.
ALTER TABLE sentence ADD COLUMN name TEXT GENERATED ALWAYS AS (substr(text, 1, 100)) VIRTUAL;
ALTER TABLE position ADD COLUMN name TEXT GENERATED ALWAYS AS
  (CASE WHEN articles = 1 THEN '1 article' ELSE CAST(articles AS TEXT) || ' articles' END) VIRTUAL;
)sql";

// What tells whether the comparison of a story still holds. What was compared before cannot tell,
// and figures without a claim were kept only of what was compared: both are made anew.
constexpr std::string_view k_version_6 = R"sql(
ALTER TABLE story ADD COLUMN ordinal INTEGER NOT NULL DEFAULT 0;
ALTER TABLE story ADD COLUMN sources INTEGER NOT NULL DEFAULT 0;
ALTER TABLE story ADD COLUMN claims INTEGER NOT NULL DEFAULT 0;
ALTER TABLE story ADD COLUMN compared INTEGER NOT NULL DEFAULT 0;
ALTER TABLE story ADD COLUMN is_stale INTEGER NOT NULL DEFAULT 1;
UPDATE document SET pack_sha256 = '' WHERE compared_at IS NULL;

-- What is asked for most: the surest findings of a verdict, what rests on an assumption, relative
-- dates, documents without a date.
CREATE INDEX finding_by_verdict ON finding (verdict, confidence);
CREATE INDEX finding_by_assumption ON finding (rests_on) WHERE rests_on <> '[]';
CREATE INDEX claim_by_anchor ON claim (anchor_from, low) WHERE anchor_from IS NOT NULL;
CREATE INDEX document_by_published ON document (published);
CREATE INDEX document_by_published_from ON document (published_from);
)sql";

// What leads from version i to version i + 1.
constexpr auto k_migrations = std::to_array<std::string_view>(
    {k_version_1, k_version_2, k_version_3, k_version_4, k_version_5, k_version_6});
static_assert(k_migrations.size() == k_schema_version);

void check_is_openable(const std::string& path, Access access) {
  std::error_code ignored;
  if (std::filesystem::is_directory(path, ignored)) {
    throw Error(fmt::format("{}: is a directory; name a database file", path));
  }
  if (access != Access::write && !std::filesystem::exists(path, ignored)) {
    throw Error(fmt::format("{}: there is no such database; `tally add` makes one", path));
  }
}

// A writer that was killed leaves a journal behind, which only a connection that may write can roll
// back. Where that is not allowed, opening says so.
void undo_interrupted_write(const std::string& path) {
  std::error_code ignored;
  if (!std::filesystem::exists(path + "-journal", ignored)) {
    return;
  }
  try {
    Database(path, Access::change).integer_of("PRAGMA schema_version");
  } catch (const Error&) {
    return;
  }
}

void check_is_ours(Database& database) {
  const auto application = database.integer_of("PRAGMA application_id");
  const bool is_empty = database.integer_of("SELECT count(*) FROM sqlite_schema") == 0;
  if (application != k_application_id && !(application == 0 && is_empty)) {
    throw Error(fmt::format("{}: this database belongs to another program; name another file",
                            database.path()));
  }
  const auto version = database.integer_of("PRAGMA user_version");
  if (version > k_schema_version) {
    throw Error(
        fmt::format("{}: the database was written by a newer tally (schema {}, this one "
                    "knows {}); use that one",
                    database.path(),
                    version,
                    k_schema_version));
  }
}

void migrate(Database& database) {
  Transaction transaction(database);
  const auto version = database.integer_of("PRAGMA user_version");
  for (auto i = static_cast<std::size_t>(version); i < k_migrations.size(); ++i) {
    database.run(std::string(k_migrations[i]));
  }
  database.run(drop_views_sql() + views_sql(Dialect::sqlite));
  database.run(fmt::format(
      "PRAGMA application_id = {}; PRAGMA user_version = {}", k_application_id, k_schema_version));
  transaction.commit();
}

}  // namespace

Database open_claim_database(const std::string& path, Access access) {
  if (is_server_address(path)) {
    return open_on_server(path, access);
  }
  check_is_openable(path, access);
  if (access == Access::read) {
    undo_interrupted_write(path);
  }
  Database database(path, access);
  database.run("PRAGMA foreign_keys = ON");
  check_is_ours(database);
  const bool is_old = database.integer_of("PRAGMA user_version") < k_schema_version;
  if (is_old && access == Access::read) {
    throw Error(
        fmt::format("{}: the database is empty or from an older tally; `tally add` brings "
                    "it up to date",
                    path));
  }
  if (is_old) {
    migrate(database);
  }
  return database;
}

std::string migration_sql(int version) {
  return std::string(k_migrations.at(static_cast<std::size_t>(version) - 1));
}

std::string schema_sql() {
  std::string sql;
  for (const std::string_view migration : k_migrations) {
    sql += migration.substr(sql.empty() ? 1 : 0);
  }
  return sql + views_sql(Dialect::sqlite);
}

}  // namespace tally
