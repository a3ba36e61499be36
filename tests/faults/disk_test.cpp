// SPDX-License-Identifier: Apache-2.0
// Disks that fill up or break at every single change that `add`, `compare` and `review` make:
// a clear message and status 2, each document wholly in or wholly out, and the work can be done
// when the disk is well again.
#include <doctest/doctest.h>

#include <filesystem>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "cli/outcome.h"
#include "faults/failing_disk.h"
#include "folder.h"
#include "store/store.h"

namespace tally {
namespace {

namespace fs = std::filesystem;

using cli::Outcome;

Outcome run_tally(const std::vector<std::string>& arguments) {
  return cli::outcome_of(arguments, {.today = "2024-05-01"});
}

// All that a query yields, a line for each row.
std::string answer(const std::string& path, const std::string& sql) {
  return run_tally({"sql", "--db", path, "-f", "jsonl", sql}).out;
}

// What a database holds, without row numbers.
struct Content {
  std::string documents;
  std::string findings;
  std::string decisions;

  friend bool operator==(const Content&, const Content&) = default;
};

Content content_of(const std::string& path) {
  return {answer(path,
                 "SELECT source, count(*), group_concat(quote) FROM claims"
                 " GROUP BY source ORDER BY source"),
          answer(path,
                 "SELECT verdict, source_a, quote_a, source_b, quote_b FROM findings"
                 " ORDER BY 2, 3, 4, 5"),
          answer(path, "SELECT note FROM decision ORDER BY fingerprint")};
}

// A step of the work on a database: what was there before it, and what it leaves.
struct Step {
  std::string before;  // a database; may be missing
  std::vector<std::string> arguments;
  int status;  // of a run that succeeds
  Content content_before;
  Content content_after;
};

void check_state(const Step& step, const std::string& path, bool may_be_missing) {
  if (may_be_missing && (!fs::exists(path) || fs::file_size(path) == 0)) {
    return;
  }
  if (answer(path, "PRAGMA user_version").empty()) {
    CHECK(step.before.empty());  // not yet made a database of
    return;
  }
  CHECK(answer(path, "PRAGMA integrity_check") == "{\"integrity_check\":\"ok\"}\n");
  CHECK(answer(path, "PRAGMA foreign_key_check").empty());
  const Content content = content_of(path);
  CHECK((content == step.content_before || content == step.content_after));
}

// What is said of a disk that failed: that it is full, or that it cannot be written; a full one may
// also be met while what was begun is undone.
void check_refusal(const Outcome& outcome, DiskFault fault, const std::string& path) {
  const auto says = [&outcome](const char* words) {
    return outcome.err.find(words) != std::string::npos;
  };
  const bool is_named = says("the disk cannot be read or written; nothing was changed") ||
                        (fault == DiskFault::full && says("the disk is full; nothing was changed"));
  CHECK_MESSAGE(is_named, outcome.err);
  CHECK(outcome.status == 2);
  CHECK(says(path.c_str()));
}

// What became of one run.
enum class End { refused, done, undisturbed };

// One run on a disk that fails at change number `allowed`, and another one when it is well again.
End end_of(const Step& step, DiskFault fault, std::size_t allowed) {
  CAPTURE(allowed);
  const Folder folder;
  const std::string path = folder.name("t.db");
  if (!step.before.empty()) {
    fs::copy_file(step.before, path);
  }
  std::vector<std::string> arguments = step.arguments;
  arguments.insert(arguments.end(), {"--db", path});
  FailingDisk disk(fault, allowed);
  const Outcome outcome = run_tally(arguments);
  const bool has_failed = disk.has_failed();
  // Of a failure behind the commit SQLite says nothing, as nothing is lost.
  const bool is_done = outcome.status == step.status;
  if (!is_done) {
    CHECK(has_failed);
    check_refusal(outcome, fault, path);
  }
  disk.repair();
  check_state(step, path, step.before.empty());
  CHECK(run_tally(arguments).status == step.status);
  check_state(step, path, false);
  CHECK(content_of(path) == step.content_after);
  return !has_failed ? End::undisturbed : is_done ? End::done : End::refused;
}

// Runs a step on disks that fail at the first change, at the second and so on (`stride` apart), up
// to one that has nothing to fail at.
void sweep(const Step& step, DiskFault fault, std::size_t stride) {
  CAPTURE(static_cast<int>(fault));
  std::size_t refused = 0;
  End end = End::refused;
  for (std::size_t allowed = 0; end != End::undisturbed; allowed += stride) {
    end = end_of(step, fault, allowed);
    refused += end == End::refused ? 1U : 0U;
  }
  CHECK(refused * stride >= 10);
}

void sweep(const Step& step) {
  sweep(step, DiskFault::full, 1);
  sweep(step, DiskFault::broken, 7);
  sweep(step, DiskFault::hiccup, 5);
}

std::vector<std::string> articles(const Folder& folder) {
  std::vector<std::string> arguments = {"add"};
  for (const char* year : {"2012", "2015"}) {
    arguments.push_back(folder.file(
        fmt::format("{}.txt", year),
        fmt::format("Source: Paper {0}\nPublished: 2024-05-01\n\nLindal mourns its bridge\n\n"
                    "The Lindal bridge was built in {0} at a cost of $40 million, the mayor of "
                    "Lindal said. It is 3 kilometers long.\n",
                    year)));
  }
  return arguments;
}

TEST_CASE("a disk that fails at any change of add, compare or review loses nothing") {
  const Folder folder;
  const std::vector<std::string> add = articles(folder);
  const std::string added = folder.name("added.db");
  const std::string compared = folder.name("compared.db");
  const auto with_db = [](std::vector<std::string> arguments, const std::string& path) {
    arguments.insert(arguments.end(), {"--db", path});
    return arguments;
  };
  REQUIRE(run_tally(with_db(add, added)).status == 0);
  fs::copy_file(added, compared);
  REQUIRE(run_tally(with_db({"compare"}, compared)).status == 1);
  const std::vector<std::string> review = {"review", "f1", "dismiss", "--note", "the other one"};
  const std::string reviewed = folder.name("reviewed.db");
  fs::copy_file(compared, reviewed);
  REQUIRE(run_tally(with_db(review, reviewed)).status == 0);
  const Content empty;
  sweep({"", add, 0, empty, content_of(added)});
  sweep({added, {"compare"}, 1, content_of(added), content_of(compared)});
  sweep({compared, review, 0, content_of(compared), content_of(reviewed)});
}

}  // namespace
}  // namespace tally
