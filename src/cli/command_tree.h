// SPDX-License-Identifier: Apache-2.0
// The commands and options as plain data: what manual and completions are made from.
#pragma once

#include <string>
#include <vector>

namespace tally::cli {

struct OptionSpec {
  std::vector<std::string> names;  // "-f", "--format"
  std::string value;               // "FILE", "NAME"; empty: a flag
  std::vector<std::string> choices;
  std::string about;
};

struct ArgumentSpec {
  std::string name;  // "FILE"
  bool required = false;
  bool many = false;
  std::vector<std::string> choices;
  std::string about;
};

struct CommandSpec {
  std::string name;  // "list"
  std::string path;  // "tally rules list"
  std::string about;
  std::string footer;
  std::vector<OptionSpec> options;
  std::vector<ArgumentSpec> arguments;
  std::vector<CommandSpec> commands;
};

// The whole program, as its parser defines it.
CommandSpec command_tree();

// `command` and everything below it, from the top, in the order of definition.
std::vector<const CommandSpec*> all_commands(const CommandSpec& command);

}  // namespace tally::cli
