// SPDX-License-Identifier: Apache-2.0
#include "store/schema.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "base/error.h"
#include "folder.h"
#include "store/database.h"
#include "store/sentence_index.h"
#include "store/store.h"

namespace tally {
namespace {

namespace fs = std::filesystem;

std::string content_of(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// What opening says, after the path and its colon.
std::string fault_of(const std::string& path, Access access) {
  try {
    const Store store(path, access);
  } catch (const Error& error) {
    const std::string message = error.what();
    CHECK(message.starts_with(path + ": "));
    return message.substr(path.size() + 2);
  }
  return "opens";
}

TEST_CASE("a database is made where there is none, and opens again") {
  const Folder folder;
  const std::string path = folder.name("new.db");
  for (const Access access : {Access::read, Access::change}) {
    CHECK(fault_of(path, access) == "there is no such database; `tally add` makes one");
  }
  CHECK_FALSE(fs::exists(path));
  CHECK(fault_of(path, Access::write) == "opens");
  CHECK(fault_of(path, Access::write) == "opens");
  CHECK(fault_of(path, Access::read) == "opens");
  CHECK(fault_of(path, Access::change) == "opens");
  Database database(path, Access::read);
  CHECK(database.integer_of("PRAGMA application_id") == k_application_id);
  CHECK(database.integer_of("PRAGMA user_version") == k_schema_version);
}

TEST_CASE("an empty file becomes a database when it may be written") {
  const Folder folder;
  const std::string path = folder.file("empty.db", "");
  CHECK(fault_of(path, Access::read) ==
        "the database is empty or from an older tally; `tally add` brings it up to date");
  CHECK(fault_of(path, Access::write) == "opens");
}

TEST_CASE("what is no claim database is refused and left as it is") {
  const Folder folder;
  const std::string directory = folder.name("directory");
  fs::create_directory(directory);
  const std::string text = folder.file("notes.txt", std::string(5000, 'x'));
  const std::string foreign = folder.name("foreign.db");
  Database(foreign, Access::write).run("CREATE TABLE photos (id)");
  const std::string marked = folder.name("marked.db");
  Database(marked, Access::write).run("PRAGMA application_id = 7");
  const std::string newer = folder.name("newer.db");
  { const Store store(newer, Access::write); }
  Database(newer, Access::write).run("PRAGMA user_version = 99");

  const std::string before = content_of(foreign);
  for (const Access access : {Access::read, Access::write}) {
    CHECK(fault_of(directory, access) == "is a directory; name a database file");
    CHECK(fault_of(text, access) == "the file is no database; name another file with --db");
    CHECK(fault_of(foreign, access) ==
          "this database belongs to another program; name another file");
    CHECK(fault_of(marked, access) ==
          "this database belongs to another program; name another file");
    CHECK(fault_of(newer, access) ==
          "the database was written by a newer tally (schema 99, this one knows 6); use that one");
  }
  CHECK(content_of(text) == std::string(5000, 'x'));
  CHECK(content_of(foreign) == before);
}

TEST_CASE("a directory that is missing is named") {
  const Folder folder;
  CHECK(fault_of(folder.name("no/such.db"), Access::write) ==
        "cannot be opened as a database: unable to open database file");
}

TEST_CASE("a store that is opened for reading cannot be changed") {
  const Folder folder;
  const std::string path = folder.name("a.db");
  { const Store store(path, Access::write); }
  Store store(path, Access::read);
  const std::string fault =
      path +
      ": the database cannot be written; check the permissions of the file and its directory";
  CHECK_THROWS_WITH_AS(store.add(std::vector<Harvest>(1)), fault.c_str(), Error);
  const ResultSink sink = {[](auto) {}, [](auto) {}};
  CHECK_THROWS_WITH_AS(
      store.query("DELETE FROM claim", {}, sink, Access::write), fault.c_str(), Error);
}

TEST_CASE("a batch that fails leaves nothing behind") {
  const Folder folder;
  const std::string path = folder.name("a.db");
  Store store(path, Access::write);
  std::vector<Harvest> batch(2);
  batch[0].document.id = "a";
  batch[1].document.id = "b";
  Database(path, Access::write)
      .run(
          "CREATE TRIGGER stop BEFORE INSERT ON document WHEN new.source = 'b'"
          " BEGIN SELECT raise(ABORT, 'no b today'); END");
  CHECK_THROWS_WITH_AS(store.add(batch), fmt::format("{}: no b today", path).c_str(), Error);
  CHECK(store.load_documents().empty());
  batch.pop_back();
  CHECK(store.add(batch) == std::vector{Added::fresh});
}

TEST_CASE("the schema can be shown, and is what a new database holds") {
  Database shown(":memory:", Access::write);
  shown.run(schema_sql());
  Database made = open_claim_database(":memory:", Access::write);
  const std::string all = "SELECT group_concat(sql, ';') FROM sqlite_schema";
  CHECK(shown.text_of(all) == made.text_of(all));
}

TEST_CASE("a database of any older schema is brought up to date with all that it holds") {
  const Folder folder;
  for (int version = 1; version < k_schema_version; ++version) {
    const std::string path = folder.name(fmt::format("{}.db", version));
    {
      Database old(path, Access::write);
      for (int step = 1; step <= version; ++step) {
        old.run(migration_sql(step));
      }
      old.run(
          fmt::format("PRAGMA application_id = {}; PRAGMA user_version = {};"
                      "INSERT INTO story (name) VALUES ('kept')",
                      k_application_id,
                      version));
    }
    CHECK(fault_of(path, Access::read) ==
          "the database is empty or from an older tally; `tally add` brings it up to date");
    CHECK(fault_of(path, Access::change) == "opens");
    Database now(path, Access::read);
    CHECK(now.integer_of("PRAGMA user_version") == k_schema_version);
    CHECK(now.text_of("SELECT name FROM story") == "kept");
    Database fresh = open_claim_database(":memory:", Access::write);
    const std::string all = "SELECT group_concat(sql, ';') FROM sqlite_schema";
    CHECK(now.text_of(all) == fresh.text_of(all));
  }
}

TEST_CASE("every table and column stands in docs/schema.md") {
  const std::string docs = content_of(TALLY_SOURCE_DIR "/docs/schema.md");
  REQUIRE_FALSE(docs.empty());
  Database database = open_claim_database(":memory:", Access::write);
  Statement columns = database.prepare(
      "SELECT t.name, c.name FROM sqlite_schema t JOIN pragma_table_xinfo(t.name) c"
      " WHERE t.type IN ('table', 'view') ORDER BY t.name, c.cid");
  while (columns.step()) {
    const std::string table = columns.take_text();
    const std::string column = columns.take_text();
    const std::size_t begin = docs.find(fmt::format("### `{}`", table));
    REQUIRE_MESSAGE(begin != std::string::npos, table);
    const std::string section = docs.substr(begin, docs.find("\n### ", begin + 1) - begin);
    CHECK_MESSAGE(section.find(fmt::format("`{}`", column)) != std::string::npos,
                  fmt::format("{}.{}", table, column));
  }
}

// The words of one column of a query.
std::vector<std::string> column_of(Database& database, const std::string& sql) {
  std::vector<std::string> out;
  Statement statement = database.prepare(sql);
  while (statement.step()) {
    out.push_back(statement.take_text());
  }
  return out;
}

// Datasette takes the column `name` or `title` of a table for its label where a foreign key leads
// to it, and finds a full-text table by the content that its SQL names, in these quotes;
// sqlite-utils searches for the same SQL.
TEST_CASE("other programs find labels, keys and the full text by themselves") {
  Database database = open_claim_database(":memory:", Access::write);
  build_sentence_index(database);
  const auto keys = column_of(
      database,
      "SELECT DISTINCT k.\"table\" FROM sqlite_schema t JOIN pragma_foreign_key_list(t.name) k"
      " WHERE t.type = 'table' ORDER BY 1");
  CHECK(keys.size() >= 8);
  for (const std::string& table : keys) {
    CAPTURE(table);
    CHECK_FALSE(column_of(database,
                          fmt::format("SELECT name FROM pragma_table_xinfo('{}')"
                                      " WHERE name IN ('name', 'title')",
                                      table))
                    .empty());
  }
  CHECK(column_of(database,
                  "SELECT name FROM sqlite_schema WHERE rootpage = 0 AND"
                  " sql LIKE '%VIRTUAL TABLE%USING FTS%content=\"sentence\"%'") ==
        std::vector<std::string>{"sentence_fts"});
}

}  // namespace
}  // namespace tally
