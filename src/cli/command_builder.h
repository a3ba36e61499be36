// SPDX-License-Identifier: Apache-2.0
// Subcommands one after the other, each with the options it shares with others.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "cli/options.h"

namespace CLI {  // NOLINT(readability-identifier-naming): the library's
class App;
}

namespace tally::cli {

// Begins a command and then adds to it, an option for each function. What is parsed goes into the
// options given, which must outlive the parser.
class CommandBuilder {
 public:
  template <typename Value>
  using Names = std::map<std::string, Value>;

  CommandBuilder(CLI::App& app, Options& options) : app_(app), options_(options) {}

  CLI::App& begin(const std::string& name, Command command, const std::string& about);
  CLI::App& begin(CLI::App& parent,
                  const std::string& name,
                  Command command,
                  const std::string& about);
  // A command that is nothing without one of its own commands.
  CLI::App& group(const std::string& name, const std::string& about);
  void example(const std::string& line);

  // What a command is about.
  void inputs(bool required = true);
  void subject(const std::string& name, const std::string& about, bool required);
  void subjects(const std::string& name, const std::string& about);
  void chosen_subject(const std::string& name,
                      const std::vector<std::string>& choices,
                      const std::string& about);
  void action();
  void claim_pair();

  // What most commands share.
  void published();
  void language();
  void outlet();
  void rules();
  void database();
  void database(const std::string& about);
  void format(const Names<Format>& names, const std::string& about);
  void report_format();
  void table_format();

  // What few have.
  void stories(const std::string& about);
  void findings();
  void draft();
  void all_mentions();
  void whole();
  void from_stdin();
  void all_stories();
  void jobs();
  void words();
  void sql_options();
  void export_options();
  void note();

 private:
  void csv_raw();
  void kinds();
  void day(const std::string& name, std::optional<Day>& day, const std::string& about);
  void one_of(const std::string& name,
              const std::vector<std::string>& keys,
              const std::function<void(const std::string&)>& set,
              const std::string& about);
  // Sets `value` to the row of `names` whose key is the argument.
  template <typename Value>
  void choice(const std::string& name,
              Value& value,
              const Names<Value>& names,
              const std::string& about);

  CLI::App& app_;
  Options& options_;
  CLI::App* current_ = nullptr;
};

template <typename Value>
void CommandBuilder::choice(const std::string& name,
                            Value& value,
                            const Names<Value>& names,
                            const std::string& about) {
  std::vector<std::string> keys;
  for (const auto& [key, unused] : names) {
    keys.push_back(key);
  }
  one_of(
      name, keys, [&value, names](const std::string& key) { value = names.at(key); }, about);
}

}  // namespace tally::cli
