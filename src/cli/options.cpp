// SPDX-License-Identifier: Apache-2.0
#include "cli/options.h"

#include <algorithm>
#include <map>
#include <sstream>

#include <fmt/format.h>
#include <CLI/CLI.hpp>

namespace tally::cli {
namespace {

constexpr auto k_about =
    "Do your sources tally? Reads the figures and dates in several articles and shows\n"
    "where the sources agree, where they differ, and why.";

constexpr auto k_footer =
    "Exit status: 0 no open conflict, 1 an open conflict, 2 an input or the command failed.\n"
    "'tally COMMAND --help' explains a command.\n"
    "Environment: TALLY_RULES (directory of the rule pack), NO_COLOR (no colours).";

// Takes the first row of `names` whose key equals the argument; CLI11 lists the keys on a mismatch.
template <typename Value>
CLI::Option* add_choice(CLI::App& app,
                        const std::string& name,
                        Value& value,
                        const std::map<std::string, Value>& names,
                        const std::string& about) {
  std::vector<std::string> keys;
  for (const auto& [key, unused] : names) {
    keys.push_back(key);
  }
  return app
      .add_option_function<std::string>(
          name, [&value, names](const std::string& key) { value = names.at(key); }, about)
      ->check(CLI::IsMember(keys))
      ->type_name(fmt::format("{}", fmt::join(keys, "|")));
}

void add_day(CLI::App& app, std::optional<Day>& day) {
  app.add_option_function<std::string>(
         "--published",
         [&day](const std::string& text) {
           day = parse_iso_date(text);
           if (!day) {
             throw CLI::ValidationError("--published",
                                        fmt::format("'{}' is no date such as 2024-04-21", text));
           }
         },
         "Publication date of every document, in place of its own")
      ->type_name("DATE");
}

void add_rules(CLI::App& app, Options& options) {
  app.add_option("--rules",
                 options.rules,
                 "Directory of a rule pack; repeat it to stack packs (else TALLY_RULES)")
      ->type_name("DIR")
      ->allow_extra_args(false);
}

void add_inputs(CLI::App& app, Options& options) {
  app.add_option("FILE",
                 options.inputs,
                 "Articles: .txt, or .jsonl with a document on each line; - is standard input")
      ->required()
      ->type_name("");
}

void add_input_type(CLI::App& app, Options& options) {
  app.add_option_function<std::string>(
         "--input",
         [&options](const std::string& name) {
           options.input_type = name == "jsonl" ? InputType::records : InputType::text;
         },
         "What the inputs are, whatever their names")
      ->check(CLI::IsMember({"text", "jsonl"}))
      ->type_name("text|jsonl");
}

void add_check(CLI::App& app, Options& options) {
  CLI::App* command = app.add_subcommand("check", "Compare the figures and dates of articles");
  command->callback([&options] { options.command = Command::check; });
  add_inputs(*command, options);
  add_choice<Format>(*command,
                     "-f,--format",
                     options.format,
                     {{"text", Format::text}, {"json", Format::json}},
                     "text for people (default), json for programs");
  add_choice<Stories>(*command,
                      "--stories",
                      options.stories,
                      {{"auto", Stories::automatic}, {"one", Stories::one}},
                      "one: all articles tell one story unless they clearly do not (default)");
  command
      ->add_option("--min-confidence",
                   options.min_confidence,
                   "Leave out findings less sure than this, 0 to 1")
      ->check(CLI::Range(0.0, 1.0))
      ->type_name("X");
  add_input_type(*command, options);
  add_day(*command, options.published);
  add_rules(*command, options);
  command->footer("Example: tally check herald.txt post.txt wire.jsonl");
}

void add_extract(CLI::App& app, Options& options) {
  CLI::App* command =
      app.add_subcommand("extract", "Print the claims of articles, a line of JSON each");
  command->callback([&options] {
    options.command = Command::extract;
    options.format = Format::jsonl;
  });
  add_inputs(*command, options);
  add_choice<Format>(*command,
                     "-f,--format",
                     options.format,
                     {{"jsonl", Format::jsonl}},
                     "jsonl: a claim on each line");
  command->add_flag("--mentions",
                    options.all_mentions,
                    "A line for every figure and date read, whether a claim was made of it or not");
  add_input_type(*command, options);
  add_day(*command, options.published);
  add_rules(*command, options);
  command->footer("Example: tally extract --input jsonl - < articles.jsonl");
}

Reply reply_to(const CLI::App& app, const CLI::Error& error) {
  std::ostringstream out;
  std::ostringstream err;
  const bool fine = app.exit(error, out, err) == 0;
  return {fine ? 0 : 2, out.str(), err.str()};
}

}  // namespace

std::string version() { return TALLY_VERSION; }

std::variant<Options, Reply> options_of(const std::vector<std::string>& arguments) {
  Options options;
  CLI::App app(k_about, "tally");
  app.set_version_flag("--version", fmt::format("tally {}", version()));
  app.require_subcommand(1);
  app.footer(k_footer);
  add_check(app, options);
  add_extract(app, options);
  std::vector<std::string> reversed(arguments.rbegin(), arguments.rend());  // as CLI11 asks
  try {
    app.parse(reversed);
  } catch (const CLI::Error& error) {
    return reply_to(app, error);
  }
  return options;
}

}  // namespace tally::cli
