// SPDX-License-Identifier: Apache-2.0
// A database on a server. The cases named "server:" want the address of an empty PostgreSQL
// database in TALLY_TEST_POSTGRES, which tests/scale/postgres.sh gives, and are passed over without
// it.
#include "store/postgres.h"

#include <algorithm>
#include <cstdlib>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "base/error.h"
#include "store/database.h"
#include "store/generated.h"
#include "store/postgres_schema.h"
#include "store/schema.h"
#include "store/store.h"
#include "store/transaction.h"

using namespace tally;

namespace {

// A schema of its own on the server, empty; nothing where there is no server.
std::string fresh_address() {
  static int count = 0;
  const char* server = std::getenv("TALLY_TEST_POSTGRES");
  if (server == nullptr) {
    MESSAGE("skipped: TALLY_TEST_POSTGRES names no server");
    return {};
  }
  const std::string schema = fmt::format("test{}", ++count);
  Database(server, Access::write).run(fmt::format("CREATE SCHEMA {}", schema));
  return fmt::format("{}&options=-csearch_path%3D{}", server, schema);
}

void check_equal(const Comparison& a, const Comparison& b) {
  CHECK((a.sources == b.sources));
  CHECK((a.claims == b.claims));
  CHECK((a.stories == b.stories));
  CHECK((a.facts == b.facts));
  CHECK((a.findings == b.findings));
  CHECK((a.origin_of_source == b.origin_of_source));
  CHECK((a.gaps == b.gaps));
  CHECK((a.coverage == b.coverage));
}

std::string numbered(std::string_view sql) {
  std::vector<std::string> names;
  std::string out = with_numbered_parameters(sql, names);
  for (const std::string& name : names) {
    out += "|" + name;
  }
  return out;
}

// "claim.low", "claims.quote" … of tables and views.
std::vector<std::string> columns_in(Database& database) {
  const bool on_server = database.server() != nullptr;
  Statement rows = database.prepare(
      on_server ? "SELECT table_name || '.' || column_name FROM information_schema.columns"
                  " WHERE table_schema = current_schema() AND table_name <> 'tally_schema'"

                : "SELECT s.name || '.' || c.name FROM sqlite_schema s"
                  " JOIN pragma_table_xinfo(s.name) c WHERE s.type IN ('table', 'view')");
  std::vector<std::string> columns;
  while (rows.step()) {
    columns.push_back(rows.take_text());
  }
  std::sort(columns.begin(), columns.end());
  return columns;
}

}  // namespace

TEST_CASE("parameters are numbered, but not in quotes, comments and casts") {
  CHECK(numbered("VALUES (?, ?)") == "VALUES ($1, $2)");
  CHECK(numbered("a = :day AND b = :n OR c = :day") == "a = $1 AND b = $2 OR c = $1|day|n");
  CHECK(numbered("'?' || \":x\" || ''':y' -- ?\n/* :z */ a::text") ==
        "'?' || \":x\" || ''':y' -- ?\n/* :z */ a::text");
  CHECK(numbered("'open ?") == "'open ?");
}

TEST_CASE("without libpq an address is refused in words") {
  if (!has_postgres()) {
    CHECK_THROWS_WITH_AS(Store("postgresql://ann:secret@db.example/news", Access::write),
                         "postgresql://db.example/news: this tally was built without PostgreSQL; "
                         "build it where libpq-dev is installed, or name a file with --db",
                         Error);
  }
}

TEST_CASE("a server that does not answer is named without the password") {
  if (has_postgres()) {
    try {
      const Store store("postgresql://ann:hush@localhost:1/news?host=/none", Access::write);
      FAIL("there is a server in /none");
    } catch (const Error& error) {
      const std::string words = error.what();
      CHECK(words.starts_with("postgresql://localhost:1/news: "));
      CHECK(words.find("hush") == std::string::npos);
    }
    CHECK_THROWS_AS(Store("postgresql://ann:hu/sh@db.example/news", Access::write), Error);
  }
}

TEST_CASE("server: what is saved comes back the same, whatever it is") {
  const std::string address = fresh_address();
  if (address.empty()) {
    return;
  }
  Store store(address, Access::write);
  for (std::uint32_t seed = 0; seed < 40; ++seed) {
    CAPTURE(seed);
    const Comparison comparison = generated_comparison(seed);
    store.save_comparison(comparison);
    check_equal(store.load_comparison(), comparison);
  }
}

