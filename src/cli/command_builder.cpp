// SPDX-License-Identifier: Apache-2.0
#include "cli/command_builder.h"

#include <fmt/format.h>
#include <CLI/CLI.hpp>

namespace tally::cli {

CLI::App& CommandBuilder::begin(CLI::App& parent,
                                const std::string& name,
                                Command command,
                                const std::string& about) {
  current_ = parent.add_subcommand(name, about);
  current_->callback([&options = options_, self = current_, command] {
    if (self->get_subcommands().empty()) {  // else it is the inner command's turn
      options.command = command;
    }
  });
  return *current_;
}

CLI::App& CommandBuilder::begin(const std::string& name,
                                Command command,
                                const std::string& about) {
  return begin(app_, name, command, about);
}

CLI::App& CommandBuilder::group(const std::string& name, const std::string& about) {
  CLI::App* commands = app_.add_subcommand(name, about);
  commands->require_subcommand(1);
  return *commands;
}

void CommandBuilder::example(const std::string& line) {
  current_->footer(fmt::format("Example: {}", line));
}

void CommandBuilder::inputs(bool required) {
  current_
      ->add_option("FILE",
                   options_.inputs,
                   "Articles: .html, .md, .txt, records (.jsonl), web archives (.warc), each also "
                   "as .gz; directories of them; - is standard input")
      ->required(required)
      ->type_name("");
  choice<std::optional<InputType>>("--input",
                                   options_.input_type,
                                   {{"text", InputType::text},
                                    {"md", InputType::markdown},
                                    {"html", InputType::html},
                                    {"jsonl", InputType::records},
                                    {"warc", InputType::warc}},
                                   "What the inputs are, whatever their names");
  published();
  language();
}

void CommandBuilder::subject(const std::string& name, const std::string& about, bool required) {
  current_->add_option(name, options_.subject, about)->required(required)->type_name("");
}

void CommandBuilder::subjects(const std::string& name, const std::string& about) {
  current_->add_option(name, options_.subjects, about)->type_name("");
}

void CommandBuilder::chosen_subject(const std::string& name,
                                    const std::vector<std::string>& choices,
                                    const std::string& about) {
  current_->add_option(name, options_.subject, about)
      ->required()
      ->check(CLI::IsMember(choices))
      ->type_name("");
}

void CommandBuilder::published() {
  day("--published", options_.published, "Publication date of every document, in place of its own");
}

void CommandBuilder::language() {
  current_
      ->add_option(
          "--language", options_.language, "Language of every document, in place of its own")
      ->type_name("CODE");
}

void CommandBuilder::outlet() {
  current_
      ->add_option_function<std::string>(
          "--outlet",
          [&outlet = options_.outlet](const std::string& name) { outlet = name; },
          "Who published it")
      ->type_name("NAME");
}

void CommandBuilder::rules() {
  current_
      ->add_option("--rules",
                   options_.rules,
                   "Directory of a rule pack to lay on the others; may be repeated")
      ->type_name("DIR")
      ->allow_extra_args(false);
}

void CommandBuilder::database(const std::string& about) {
  current_->add_option("--db", options_.database, about)->type_name("FILE");
}

void CommandBuilder::database() {
  database("The database: a file or postgresql://HOST/NAME (else TALLY_DB, else tally.db)");
}

void CommandBuilder::format(const Names<Format>& names, const std::string& about) {
  choice<std::optional<Format>>(
      "-f,--format", options_.format, {names.begin(), names.end()}, about);
}

void CommandBuilder::table_format() {
  format({{"text", Format::text},
          {"csv", Format::csv},
          {"tsv", Format::tsv},
          {"json", Format::json},
          {"jsonl", Format::jsonl},
          {"markdown", Format::markdown}},
         "text (default), csv, tsv, json, jsonl or markdown");
  csv_raw();
}

void CommandBuilder::report_format() {
  format({{"text", Format::text},
          {"markdown", Format::markdown},
          {"html", Format::html},
          {"csv", Format::csv},
          {"json", Format::json},
          {"jsonl", Format::jsonl}},
         "text (default), markdown or html for people, csv, json or jsonl for programs");
}

void CommandBuilder::csv_raw() {
  current_->add_flag_callback(
      "--csv-raw",
      [&options = options_] { options.formulas = Formulas::kept; },
      "csv: leave text as it is that a spreadsheet would run as a formula");
}

void CommandBuilder::day(const std::string& name,
                         std::optional<Day>& day,
                         const std::string& about) {
  current_
      ->add_option_function<std::string>(
          name,
          [name, &day](const std::string& text) {
            day = parse_iso_date(text);
            if (!day) {
              throw CLI::ValidationError(name, text + " is no date such as 2024-04-21");
            }
          },
          about)
      ->type_name("YYYY-MM-DD");
}

void CommandBuilder::one_of(const std::string& name,
                            const std::vector<std::string>& keys,
                            const std::function<void(const std::string&)>& set,
                            const std::string& about) {
  current_->add_option_function<std::string>(name, set, about)
      ->check(CLI::IsMember(keys))
      ->type_name("NAME");
}

}  // namespace tally::cli
