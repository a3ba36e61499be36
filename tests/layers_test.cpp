// SPDX-License-Identifier: Apache-2.0
// The plan of the house: no folder includes a neighbour or anything above it, and every library
// comes in through its own door.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <vector>

#include <fmt/format.h>

namespace {

namespace fs = std::filesystem;

struct Include {
  std::string file;    // "store/sqlite.cpp"
  std::string target;  // "sqlite3.h"
  bool is_ours = false;
};

// What each folder may include besides itself. Files right under src/ are the pipeline.
const std::map<std::string, std::set<std::string>>& floors() {
  static const std::map<std::string, std::set<std::string>> table = {
      {"base", {}},
      {"model", {"base"}},
      {"rules", {"model", "base"}},
      {"compare", {"model", "base"}},
      {"report", {"model", "base"}},
      {"store", {"model", "base"}},
      {"ingest", {"model", "base"}},
      {"values", {"rules", "model", "base"}},
      {"extract", {"values", "rules", "model", "base"}},
      {"pipeline", {"extract", "compare", "values", "rules", "model", "base"}},
      {"cli",
       {"pipeline",
        "extract",
        "compare",
        "report",
        "store",
        "ingest",
        "values",
        "rules",
        "model",
        "base"}},
      {"main", {"cli"}},
  };
  return table;
}

// Headers of libraries (by prefix) and the files that may include them.
const std::map<std::string, std::set<std::string>>& doors() {
  static const std::map<std::string, std::set<std::string>> table = {
      {"re2/", {"rules/pattern.cpp"}},
      {"sqlite3.h", {"store/sqlite.cpp"}},
      {"libpq-fe.h", {"store/postgres_client.cpp"}},
      {"toml++/", {"rules/toml_file.h"}},
      {"nlohmann/",
       {"report/json.cpp",
        "report/annotation.cpp",
        "report/claim_review.cpp",
        "report/whole.cpp",
        "ingest/jsonl.cpp",
        "ingest/json_ld.cpp",
        "ingest/whole.cpp"}},
      {"zlib.h", {"ingest/inflate.cpp"}},
      {"iconv.h", {"ingest/charset.cpp"}},
      {"CLI/",
       {"cli/options.cpp",
        "cli/command_tree.cpp",
        "cli/command_builder.cpp",
        "cli/command_options.cpp"}},
      {"libxml/", {"ingest/html.cpp"}},
      {"utf8proc.h", {"base/text.cpp"}},
      {"iostream", {"main.cpp"}},
  };
  return table;
}

std::string folder_of(const std::string& file) {
  const auto slash = file.find('/');
  if (slash != std::string::npos) {
    return file.substr(0, slash);
  }
  return file == "main.cpp" ? "main" : "pipeline";
}

std::vector<Include> includes_of(const fs::path& path, const std::string& file) {
  std::vector<Include> found;
  std::ifstream in(path);
  for (std::string line; std::getline(in, line);) {
    const auto open = line.find_first_of("<\"");
    if (!line.starts_with("#include") || open == std::string::npos) {
      continue;
    }
    const bool is_ours = line[open] == '"';
    const auto close = line.find(is_ours ? '"' : '>', open + 1);
    found.push_back({file, line.substr(open + 1, close - open - 1), is_ours});
  }
  return found;
}

std::vector<Include> all_includes() {
  const fs::path root = fs::path(TALLY_SOURCE_DIR) / "src";
  std::vector<Include> found;
  for (const auto& entry : fs::recursive_directory_iterator(root)) {
    const std::string extension = entry.path().extension();
    if (extension != ".h" && extension != ".cpp") {
      continue;
    }
    const auto more = includes_of(entry.path(), fs::relative(entry.path(), root).generic_string());
    found.insert(found.end(), more.begin(), more.end());
  }
  return found;
}

// The breach that an include is, as a sentence; empty when it is allowed.
std::string breach_of_floors(const Include& include) {
  const std::string folder = folder_of(include.file);
  const auto floor = floors().find(folder);
  if (floor == floors().end()) {
    return fmt::format("src/{}: a new folder needs a decision record and a row in this test",
                       include.file);
  }
  const std::string target = folder_of(include.target);
  if (!include.is_ours || target == folder || floor->second.contains(target)) {
    return {};
  }
  return fmt::format("src/{} includes \"{}\": {} may not include {}",
                     include.file,
                     include.target,
                     folder,
                     target);
}

std::string breach_of_doors(const Include& include) {
  for (const auto& [prefix, files] : doors()) {
    if (!include.is_ours && include.target.starts_with(prefix) && !files.contains(include.file)) {
      return fmt::format("src/{} includes <{}>, whose door is src/{}",
                         include.file,
                         include.target,
                         *files.begin());
    }
  }
  return {};
}

}  // namespace

TEST_CASE("no file includes a neighbour folder or one above it") {
  const auto includes = all_includes();
  CHECK(includes.size() > 50);
  for (const Include& include : includes) {
    CHECK_MESSAGE(breach_of_floors(include).empty(), breach_of_floors(include));
  }
}

TEST_CASE("every library comes in through its own door") {
  for (const Include& include : all_includes()) {
    CHECK_MESSAGE(breach_of_doors(include).empty(), breach_of_doors(include));
  }
}

TEST_CASE("the guards see a breach") {
  CHECK(!breach_of_floors({"report/text.cpp", "store/store.h", true}).empty());
  CHECK(!breach_of_floors({"model/claim.h", "rules/pack.h", true}).empty());
  CHECK(!breach_of_floors({"util/strings.cpp", "base/text.h", true}).empty());
  CHECK(breach_of_floors({"cli/commands.cpp", "pipeline.h", true}).empty());
  CHECK(!breach_of_doors({"store/store.cpp", "sqlite3.h", false}).empty());
  CHECK(breach_of_doors({"store/sqlite.cpp", "sqlite3.h", false}).empty());
}

TEST_CASE("every file opens with its licence, and a header says what it is") {
  const fs::path root = fs::path(TALLY_SOURCE_DIR);
  for (const auto* top : {"src", "tests"}) {
    for (const auto& entry : fs::recursive_directory_iterator(root / top)) {
      const std::string extension = entry.path().extension();
      if (extension != ".h" && extension != ".cpp") {
        continue;
      }
      std::ifstream in(entry.path());
      std::string licence;
      std::string sentence;
      std::getline(in, licence);
      std::getline(in, sentence);
      const std::string name = fs::relative(entry.path(), root).generic_string();
      CHECK_MESSAGE(licence == "// SPDX-License-Identifier: Apache-2.0", name);
      CHECK_MESSAGE((extension == ".cpp" || sentence.starts_with("// ")), name);
    }
  }
}
