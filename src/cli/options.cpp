// SPDX-License-Identifier: Apache-2.0
#include "cli/options.h"

#include <span>
#include <sstream>

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include "cli/command_builder.h"
#include "cli/definitions.h"

namespace tally::cli {
namespace {

constexpr auto k_about =
    "Do your sources tally? Reads the figures and dates in several articles and shows\n"
    "where the sources agree, where they differ, and why.";

constexpr auto k_footer =
    "Exit status: 0 no open conflict, 1 an open conflict, 2 an input or the command failed.\n"
    "'tally COMMAND --help' explains a command.\n"
    "Environment: TALLY_DB (the database, else tally.db), TALLY_RULES (directory of the rule\n"
    "pack), NO_COLOR (no colours). Settings: .tally.toml, here or in a directory above.";

Reply reply_to(const CLI::App& app, const CLI::Error& error) {
  std::ostringstream out;
  std::ostringstream err;
  const bool fine = app.exit(error, out, err) == 0;
  return fine ? Reply{0, out.str(), err.str()} : Reply{2, "", fmt::format("tally: {}", err.str())};
}

// The words up to one that should name a command and does not ("rules oops"); empty when all do.
// CLI11 would only say that some command is needed.
std::string unknown_command(const CLI::App& app, std::span<const std::string> arguments) {
  if (arguments.empty() || arguments[0].starts_with('-') || app.get_require_subcommand_min() == 0) {
    return {};
  }
  const auto found = app.get_subcommands(
      [&](const CLI::App* command) { return command->get_name() == arguments[0]; });
  if (found.empty()) {
    return arguments[0];
  }
  const std::string inner = unknown_command(*found.front(), arguments.subspan(1));
  return inner.empty() ? inner : fmt::format("{} {}", arguments[0], inner);
}

}  // namespace

std::string version() { return TALLY_VERSION; }

void define_commands(CLI::App& app, Options& options) {
  app.description(k_about);
  app.set_version_flag("--version", fmt::format("tally {}", version()));
  app.require_subcommand(1);
  app.footer(k_footer);
  CommandBuilder commands(app, options);
  add_article_commands(commands);
  add_database_commands(commands);
  add_export_command(commands);
  add_review_commands(commands);
  add_rules_commands(commands);
  add_config_command(commands);
  add_upkeep_commands(commands);
}

std::variant<Options, Reply> options_of(const std::vector<std::string>& arguments) {
  Options options;
  CLI::App app("", "tally");
  define_commands(app, options);
  if (arguments.empty()) {
    return Reply{2, "", "tally: name a command; see tally --help\n"};
  }
  if (const std::string unknown = unknown_command(app, arguments); !unknown.empty()) {
    return Reply{2, "", fmt::format("tally: no command '{}'; see tally --help\n", unknown)};
  }
  std::vector<std::string> reversed(arguments.rbegin(), arguments.rend());  // as CLI11 asks
  try {
    app.parse(reversed);
  } catch (const CLI::Error& error) {
    return reply_to(app, error);
  }
  return options;
}

}  // namespace tally::cli
