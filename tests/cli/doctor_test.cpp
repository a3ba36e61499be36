// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "cli/options.h"
#include "cli/outcome.h"
#include "folder.h"
#include "store/database.h"
#include "store/store.h"

namespace tally::cli {
namespace {

Outcome doctor(const std::string& database) { return outcome_of({"doctor", "--db", database}); }

bool holds(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

std::vector<Harvest> some_harvests() {
  std::vector<Harvest> harvests(9);
  for (std::size_t i = 0; i < harvests.size(); ++i) {
    harvests[i].document.id = std::string(1, static_cast<char>('a' + i));
    harvests[i].document.text = std::string(9000, 'x');
  }
  return harvests;
}

TEST_CASE("the doctor names versions and pack, and needs no database") {
  const Outcome outcome = doctor("/nowhere/t.db");
  CHECK(outcome.status == 0);
  CHECK(holds(outcome.out, "tally        " + version()));
  CHECK(holds(outcome.out, "SQLite " + sqlite_version()));
  CHECK(holds(outcome.out, "claim rules"));
  CHECK(holds(outcome.out, "/nowhere/t.db: none yet"));
}

TEST_CASE("a sound database is said to be, with what it holds and nothing of its content") {
  const Folder folder;
  const std::string path = folder.name("t.db");
  Store(path, Access::write).add(some_harvests());
  const Outcome outcome = doctor(path);
  CHECK(outcome.status == 0);
  CHECK(holds(outcome.out, "9 documents, 0 claims"));
  CHECK(holds(outcome.out, "integrity    ok"));
  CHECK(holds(outcome.out, "references   ok"));
  CHECK_FALSE(holds(outcome.out, "xxx"));
}

TEST_CASE("a damaged database is found out") {
  const Folder folder;
  const std::string path = folder.name("t.db");
  Store(path, Access::write).add(some_harvests());
  const auto size = static_cast<std::streamoff>(std::filesystem::file_size(path));
  std::fstream file(path, std::ios::binary | std::ios::in | std::ios::out);
  for (std::streamoff page = 2 * 4096; page < size; page += 4096) {
    file.seekp(page);
    file.write("damage!", 7);
  }
  file.close();
  CHECK(doctor(path).status == 2);
}

TEST_CASE("references that lead nowhere are found out") {
  const Folder folder;
  const std::string path = folder.name("t.db");
  Store(path, Access::write).add(some_harvests());
  Database(path, Access::change)
      .run(
          "PRAGMA foreign_keys = OFF;"
          "INSERT INTO sentence (document_id, ordinal, text) VALUES (99, 0, 'lost')");
  const Outcome outcome = doctor(path);
  CHECK(outcome.status == 2);
  CHECK(holds(outcome.out, "1 row without what they name"));
}

TEST_CASE("a file that is no database is named, after all that can be said") {
  const Folder folder;
  const Outcome outcome = doctor(folder.file("t.db", std::string(5000, 'x')));
  CHECK(outcome.status == 2);
  CHECK(holds(outcome.out, "claim rules"));
  CHECK(holds(outcome.err, "the file is no database"));
}

}  // namespace
}  // namespace tally::cli
