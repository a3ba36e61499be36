// SPDX-License-Identifier: Apache-2.0
#include "cli/manual.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdio>
#include <memory>
#include <sstream>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "cli/options.h"
#include "folder.h"

namespace tally::cli {
namespace {

bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

const CommandSpec& command(const CommandSpec& program, const std::string& path) {
  for (const CommandSpec* one : all_commands(program)) {
    if (one->path == path) {
      return *one;
    }
  }
  FAIL(path);
  return program;
}

std::string roff_name(const std::string& name) {
  std::string out;
  for (const char c : name) {
    out += c == '-' ? std::string("\\-") : std::string(1, c);
  }
  return out;
}

TEST_CASE("the tree knows options, choices and arguments as the parser does") {
  const CommandSpec program = command_tree();
  const CommandSpec& sql = command(program, "tally sql");
  REQUIRE(sql.arguments.size() == 1);
  CHECK(sql.arguments[0].name == "SQL");
  const auto has = [&sql](const std::vector<std::string>& names, const std::string& value) {
    return std::any_of(sql.options.begin(), sql.options.end(), [&](const OptionSpec& option) {
      return option.names == names && option.value == value;
    });
  };
  CHECK(has({"-p", "--parameter"}, "NAME=VALUE"));
  CHECK(has({"--write"}, ""));
  CHECK(command(program, "tally review").arguments[1].choices ==
        std::vector<std::string>{"confirm", "dismiss", "reopen"});
  CHECK(command(program, "tally check").arguments[0].many);
  CHECK_FALSE(
      command(program, "tally check").arguments[0].required);  // with --draft and a database
  CHECK(command(program, "tally extract").arguments[0].required);
}

TEST_CASE("manual and completions name every command, option and choice") {
  const CommandSpec program = command_tree();
  const std::string man = manual_page(program, "1.2.3");
  const std::string bash = bash_completion(program);
  const std::string zsh = zsh_completion(program);
  const std::string fish = fish_completion(program);
  CHECK(holds(man, "tally 1.2.3"));
  for (const CommandSpec* one : all_commands(program)) {
    CAPTURE(one->path);
    CHECK((one == &program || holds(man, ".SS " + roff_name(one->path) + "\n")));
    CHECK(holds(bash, fmt::format("'{}')", one->path)));
    CHECK(holds(zsh, fmt::format("'{}')", one->path)));
    CHECK((one == &program || holds(fish, fmt::format("-a {} ", one->name))));
    for (const OptionSpec& option : one->options) {
      const std::string& name = option.names.back();
      CAPTURE(name);
      CHECK(holds(man, roff_name(name)));
      CHECK(holds(bash, name));
      CHECK(holds(zsh, fmt::format("{}[", name)));
      CHECK(holds(fish, fmt::format("-l {}", name.substr(2))));
      for (const std::string& choice : option.choices) {
        CHECK(holds(man, choice));
        CHECK(holds(fish, choice));
      }
    }
  }
}

TEST_CASE("no text of a definition is a request of roff") {
  CommandSpec program{.name = "tally",
                      .path = "tally",
                      .about = ".so /etc/passwd\n'x",
                      .footer = "",
                      .options = {},
                      .arguments = {},
                      .commands = {}};
  program.options.push_back({{"--a"}, "", {}, ".de evil \\n"});
  const std::string man = manual_page(program, "1");
  CHECK(holds(man, "\n\\&.so"));
  CHECK(holds(man, "\n\\&'x"));
  CHECK(holds(man, "\n\\&.de evil \\en"));
}

// What bash offers for the last of `words`; nothing where there is no bash.
std::vector<std::string> offered(const std::string& script, const std::vector<std::string>& words) {
  std::string line;
  for (const std::string& word : words) {
    line += fmt::format("'{}' ", word);
  }
  const std::string run = fmt::format(
      "bash -c '. {}; COMP_WORDS=(\"$@\"); COMP_CWORD={}; _tally; printf \"%s\\n\" "
      "\"${{COMPREPLY[@]}}\"' x {}",
      script,
      words.size() - 1,
      line);
  const std::unique_ptr<FILE, int (*)(FILE*)> pipe(popen(run.c_str(), "r"), pclose);
  REQUIRE(pipe != nullptr);
  std::vector<std::string> offers;
  char bytes[512];
  while (std::fgets(bytes, sizeof bytes, pipe.get()) != nullptr) {
    offers.emplace_back(bytes);
    offers.back().pop_back();
  }
  return offers;
}

TEST_CASE("bash offers commands, options and choices") {
  if (std::system("bash -c true >/dev/null 2>&1") != 0) {
    MESSAGE("there is no bash here");
    return;
  }
  const Folder folder;
  const std::string script = folder.file("tally.bash", bash_completion(command_tree()));
  using Words = std::vector<std::string>;
  CHECK(offered(script, {"tally", "che"}) == Words{"check"});
  CHECK(offered(script, {"tally", "rules", "sh"}) == Words{"show"});
  CHECK(offered(script, {"tally", "check", "--min"}) == Words{"--min-confidence"});
  CHECK(offered(script, {"tally", "export", "--as", "cl"}) == Words{"claimreview"});
  CHECK(offered(script, {"tally", "sql", "SELECT 1", "-f", "mark"}) == Words{"markdown"});
  CHECK(offered(script, {"tally", "review", "d1", "di"}) == Words{"dismiss"});
  CHECK(offered(script, {"tally", "generate", "completion-b"}) == Words{"completion-bash"});
}

}  // namespace
}  // namespace tally::cli
