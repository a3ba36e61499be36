// SPDX-License-Identifier: Apache-2.0
// A database that is compared again after each change: what comes out is what a comparison from
// nothing gives, and what nothing has touched is left alone.
#include <algorithm>
#include <filesystem>
#include <map>
#include <random>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "cli/outcome.h"
#include "folder.h"
#include "store/store.h"

namespace tally::cli {
namespace {

namespace fs = std::filesystem;

// What the stories have of their own.
struct Town {
  std::string name;
  std::string thing;
  std::string mayor;
};
const std::vector<Town> k_towns = {{"Lindal", "Depot", "Anna Berg"},
                                   {"Ostrava", "Brewery", "Karel Novak"},
                                   {"Kebili", "Terminal", "Selma Trabelsi"},
                                   {"Marwick", "Shipyard", "Duncan Frew"},
                                   {"Tiverton", "Mill", "Rose Callow"}};

// An article on one of a few stories; `spin` changes its figures a little.
std::string article(std::size_t story, std::size_t spin, bool is_dated) {
  const Town& town = k_towns[story % k_towns.size()];
  return fmt::format(
      "Title: {0} {7} burns, {0} mourns\nSource: Outlet {1}\n{2}\n"
      "{3} people were killed and {4} wounded when the {0} {7} burned on Monday, police said. "
      "The {0} {7} was built six years ago at a cost of ${5} million.\n\n"
      "{8}, {6}, said {0} would rebuild it by 2027.\n",
      town.name,
      spin,
      is_dated ? fmt::format("Published: 2024-04-{:02}\n", 10 + spin % 3) : "",
      12 + spin % 3,
      30 + spin % 2,
      20 + spin % 2,
      47 + spin % 2,
      town.thing,
      town.mayor);
}

std::string report_of(const std::string& db) {
  return outcome_of({"report", "--db", db, "-f", "json"}).out;
}

std::string cell(const std::string& db, const std::string& sql) {
  return outcome_of({"sql", "--db", db, "-f", "tsv", sql}).out;
}

// The same database, all of it compared anew.
std::string report_from_nothing(const Folder& folder, const std::string& db) {
  const std::string copy = folder.name("copy.db");
  fs::copy_file(db, copy, fs::copy_options::overwrite_existing);
  REQUIRE(outcome_of({"compare", "--db", copy, "--all"}).status < 2);
  return report_of(copy);
}

// A folder of articles with their database, changed at random.
class Desk {
 public:
  explicit Desk(std::uint32_t seed) : random_(seed) { write(0); }

  std::size_t below(std::size_t count) { return random_() % count; }

  void change() {
    switch (below(8)) {
      case 0:
        return remove();
      case 1:
        return correct();
      case 2:
        return link();
      default:
        return write(below(4) == 0 && !files_.empty() ? below(files_.size()) : files_.size());
    }
  }

  void compare() { REQUIRE(outcome_of({"compare", "--db", db()}).status < 2); }
  std::string db() const { return folder_.name("desk.db"); }
  const Folder& folder() const { return folder_; }

 private:
  // A new article, or another text in place of one that is there.
  void write(std::size_t number) {
    const std::string name = fmt::format("{:03}.txt", (number * 37) % 101);
    const std::string path =
        folder_.file(name, article(below(k_towns.size()), below(9), below(4) != 0));
    files_.insert(path);
    REQUIRE(outcome_of({"add", "--db", db(), path}).status == 0);
  }

  void remove() {
    if (files_.size() > 2) {
      Store(db(), Access::change).remove(*files_.begin());
      files_.erase(files_.begin());
    }
  }

  void correct() {
    if (!files_.empty()) {
      outcome_of({"sources", "set", *files_.rbegin(), "--db", db(), "--published", "2024-04-12"});
    }
  }

  // Of two claims that may or may not be comparable.
  void link() {
    const std::size_t count = 12;
    outcome_of({"review",
                below(2) == 0 ? "same" : "apart",
                fmt::format("c{}", 1 + below(count)),
                fmt::format("c{}", 1 + below(count)),
                "--db",
                db()});
  }

