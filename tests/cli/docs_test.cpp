// SPDX-License-Identifier: Apache-2.0
// docs/cli.md names every command and every option; docs/rules.md and the tutorial are up to date.
#include <fstream>
#include <iterator>
#include <set>
#include <sstream>

#include <doctest/doctest.h>

#include "cli/options.h"
#include "cli/run.h"
#include "folder.h"

namespace tally::cli {
namespace {

std::string content_of(const std::string& path) {
  std::ifstream in(TALLY_SOURCE_DIR "/" + path);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

std::string docs() { return content_of("docs/cli.md"); }

// The code blocks of a page of Markdown: its lines that are indented by four blanks, without them.
std::vector<std::string> code_blocks_in(const std::string& page) {
  std::vector<std::string> blocks;
  std::istringstream lines(page);
  bool in_block = false;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("    ")) {
      if (!in_block) {
        blocks.emplace_back();
      }
      blocks.back() += line.substr(4) + "\n";
      in_block = true;
    } else if (line.empty() && in_block && lines.peek() == ' ') {
      blocks.back() += "\n";
    } else {
      in_block = false;
    }
  }
  return blocks;
}

std::string help_of(std::vector<std::string> command) {
  command.emplace_back("--help");
  return std::get<Reply>(options_of(command)).out;
}

// The first words of the lines below "Subcommands:".
std::vector<std::string> commands_in(const std::string& help) {
  std::vector<std::string> names;
  const std::size_t list = help.find("Subcommands:");
  std::istringstream lines(list == std::string::npos ? "" : help.substr(list));
  std::string line;
  for (std::getline(lines, line); std::getline(lines, line) && line.starts_with("  ");) {
    std::istringstream words(line);
    std::string name;
    words >> name;
    names.push_back(name);
  }
  return names;
}

// Every "--name" of a help page.
std::set<std::string> options_in(const std::string& help) {
  std::set<std::string> names;
  for (std::size_t at = help.find("--"); at != std::string::npos; at = help.find("--", at + 2)) {
    const std::size_t end = help.find_first_not_of("abcdefghijklmnopqrstuvwxyz-", at);
    names.insert(help.substr(at, end - at));
  }
  names.erase("--help");
  return names;
}

void check_command(const std::string& text, const std::vector<std::string>& command) {
  const std::string help = help_of(command);
  std::string name = "tally";
  for (const std::string& word : command) {
    name += ' ';
    name += word;
  }
  CAPTURE(name);
  const std::vector<std::string> below = commands_in(help);
  CHECK((!below.empty() || text.find("`" + name) != std::string::npos));
  for (const std::string& option : options_in(help)) {
    CAPTURE(option);
    CHECK(text.find(option) != std::string::npos);
  }
  for (const std::string& sub : below) {
    std::vector<std::string> longer = command;
    longer.push_back(sub);
    check_command(text, longer);
  }
}

TEST_CASE("the manual names every command and option") {
  const std::string help = help_of({});
  REQUIRE(commands_in(help).size() > 10);
  check_command(docs(), {});
}

TEST_CASE("the tutorial on rules shows what a golden page runs") {
  const std::string page = content_of("tests/golden/rules/writing-rules.txt");
  const auto blocks = code_blocks_in(content_of("docs/writing-rules.md"));
  CHECK(blocks.size() > 8);
  for (const std::string& block : blocks) {
    CHECK_MESSAGE(page.find(block) != std::string::npos, block);
  }
}

TEST_CASE("docs/rules.md is what tally rules doc prints of the shipped pack") {
  std::istringstream in;
  std::ostringstream out;
  std::ostringstream err;
  CHECK(run({"rules", "doc"}, {in, out, err}, {}) == 0);
  CHECK_MESSAGE((out.str() == content_of("docs/rules.md")),
                "docs/rules.md is stale; run: build/release/tally rules doc > docs/rules.md");
}

TEST_CASE("the template of a rule loads, passes its own example and lints clean") {
  const Folder folder;
  const auto run_rules = [&](std::vector<std::string> arguments) {
    std::istringstream in;
    std::ostringstream out;
    std::ostringstream err;
    arguments.insert(arguments.begin(), "rules");
    CHECK(run(arguments, {in, out, err}, {}) == 0);
    return out.str();
  };
  const std::string pack = folder.path().string();
  for (const std::string id : {"en.crossing", "fr.crossing"}) {
    folder.file(id + ".toml", run_rules({"new", id}));
    CHECK(run_rules({"test", id, "--rules", pack}) == "1 rule, 1 example, 1 reject: 0 failed\n");
  }
  CHECK(run_rules({"lint", "--rules", pack}) == "no fault\n");
}

TEST_CASE("the shipped pack lints clean") {
  std::istringstream in;
  std::ostringstream out;
  std::ostringstream err;
  CHECK(run({"rules", "lint"}, {in, out, err}, {}) == 0);
  CHECK(out.str() == "no fault\n");
}

}  // namespace
}  // namespace tally::cli
