// SPDX-License-Identifier: Apache-2.0
// The one place where commands and options are defined: for parsing, help, manual and completions.
#pragma once

#include "cli/options.h"

namespace CLI {
class App;
}

namespace tally::cli {

// Defines every command on `app`; parsing then writes into `options`. Both must outlive `app`'s
// use.
void define_commands(CLI::App& app, Options& options);

}  // namespace tally::cli
