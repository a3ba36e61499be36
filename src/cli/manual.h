// SPDX-License-Identifier: Apache-2.0
// The manual page and the completions of shells, from the definitions of the commands.
#pragma once

#include <string>

#include "cli/command_tree.h"

namespace tally::cli {

// A manual page for section 1, in the macros of man(7).
std::string manual_page(const CommandSpec& program, const std::string& version);

// Scripts that complete commands, options and the choices of options. Each ends in a line break.
std::string bash_completion(const CommandSpec& program);
std::string zsh_completion(const CommandSpec& program);
std::string fish_completion(const CommandSpec& program);

}  // namespace tally::cli
