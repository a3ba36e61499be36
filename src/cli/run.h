// SPDX-License-Identifier: Apache-2.0
// The whole program as a function of its arguments, streams and environment.
#pragma once

#include <filesystem>
#include <istream>
#include <ostream>
#include <string>
#include <vector>

namespace tally::cli {

// What the world around the program says.
struct Environment {
  std::string tally_rules;       // TALLY_RULES; may be empty
  std::string tally_db;          // TALLY_DB; may be empty
  std::filesystem::path binary;  // where the executable stands; may be empty
  std::string today;             // ISO day, for the dates of decisions; may be empty
  // The working directory, where the search for .tally.toml begins; empty: there is no search.
  std::filesystem::path directory;
  bool colour = false;    // `out` is a terminal that takes colours and NO_COLOR is unset
  bool progress = false;  // `err` is a terminal
};

// The three streams of a run. Data goes to `out`, words to `err`.
struct Streams {
  std::istream& in;
  std::ostream& out;
  std::ostream& err;
};

// Runs tally. `arguments` come without the program's name. Returns the exit status: 0 no open
// conflict, 1 an open conflict (check, compare, report), 2 an input, the rule pack or the command
// failed. Everything that can be printed is printed all the same.
int run(const std::vector<std::string>& arguments,
        const Streams& streams,
        const Environment& environment);

}  // namespace tally::cli