TEST_CASE("server: the tables and views have the columns of the file's") {
  const std::string address = fresh_address();
  if (address.empty()) {
    return;
  }
  Database server = open_claim_database(address, Access::write);
  Database file = open_claim_database(":memory:", Access::write);
  CHECK(columns_in(server) == columns_in(file));
  CHECK(columns_in(server).size() > 100);
}

TEST_CASE("server: an older schema is brought up to date, a newer one refused") {
  const std::string address = fresh_address();
  if (address.empty()) {
    return;
  }
  {
    Database old(address, Access::write);
    old.run(
        "CREATE TABLE tally_schema (version BIGINT NOT NULL);"
        "INSERT INTO tally_schema VALUES (1)");
    old.run(postgres_sql(migration_sql(1)));
  }
  CHECK_THROWS_AS(open_claim_database(address, Access::read), Error);
  Database now = open_claim_database(address, Access::change);
  Database file = open_claim_database(":memory:", Access::write);
  CHECK(columns_in(now) == columns_in(file));
  now.run("UPDATE tally_schema SET version = 99");
  CHECK_THROWS_AS(open_claim_database(address, Access::write), Error);
}

TEST_CASE("server: what is no claim database is only made one by a writer") {
  const std::string address = fresh_address();
  if (address.empty()) {
    return;
  }
  CHECK_THROWS_AS(Store(address, Access::read), Error);
  CHECK_THROWS_AS(Store(address, Access::change), Error);
  { const Store made(address, Access::write); }
  const Store opened(address, Access::read);
  CHECK_FALSE(opened.has_comparison());
}

TEST_CASE("server: a query may only read, is one statement, and takes values beside it") {
  const std::string address = fresh_address();
  if (address.empty()) {
    return;
  }
  { Store(address, Access::write).save_comparison(generated_comparison(3)); }
  const Store store(address, Access::read);
  std::vector<Cell> row;
  const ResultSink sink = {
      .columns = [](std::span<const std::string>) {},
      .row = [&](std::span<const Cell> cells) { row.assign(cells.begin(), cells.end()); }};
  const std::string hostile = "x'); DROP TABLE claim; --";
  store.query(
      "SELECT CAST(:a AS TEXT), count(*), 1.5, NULL FROM document", {{{"a", hostile}}}, sink);
  REQUIRE(row.size() == 4);
  CHECK(std::get<std::string>(row[0]) == hostile);
  CHECK(std::get<std::int64_t>(row[1]) > 0);
  CHECK(std::get<double>(row[2]) == 1.5);
  CHECK(std::holds_alternative<std::monostate>(row[3]));
  CHECK_THROWS_AS(store.query("SELECT 1; SELECT 2", {}, sink), Error);
}

TEST_CASE("server: changes by a query are refused where it reads") {
  const std::string address = fresh_address();
  if (address.empty()) {
    return;
  }
  { const Store made(address, Access::write); }
  const ResultSink sink = {.columns = [](std::span<const std::string>) {},
                           .row = [](std::span<const Cell>) {}};
  for (const char* sql : {"DELETE FROM unit", "DROP TABLE claim", "CREATE TABLE t (x INTEGER)"}) {
    const Store store(address, Access::read);
    CHECK_THROWS_AS(store.query(sql, {}, sink), Error);
  }
  const Store writer(address, Access::change);
  writer.query("DELETE FROM unit", {}, sink, Access::change);
}

TEST_CASE("server: a transaction that fails leaves no trace, and the connection goes on") {
  const std::string address = fresh_address();
  if (address.empty()) {
    return;
  }
  Database database(address, Access::write);
  database.run("CREATE TABLE t (x BIGINT PRIMARY KEY)");
  {
    const Transaction transaction(database);
    Statement insert = database.prepare("INSERT INTO t VALUES (?)");
    insert.put_integer(1).run();
    insert.put_integer(1).run();  // told with the next question
    CHECK_THROWS_AS(database.integer_of("SELECT count(*) FROM t"), Error);
  }
  CHECK(database.integer_of("SELECT count(*) FROM t") == 0);
}

TEST_CASE("server: characters that it does not keep are replaced one by one") {
  const std::string address = fresh_address();
  if (address.empty()) {
    return;
  }
  Database database(address, Access::write);
  Statement echo = database.prepare("SELECT CAST(? AS TEXT)");
  echo.put(std::string_view("a\0b\xff", 4));
  REQUIRE(echo.step());
  CHECK(echo.take_text() ==
        "a\uFFFD"
        "b\uFFFD");
}
