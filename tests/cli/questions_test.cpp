// SPDX-License-Identifier: Apache-2.0
// The questions of docs/schema.md, asked of the samples.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "cli/outcome.h"
#include "folder.h"

namespace tally::cli {
namespace {

namespace fs = std::filesystem;

// The words of a shell line: blanks part them, both sorts of quotes hold them together.
std::vector<std::string> words_of(const std::string& line) {
  std::vector<std::string> words;
  std::istringstream rest(line);
  for (std::string word; rest >> std::ws && !rest.eof();) {
    if (rest.peek() == '\'' || rest.peek() == '"') {
      const auto quote = static_cast<char>(rest.get());
      std::getline(rest, word, quote);
    } else {
      rest >> word;
    }
    words.push_back(word);
  }
  return words;
}

// Every "tally sql" of the manual's section on questions, without the program's name.
std::vector<std::vector<std::string>> questions() {
  std::ifstream docs(TALLY_SOURCE_DIR "/docs/schema.md");
  std::vector<std::vector<std::string>> found;
  for (std::string line; std::getline(docs, line) && line != "## Other programs";) {
    if (line.starts_with("    tally sql ")) {
      std::vector<std::string> words = words_of(line);
      words.erase(words.begin());
      found.push_back(words);
    }
  }
  return found;
}

std::vector<std::string> samples() {
  std::vector<std::string> files;
  for (const auto& entry : fs::recursive_directory_iterator(TALLY_SOURCE_DIR "/samples")) {
    const fs::path& path = entry.path();
    if (path.extension() == ".txt" || path.extension() == ".jsonl") {
      files.push_back(path.string());
    }
  }
  std::sort(files.begin(), files.end());
  return files;
}

TEST_CASE("every question of the manual has an answer in the samples") {
  const Folder folder;
  const std::string db = folder.name("samples.db");
  std::vector<std::string> add = {"add", "--db", db};
  const std::vector<std::string> files = samples();
  add.insert(add.end(), files.begin(), files.end());
  REQUIRE(outcome_of(add).status == 0);
  REQUIRE(outcome_of({"compare", "--db", db}).status == 1);
  REQUIRE(outcome_of({"sql", "--db", db, "--index"}).status == 0);

  const auto asked = questions();
  CHECK(asked.size() >= 12);
  for (std::vector<std::string> question : asked) {
    CAPTURE(question[1]);
    question.insert(question.end(), {"--db", db, "-f", "jsonl"});
    const Outcome answer = outcome_of(question);
    CHECK(answer.status == 0);
    CHECK(answer.err.empty());
    CHECK(!answer.out.empty());
  }
}

}  // namespace
}  // namespace tally::cli