  Folder folder_;
  std::mt19937 random_;
  std::set<std::string> files_;
};

TEST_CASE("a comparison brought up to date is the same as one from nothing") {
  for (std::uint32_t seed = 1; seed <= 3; ++seed) {
    CAPTURE(seed);
    Desk desk(seed);
    for (int step = 0; step < 14; ++step) {
      CAPTURE(step);
      desk.change();
      if (desk.below(3) == 0) {
        desk.change();
      }
      desk.compare();
      const std::string report = report_of(desk.db());
      REQUIRE(report.find("\"findings\"") != std::string::npos);
      CHECK(report == report_from_nothing(desk.folder(), desk.db()));
      CHECK(cell(desk.db(), "PRAGMA foreign_key_check").find('\n') ==
            cell(desk.db(), "PRAGMA foreign_key_check").size() - 1);
    }
  }
}

// The samples and what is made up, as files.
std::vector<std::string> many_articles(const Folder& folder) {
  std::vector<std::string> files;
  for (const auto& entry : fs::recursive_directory_iterator(TALLY_SOURCE_DIR "/samples")) {
    if (entry.path().extension() == ".txt") {
      files.push_back(entry.path().string());
    }
  }
  for (std::size_t i = 0; i < 20; ++i) {
    files.push_back(folder.file(fmt::format("{:02}.txt", i), article(i, i / 5, i % 4 != 0)));
  }
  std::sort(files.begin(), files.end());
  return files;
}

// Every finding with its verdict and what it is about, whatever the order of the sources.
std::multiset<std::string> findings_in(const std::string& db) {
  const Comparison comparison = Store(db, Access::read).load_comparison();
  std::multiset<std::string> findings;
  for (const Finding& finding : comparison.findings) {
    const auto said = [&](std::size_t index) {
      const Claim& claim = comparison.claims[index];
      return fmt::format(
          "{} {} {}", comparison.sources[claim.source].id, claim.mention.span.begin, claim.quote);
    };
    const auto [first, second] = std::minmax({said(finding.a), said(finding.b)});
    findings.insert(fmt::format("{} {} | {} | {} {}",
                                name_of(finding.verdict),
                                finding.reason,
                                first,
                                second,
                                finding.same_origin));
  }
  return findings;
}

TEST_CASE(
    "the order in which articles are added does not matter, nor how often they are compared") {
  const Folder folder;
  std::vector<std::string> files = many_articles(folder);
  const std::string whole = folder.name("whole.db");
  std::vector<std::string> add = {"add", "--db", whole};
  add.insert(add.end(), files.begin(), files.end());
  REQUIRE(outcome_of(add).status == 0);
  outcome_of({"compare", "--db", whole});
  const auto expected = findings_in(whole);
  CHECK(expected.size() > 100);
  for (std::uint32_t seed = 1; seed <= 3; ++seed) {
    CAPTURE(seed);
    std::mt19937 random(seed);
    std::shuffle(files.begin(), files.end(), random);
    const std::string db = folder.name(fmt::format("{}.db", seed));
    for (std::size_t i = 0; i < files.size(); ++i) {
      REQUIRE(outcome_of({"add", "--db", db, files[i]}).status == 0);
      if (random() % 4 == 0 || i + 1 == files.size()) {
        outcome_of({"compare", "--db", db});
      }
    }
    CHECK(findings_in(db) == expected);
    CHECK(report_of(db) == report_from_nothing(folder, db));
  }
}

TEST_CASE("reports and databases are the same however many articles are read at once") {
  const Folder folder;
  const std::vector<std::string> files = many_articles(folder);
  const auto with = [&](std::vector<std::string> arguments, const std::string& jobs) {
    arguments.insert(arguments.end(), {"-j", jobs});
    arguments.insert(arguments.end(), files.begin(), files.end());
    return outcome_of(arguments);
  };
  const std::string report = with({"check", "-f", "json"}, "1").out;
  CHECK(report.find("\"findings\"") != std::string::npos);
  const std::string one = folder.name("one.db");
  with({"add", "--db", one}, "1");
  const std::string claims = "SELECT * FROM claim JOIN sentence s ON s.id = sentence_id ORDER BY 1";
  for (const char* jobs : {"2", "5"}) {
    CHECK(with({"check", "-f", "json"}, jobs).out == report);
    const std::string db = folder.name(fmt::format("{}.db", jobs));
    CHECK(with({"add", "--db", db}, jobs).status == 0);
    CHECK(cell(db, claims) == cell(one, claims));
  }
}

TEST_CASE("stories that no new article touches are left alone") {
  const Folder folder;
  const std::string db = folder.name("a.db");
  for (std::size_t i = 0; i < 20; ++i) {
    const std::string file =
        folder.file(fmt::format("{:02}.txt", i), article(i, i / 5, i % 4 != 0));
    REQUIRE(outcome_of({"add", "--db", db, file}).status == 0);
  }
  outcome_of({"compare", "--db", db});
  const std::string facts =
      "SELECT f.id, f.name FROM fact f JOIN story t ON t.id = f.story_id"
      " WHERE t.name NOT LIKE '%Kebili%' ORDER BY f.id";
  const std::string of_kebili =
      "SELECT f.id FROM fact f JOIN story t ON t.id = f.story_id WHERE t.name LIKE '%Kebili%'";
  const std::string before = cell(db, facts);
  const std::string before_there = cell(db, of_kebili);
  REQUIRE(std::count(before.begin(), before.end(), '\n') > 4);
  outcome_of({"add", "--db", db, folder.file("new.txt", article(2, 7, true))});
  outcome_of({"compare", "--db", db});
  CHECK(cell(db, facts) == before);
  CHECK(cell(db, of_kebili) != before_there);
  // Nothing is left to do.
  const std::string now = cell(db, "SELECT max(id) FROM fact");
  outcome_of({"compare", "--db", db});
  CHECK(cell(db, "SELECT max(id) FROM fact") == now);
}

}  // namespace
}  // namespace tally::cli
