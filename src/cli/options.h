// SPDX-License-Identifier: Apache-2.0
// Command-line arguments as a struct.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/civil.h"
#include "ingest/read.h"
#include "model/finding.h"
#include "report/table.h"

namespace tally::cli {

enum class Command {
  check,
  read,
  extract,
  add,
  compare,
  report,
  sources,
  sources_set,
  stories,
  show,
  sql,
  export_database,
  review,
  review_same,
  review_apart,
  review_free,
  rules_list,
  rules_show,
  rules_test,
  rules_lint,
  rules_try,
  rules_bench,
  rules_new,
  rules_doc,
  config,
  generate,
  doctor,
  explain,
  gaps
};

enum class Format { text, json, jsonl, csv, tsv, markdown, html };

// What `tally export` writes.
enum class ExportAs { jsonl, csv, annotation, claimreview, postgres };

// Whether documents are one story unless they clearly are not, or are grouped into stories.
enum class Stories { automatic, one };

// Whether `tally sql` may change the database.
enum class Writing { refused, allowed };

struct Options {
  Command command = Command::check;
  std::vector<std::string> inputs;        // paths; "-" is standard input
  std::string subject;                    // the ID, TEXT or SQL that a command is about
  std::vector<std::string> subjects;      // the IDs and files that `rules test` is about
  bool over_words = false;                // --words: a value pattern is tried, no claim pattern
  std::vector<std::string> rules;         // --rules, in order
  std::string database;                   // --db; empty: not given
  std::optional<Format> format;           // --format; absent: the command's own
  std::optional<InputType> input_type;    // --input; absent: by the name of the file
  std::optional<Day> published;           // --published
  std::string language;                   // --language; empty: each document's own
  std::optional<std::string> outlet;      // --outlet of a source that is corrected
  bool all_mentions = false;              // --mentions
  bool whole = false;                     // --whole
  bool from_stdin = false;                // --stdin
  bool all = false;                       // --all
  bool quiet = false;                     // --quiet
  std::size_t jobs = 0;                   // --jobs; 0: one a core
  std::optional<Stories> stories;         // --stories; absent: one for check, else automatic
  double min_confidence = 0;              // --min-confidence, 0 to 1
  std::optional<Verdict> verdict;         // --verdict
  std::string story;                      // --story: an id, or a part of a name
  std::string fact;                       // --fact: an id, or a part of a name
  std::string source;                     // --source: an id, or a part of a path or outlet
  std::string draft;                      // --draft: a file; empty: not given
  std::vector<Kind> kinds;                // --kind; empty: all
  std::optional<Day> since;               // --since
  Formulas formulas = Formulas::guarded;  // --csv-raw keeps them
  std::vector<std::string> parameters;    // -p NAME=VALUE of an SQL statement
  Writing writing = Writing::refused;     // --write
  bool schema = false;                    // --schema
  bool index = false;                     // --index
  ExportAs export_as = ExportAs::jsonl;   // --as
  std::string author;                     // --author
  std::string action;                     // of review: confirm, dismiss, reopen
  std::vector<std::string> claims;        // of review same, apart, free: two ids
  std::string note;                       // --note

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
