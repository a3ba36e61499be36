// SPDX-License-Identifier: Apache-2.0
#include "cli/run.h"

#include <filesystem>
#include <fstream>
#include <sstream>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "cli/outcome.h"
#include "folder.h"

namespace tally::cli {
namespace {

namespace fs = std::filesystem;

// The forms of English without any words or patterns.
void write_empty_pack(const Folder& folder) {
  const fs::path rules = fs::path(TALLY_SOURCE_DIR) / "rules";
  fs::create_directories(folder.name("en"));
  fs::copy_file(rules / "pack.toml", folder.name("pack.toml"));
  fs::copy_file(rules / "en/forms.toml", folder.name("en/forms.toml"));
  fs::copy_file(rules / "layout.toml", folder.name("layout.toml"));
  fs::copy_file(rules / "en/layout.toml", folder.name("en/layout.toml"));
}

// Runs tally with a pack that reads no figures: what is tested here is the ring around the line.
Outcome run_tally(const std::vector<std::string>& arguments, const std::string& input = "") {
  const Folder pack;
  write_empty_pack(pack);
  return outcome_of(arguments, {.tally_rules = pack.name("")}, input);
}

bool holds(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

TEST_CASE("an article without any figure is checked, and says what was covered") {
  const Folder folder;
  const Outcome outcome = run_tally({"check", folder.file("a.txt", "The quay is open.\n")});
  CHECK(outcome.status == 0);
  CHECK(holds(outcome.out, "0 figures read"));
  CHECK(outcome.err.empty());
}

TEST_CASE("an input that fails makes the status 2 and the rest is read all the same") {
  const Folder folder;
  const std::string good = folder.file("a.txt", "The quay is open.\n");
  const Outcome outcome = run_tally({"check", "-f", "json", folder.name("none.txt"), good, good});
  CHECK(outcome.status == 2);
  CHECK(holds(outcome.out, "\"path\": \"" + good + "\""));
  CHECK(holds(outcome.err, "none.txt: no such file"));
  CHECK(holds(outcome.err, "given twice"));
}

TEST_CASE("nothing but faults prints nothing") {
  const Outcome outcome = run_tally({"check", "/nowhere/a.txt"});
  CHECK(outcome.status == 2);
  CHECK(outcome.out.empty());
}

TEST_CASE("a warning names the source and does not change the status") {
  const Folder folder;
  const Outcome outcome = run_tally({"check", folder.file("a.txt", "The caf\xE9 is open.\n")});
  CHECK(outcome.status == 0);
  CHECK(holds(outcome.err, "a.txt: warning: not valid UTF-8: read as Windows-1252"));
}

TEST_CASE("escapes of a file's name do not reach the terminal") {
  const Outcome outcome = run_tally({"check", "/nowhere/\x1b[2Ja.txt"});
  CHECK(outcome.err.find('\x1b') == std::string::npos);
}

TEST_CASE("records come from standard input, malformed ones are named by their line") {
  const Outcome outcome = run_tally({"extract", "--mentions", "--input", "jsonl", "-"},
                                    "{\"id\":\"a\",\"text\":\"Open.\"}\n{oops\n");
  CHECK(outcome.status == 2);
  CHECK(outcome.err == "tally: -:2: this line is not JSON; it goes wrong at column 2\n");
}

TEST_CASE("the same id twice in one file is named, in another file it is another source") {
  const Folder folder;
  const std::string line = "{\"id\":\"a\",\"text\":\"Open.\"}\n";
  const Outcome twice = run_tally({"check", folder.file("twice.jsonl", line + line)});
  CHECK(twice.status == 2);
  CHECK(holds(twice.err, "the id \"a\" stands twice"));
  CHECK(run_tally({"check", folder.file("x.jsonl", line), folder.file("y.jsonl", line)}).status ==
        0);
}

TEST_CASE("a database keeps what is added and answers SQL") {
  const Folder folder;
  const std::string article = folder.file("a.txt", "Source: The Post\nThe quay is open.\n");
  const std::string db = folder.name("quay.db");
  CHECK(holds(run_tally({"add", "--db", db, article}).err, "1 added, 0 replaced, 0 unchanged"));
  CHECK(holds(run_tally({"add", "--db", db, article}).err, "0 added, 0 replaced, 1 unchanged"));
  CHECK(run_tally({"compare", "--db", db}).status == 0);
  CHECK(holds(run_tally({"report", "--db", db}).out, "1 source: 0 conflicts"));
  CHECK(holds(run_tally({"sources", "--db", db, "-f", "csv"}).out, "The Post"));
  CHECK(holds(run_tally({"stories", "--db", db}).out, "t1"));
  CHECK(holds(run_tally({"show", "--db", db, "s1"}).out, "The Post"));
  CHECK(run_tally({"sql", "--db", db, "-f", "jsonl", "SELECT outlet FROM sources"}).out ==
        "{\"outlet\":\"The Post\"}\n");
}

TEST_CASE("what a database cannot answer is an error") {
  const Folder folder;
  const std::string db = folder.name("quay.db");
  run_tally({"add", "--db", db, folder.file("a.txt", "Open.\n")});
  run_tally({"compare", "--db", db});
  struct Row {
    std::vector<std::string> arguments;
    const char* words;
  };
  const Row rows[] = {
      {{"report", "--db", folder.name("none.db")}, "none.db"},
      {{"report", "--db", folder.file("b.db", "no database at all, but some text")}, "b.db"},
      {{"show", "--db", db, "x1"}, "x1"},
      {{"sql", "--db", db, "SELECT nothing FROM nowhere"}, "nowhere"},
      {{"sql", "--db", db, "DELETE FROM document"}, ""},
      {{"sql", "--db", db}, "give a statement"},
      {{"sql", "--db", db, "-p", "x", "SELECT 1"}, "NAME=VALUE"},
      {{"rules", "show", "en.nothing"}, "en.nothing"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.words);
    const Outcome outcome = run_tally(row.arguments);
    CHECK(outcome.status == 2);
    CHECK(holds(outcome.err, row.words));
    CHECK(outcome.err.starts_with("tally: "));
  }
}

TEST_CASE("the schema is printed without a database") {
  CHECK(holds(run_tally({"sql", "--schema"}).out, "CREATE TABLE"));
}

}  // namespace
}  // namespace tally::cli
