// SPDX-License-Identifier: Apache-2.0
// Command-line arguments as a struct.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/civil.h"
#include "ingest/read.h"

namespace tally::cli {

enum class Command { check, extract };

enum class Format { text, json, jsonl };

// Whether documents are one story unless they clearly are not, or are grouped into stories.
enum class Stories { automatic, one };

struct Options {
  Command command = Command::check;
  std::vector<std::string> inputs;  // paths; "-" is standard input
  std::vector<std::string> rules;   // --rules, in order
  Format format = Format::text;
  std::optional<InputType> input_type;  // --input; absent: by the name of the file
  std::optional<Day> published;         // --published
  bool all_mentions = false;            // --mentions
  Stories stories = Stories::one;       // --stories
  double min_confidence = 0;            // --min-confidence, 0 to 1

  friend bool operator==(const Options&, const Options&) = default;
};

// What is to be printed instead of running a command: help, the version, or what is wrong with the
// arguments.
struct Reply {
  int status = 0;  // 0, or 2 for wrong arguments
  std::string out;
  std::string err;
};

// The options that `arguments` (without the program's name) mean.
std::variant<Options, Reply> options_of(const std::vector<std::string>& arguments);

// The version of tally: "0.1.0".
std::string version();

}  // namespace tally::cli
