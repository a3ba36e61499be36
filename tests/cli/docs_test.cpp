// SPDX-License-Identifier: Apache-2.0
// docs/cli.md names every command and every option.
#include <fstream>
#include <iterator>
#include <set>
#include <sstream>

#include <doctest/doctest.h>

#include "cli/options.h"

namespace tally::cli {
namespace {

std::string docs() {
  std::ifstream in(TALLY_SOURCE_DIR "/docs/cli.md");
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
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

}  // namespace
}  // namespace tally::cli
