// SPDX-License-Identifier: Apache-2.0
#include "cli/command_builder.h"
#include "cli/definitions.h"

namespace tally::cli {

void add_config_command(CommandBuilder& add) {
  add.begin("config", Command::config, "Show the settings in effect and where each comes from");
  add.table_format();
  add.database("The database");
  add.rules();
}

void add_upkeep_commands(CommandBuilder& add) {
  add.begin("doctor", Command::doctor, "Show versions, rule pack and state of the database");
  add.database();
  add.rules();
  add.example("tally doctor --db quake.db");

  add.begin("generate", Command::generate, "Print the manual page or the completions of a shell");
  add.chosen_subject("WHAT",
                     {"man", "completion-bash", "completion-zsh", "completion-fish"},
                     "man, completion-bash, completion-zsh or completion-fish");
  add.example("tally generate completion-bash > ~/.local/share/bash-completion/completions/tally");
}

}  // namespace tally::cli
