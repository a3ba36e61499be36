// SPDX-License-Identifier: Apache-2.0
// The one place where commands and options are defined: for parsing, help, manual and completions.
#pragma once

#include "cli/options.h"

namespace CLI {  // NOLINT(readability-identifier-naming): the library's
class App;
}

namespace tally::cli {

class CommandBuilder;

// Defines every command on `app`; parsing then writes into `options`. Both must outlive `app`'s
// use.
void define_commands(CLI::App& app, Options& options);

// Its parts, by what the commands are about, in the order of the help.
void add_article_commands(CommandBuilder& add);
void add_database_commands(CommandBuilder& add);
void add_export_command(CommandBuilder& add);
void add_review_commands(CommandBuilder& add);
void add_rules_commands(CommandBuilder& add);
void add_config_command(CommandBuilder& add);
void add_upkeep_commands(CommandBuilder& add);

}  // namespace tally::cli
