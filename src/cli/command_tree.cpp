// SPDX-License-Identifier: Apache-2.0
#include "cli/command_tree.h"

#include <sstream>

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include "cli/definitions.h"

namespace tally::cli {
namespace {

// The choices that CLI11 appends to the name of a type: "NAME:{csv,text}".
std::vector<std::string> choices_in(const std::string& type) {
  std::vector<std::string> choices;
  const std::size_t open = type.find('{');
  const std::size_t close = type.rfind('}');
  if (open == std::string::npos || close == std::string::npos) {
    return choices;
  }
  std::istringstream list(type.substr(open + 1, close - open - 1));
  for (std::string choice; std::getline(list, choice, ',');) {
    choices.push_back(choice);
  }
  return choices;
}

// The type without what validators append to it: "X:FLOAT in [0 - 1]" is "X".
std::string value_name(const CLI::Option& option) {
  const std::string type = option.get_type_name();
  const std::string name = type.substr(0, type.find(':'));
  return name.empty() ? "VALUE" : name;
}

OptionSpec option_spec(const CLI::Option& option) {
  OptionSpec spec;
  for (const std::string& name : option.get_snames()) {
    spec.names.push_back(fmt::format("-{}", name));
  }
  for (const std::string& name : option.get_lnames()) {
    spec.names.push_back(fmt::format("--{}", name));
  }
  if (option.get_items_expected_max() > 0) {
    spec.value = value_name(option);
    spec.choices = choices_in(option.get_type_name());
  }
  spec.about = option.get_description();
  return spec;
}

CommandSpec spec_of(const CLI::App& app, const std::string& path) {
  CommandSpec spec{.name = app.get_name(),
                   .path = path,
                   .about = app.get_description(),
                   .footer = app.get_footer(),
                   .options = {},
                   .arguments = {},
                   .commands = {}};
  for (const CLI::Option* option : app.get_options()) {
    if (option->get_positional()) {
      spec.arguments.push_back({.name = option->get_name(),
                                .required = option->get_required(),
                                .many = option->get_items_expected_max() > 1,
                                .choices = choices_in(option->get_type_name()),
                                .about = option->get_description()});
    } else {
      spec.options.push_back(option_spec(*option));
    }
  }
  for (const CLI::App* sub : app.get_subcommands([](const CLI::App*) { return true; })) {
    spec.commands.push_back(spec_of(*sub, fmt::format("{} {}", path, sub->get_name())));
  }
  return spec;
}

}  // namespace

CommandSpec command_tree() {
  Options unused;
  CLI::App app("", "tally");
  define_commands(app, unused);
  return spec_of(app, "tally");
}

std::vector<const CommandSpec*> all_commands(const CommandSpec& command) {
  std::vector<const CommandSpec*> all = {&command};
  for (const CommandSpec& sub : command.commands) {
    const auto below = all_commands(sub);
    all.insert(all.end(), below.begin(), below.end());
  }
  return all;
}

}  // namespace tally::cli
