// SPDX-License-Identifier: Apache-2.0
// The same inputs and the same pack give the same bytes: each time, whatever order the directory
// lists its files in, and by however many threads.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "cli/outcome.h"
#include "folder.h"

namespace tally::cli {
namespace {

namespace fs = std::filesystem;

const std::vector<std::string> k_stories = {"deal", "earthquake", "sahel"};

std::string bytes_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<fs::path> samples_of(const std::string& story) {
  std::vector<fs::path> paths;
  for (const auto& entry : fs::directory_iterator(fs::path(TALLY_SOURCE_DIR) / "samples" / story)) {
    if (entry.is_regular_file() && entry.path().stem() != "draft") {
      paths.push_back(entry.path());
    }
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

// All that a run leaves: output, words and status.
std::string all_of(const std::vector<std::string>& arguments, const std::string& database) {
  const Outcome outcome = outcome_of(arguments, {.tally_db = database, .today = "2024-05-01"});
  return fmt::format("{}\n{}\n[{}]", outcome.out, outcome.err, outcome.status);
}

// What every command prints of the articles in a directory, in every format it has. The database is
// made anew.
std::map<std::string, std::string> everything(const Folder& folder) {
  const std::string articles = folder.name("articles");
  const std::string database = folder.name("t.db");
  fs::remove(database);
  std::vector<std::vector<std::string>> runs = {{"read", articles},
                                                {"read", "-f", "jsonl", articles},
                                                {"gaps", articles},
                                                {"extract", articles},
                                                {"extract", "-j", "1", "--mentions", articles},
                                                {"add", articles},
                                                {"compare"},
                                                {"review", "f1", "dismiss", "--note", "x"},
                                                {"show", "s1"},
                                                {"show", "c1"},
                                                {"show", "f1"},
                                                {"show", "d1"},
                                                {"show", "t1"},
                                                {"gaps"},
                                                {"export", "--as", "jsonl"},
                                                {"export", "--as", "csv"},
                                                {"export", "--as", "annotation"},
                                                {"export", "--as", "claimreview"},
                                                {"rules", "list"},
                                                {"rules", "doc"}};
  for (const char* format : {"text", "json", "csv", "markdown", "html"}) {
    runs.push_back({"check", "-f", format, articles});
    runs.push_back({"check", "--stories", "auto", "-f", format, articles});
    runs.push_back({"report", "-f", format});
    runs.push_back({"check", "-f", format, "--draft", folder.name("draft.md"), articles});
  }
  for (const char* format : {"text", "csv", "tsv", "json", "jsonl", "markdown"}) {
    runs.push_back({"sources", "-f", format});
    runs.push_back({"stories", "-f", format});
    runs.push_back({"review", "-f", format});
    runs.push_back({"sql", "-f", format, "SELECT * FROM findings"});
  }
  std::map<std::string, std::string> printed;
  for (const std::vector<std::string>& arguments : runs) {
    printed[fmt::format("{}", fmt::join(arguments, " "))] = all_of(arguments, database);
  }
  printed["the database"] = bytes_of(database);
  return printed;
}

template <typename Paths>
void write_articles(const Folder& folder, const Paths& paths) {
  fs::remove_all(folder.name("articles"));
  fs::create_directory(folder.name("articles"));
  for (const fs::path& path : paths) {
    folder.file("articles/" + path.filename().string(), bytes_of(path));
  }
}

TEST_CASE("everything is printed the same twice, whatever order a directory lists its files in") {
  for (const std::string& story : k_stories) {
    const Folder folder;
    folder.file("draft.md", bytes_of(fs::path(TALLY_SOURCE_DIR) / "samples/sahel/draft.md"));
    std::vector<fs::path> paths = samples_of(story);
    write_articles(folder, paths);
    const auto once = everything(folder);
    std::reverse(paths.begin(), paths.end());
    write_articles(folder, paths);
    const auto again = everything(folder);
    CHECK(once.size() > 60);
    for (const auto& [line, printed] : once) {
      const auto& command = line;  // clang 14 captures no binding
      CAPTURE(command);
      CHECK(printed.size() > 4);
      CHECK((printed == again.at(command)));
    }
  }
}

TEST_CASE("any number of threads prints the same bytes") {
  const Folder folder;
  std::string records;
  for (int i = 0; i < 90; ++i) {
    records += fmt::format(
        "{{\"id\": \"d{0}\", \"published\": \"2024-05-01\", \"text\": \"Some {0} of 12{0} people "
        "were hurt {0} days ago, and the bridge of {0} miles cost ${0} million.\"}}\n",
        i);
  }
  const std::string file = folder.file("a.jsonl", records);
  for (const char* what : {"--mentions", "--format=jsonl"}) {
    const std::string one = all_of({"extract", what, "-j", "1", file}, "");
    CHECK(one.size() > 90U * 400U);
    for (const char* threads : {"2", "4", "7"}) {
      CAPTURE(threads);
      CHECK((all_of({"extract", what, "-j", threads, file}, "") == one));
    }
  }
}

using nlohmann::json;

// The findings of a report without ids: verdict, reason and the two quotes with their places.
std::multiset<std::string> findings_in(const std::string& report) {
  const json whole = json::parse(report);
  std::map<std::string, std::string> paths;
  for (const json& source : whole["sources"]) {
    paths[source["id"]] = source["path"];
  }
  std::map<std::string, std::string> claims;
  for (const json& claim : whole["claims"]) {
    claims[claim["id"]] = fmt::format("{}:{} {}",
                                      paths.at(claim["source"]),
                                      claim["start"].get<std::size_t>(),
                                      claim["quote"].get<std::string>());
  }
  std::multiset<std::string> findings;
  for (const json& finding : whole["findings"]) {
    const std::set<std::string> sides = {claims.at(finding["a"]), claims.at(finding["b"])};
    findings.insert(fmt::format("{} {} {} {}: {}",
                                finding["verdict"].get<std::string>(),
                                finding["reason"].get<std::string>(),
                                finding["gap"].dump(),
                                finding["confidence"].get<double>(),
                                fmt::join(sides, " / ")));
  }
  return findings;
}

TEST_CASE("shuffled arguments give the same findings, straight and by way of a database") {
  for (const std::string& story : k_stories) {
    CAPTURE(story);
    std::vector<std::string> paths;
    for (const fs::path& path : samples_of(story)) {
      paths.push_back(path.string());
    }
    std::multiset<std::string> expected;
    for (std::size_t turn = 0; turn < paths.size(); ++turn) {
      std::rotate(paths.begin(), paths.begin() + 1, paths.end());
      const Folder folder;
      const Environment environment = {.tally_db = folder.name("t.db")};
      std::vector<std::string> check = {"check", "-f", "json"};
      check.insert(check.end(), paths.begin(), paths.end());
      std::vector<std::string> add = {"add"};
      add.insert(add.end(), paths.begin(), paths.end());
      const std::multiset<std::string> found = findings_in(outcome_of(check).out);
      REQUIRE(outcome_of(add, environment).status == 0);
      const std::string compared =
          outcome_of({"compare", "--stories", "one", "-f", "json"}, environment).out;
      CHECK(!found.empty());
      CHECK(found == findings_in(compared));
      expected = expected.empty() ? found : expected;
      CHECK(found == expected);
    }
  }
}

}  // namespace
}  // namespace tally::cli
