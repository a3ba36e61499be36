// SPDX-License-Identifier: Apache-2.0
// Documents in a database: added twice, changed, corrected by hand.
#include <filesystem>
#include <sstream>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "cli/outcome.h"
#include "cli/progress.h"
#include "folder.h"

namespace tally::cli {
namespace {

// With the rules of the repository.
Outcome run_tally(const std::vector<std::string>& arguments) {
  return outcome_of(arguments, {.tally_rules = TALLY_SOURCE_DIR "/rules"});
}

bool holds(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

const std::string k_post =
    "Source: The Post\nDate: 2024-04-21\n\nThe depot at Lindal was built in 2016 at a cost of $30 "
    "million.\n";
const std::string k_herald =
    "Source: The Herald\n\nThe depot at Lindal was built just six years ago. It cost $30 "
    "million.\n";

std::string claims_in(const std::string& db) {
  return run_tally({"sql", "--db", db, "-f", "csv", "SELECT id, source, quote, low FROM claims"})
      .out;
}

TEST_CASE("a document added again changes nothing, a changed one replaces its claims") {
  const Folder folder;
  const std::string db = folder.name("quay.db");
  const std::string post = folder.file("post.txt", k_post);
  const std::string herald = folder.file("herald.txt", k_herald);
  run_tally({"add", "--db", db, post, herald});
  const std::string before = claims_in(db);
  REQUIRE(holds(before, "$30 million"));
  CHECK(
      holds(run_tally({"add", "--db", db, post, herald}).err, "0 added, 0 replaced, 2 unchanged"));
  CHECK(claims_in(db) == before);

  folder.file("post.txt", "Source: The Post\nDate: 2024-04-21\n\nThe depot cost $45 million.\n");
  CHECK(
      holds(run_tally({"add", "--db", db, post, herald}).err, "0 added, 1 replaced, 1 unchanged"));
  const std::string after = claims_in(db);
  CHECK(holds(after, "$45 million"));
  CHECK_FALSE(holds(after, "post.txt,$30 million"));
  CHECK(holds(after, "herald.txt,$30 million"));
}

TEST_CASE("a source is listed with what is known of it, and corrected") {
  const Folder folder;
  const std::string db = folder.name("quay.db");
  const std::string post = folder.file("post.txt", k_post);
  const std::string herald = folder.file("herald.txt", k_herald);
  run_tally({"add", "--db", db, post, herald});
  CHECK(holds(run_tally({"sources", "--db", db, "-f", "csv"}).out,
              ",The Post,2024-04-21,header,,"));  // not compared: no origin
  run_tally({"compare", "--db", db, "--stories", "one"});
  const std::string listed = run_tally({"sources", "--db", db, "-f", "csv"}).out;
  CHECK(holds(listed,
              "id,source,outlet,published,published_from,origin,claims,figures,not_understood"));
  CHECK(holds(listed, ",The Post,2024-04-21,header,o1,"));
  CHECK(holds(listed, ",The Herald,2024-04-21,assumed,o2,"));

  const Outcome set = run_tally(
      {"sources", "set", "s2", "--published", "2030-01-15", "--outlet", "Herald", "--db", db});
  CHECK(set.status == 0);
  CHECK(holds(set.err, "herald.txt corrected; compared again"));
  CHECK(holds(run_tally({"sources", "--db", db, "-f", "csv"}).out, ",Herald,2030-01-15,flag,o2,"));
  const auto built = [&db] {
    return run_tally({"sql",
                      "--db",
                      db,
                      "-f",
                      "csv",
                      "SELECT low FROM claims WHERE quote LIKE '%six years ago' AND kind = 'date'"})
        .out;
  };
  CHECK(holds(built(), "2024-01-01"));  // six years before 2030
  CHECK(run_tally({"report", "--db", db}).status < 2);

  SUBCASE("the correction outlives another reading of the file") {
    CHECK(holds(run_tally({"add", "--db", db, herald}).err, "0 added, 0 replaced, 1 unchanged"));
    folder.file("herald.txt", k_herald + "\nIt is blue.\n");
    CHECK(holds(run_tally({"add", "--db", db, herald}).err, "1 replaced"));
    CHECK(holds(built(), "2024-01-01"));
    CHECK(holds(run_tally({"sources", "--db", db, "-f", "csv"}).out, ",Herald,2030-01-15,flag,"));
  }
}

TEST_CASE("what cannot be corrected is an error that names the way out") {
  const Folder folder;
  const std::string db = folder.name("quay.db");
  run_tally({"add", "--db", db, folder.file("post.txt", k_post)});
  struct Row {
    std::vector<std::string> arguments;
    const char* message;
  };
  const Row rows[] = {
      {{"sources", "set", "s1", "--db", db}, "give --published YYYY-MM-DD or --outlet NAME"},
      {{"sources", "set", "s9", "--outlet", "A", "--db", db}, "nothing is called 's9'"},
      {{"sources", "set", "s1", "--published", "soon", "--db", db}, "--published"},
      {{"sources", "set", "--outlet", "A", "--db", db}, "ID is required"},
      {{"sources", "set", "s1", "--outlet", "A", "--db", folder.name("no.db")}, "no such database"},
  };
  for (const Row& row : rows) {
    const Outcome outcome = run_tally(row.arguments);
    CHECK(outcome.status == 2);
    CHECK_MESSAGE(holds(outcome.err, row.message), outcome.err);
  }
}

TEST_CASE("what is read from a page is a text file that reads the same") {
  const Folder folder;
  const std::string page = TALLY_SOURCE_DIR "/tests/ingest/pages/wordpress.html";
  const std::string text = run_tally({"read", page}).out;
  CHECK(text.starts_with("Title: Lindal harbour bridge reopens"));
  CHECK(holds(text, "\nPublished: 2024-06-24T19:00\n"));
  const std::string copy = folder.file("copy.txt", text);
  CHECK(run_tally({"read", copy}).out == text);
  const std::string records = run_tally({"read", "-f", "jsonl", page}).out;
  CHECK(holds(records, "\"published_from\":\"time-element\""));
  const std::string again = folder.file("copy.jsonl", records);
  CHECK(holds(run_tally({"read", again}).out, "Published: 2024-06-24T19:00"));
}

TEST_CASE("progress is quiet at first, then seldom, and cleans up") {
  double now = 0;
  std::ostringstream terminal;
  {
    Progress progress(terminal, 2'000'000, [&now] { return now; });
    progress.add_bytes(100'000);
    CHECK(terminal.str().empty());
    now = 2;
    progress.add_document();
    progress.add_bytes(900'000);
    now = 2.05;
    progress.add_bytes(1);
  }
  CHECK(terminal.str() == "\r\x1b[K" + progress_line(1'000'000, 2'000'000, 1, 2) + "\r\x1b[K");
  CHECK(progress_line(1'000'000, 2'000'000, 1204, 30) ==
        " 50%  [============>           ]  1,204 documents  1 MB of 2 MB  0:30 left");
  CHECK(progress_line(5000, 0, 1, 30) == "1 document  5 kB read");
}

}  // namespace
}  // namespace tally::cli
