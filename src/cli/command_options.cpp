// SPDX-License-Identifier: Apache-2.0
#include "cli/command_builder.h"

#include <fmt/format.h>
#include <CLI/CLI.hpp>

namespace tally::cli {

void CommandBuilder::draft() {
  current_
      ->add_option("--draft",
                   options_.draft,
                   "Mark every figure and date of this draft: supported by the articles, "
                   "contradicted, or in none")
      ->type_name("FILE");
}

void CommandBuilder::words() {
  current_->add_flag(
      "--words", options_.over_words, "Try it as a value pattern: over words, not over figures");
}

void CommandBuilder::stories(const std::string& about) {
  choice<std::optional<Stories>>(
      "--stories", options_.stories, {{"auto", Stories::automatic}, {"one", Stories::one}}, about);
}

void CommandBuilder::findings() {
  current_
      ->add_option("--min-confidence",
                   options_.min_confidence,
                   "Leave out findings less sure than this, 0 to 1")
      ->check(CLI::Range(0.0, 1.0))
      ->type_name("X");
  Names<std::optional<Verdict>> verdicts;
  for (const Verdict verdict :
       {Verdict::agree, Verdict::update, Verdict::scope, Verdict::conflict, Verdict::unclear}) {
    verdicts[std::string(name_of(verdict))] = verdict;
  }
  choice<std::optional<Verdict>>(
      "--verdict", options_.verdict, verdicts, "Show the findings of this verdict only");
  current_->add_option("--fact", options_.fact, "Show one fact: its id, or a part of its name");
  current_->add_option("--story", options_.story, "Show one story: its id, or a part of its name");
  current_->add_option(
      "--source",
      options_.source,
      "Show what one source takes part in: its id, or a part of its path or outlet");
  kinds();
  day("--since", options_.since, "Show findings with an article published on this day or later");
  csv_raw();
}

void CommandBuilder::all_mentions() {
  current_->add_flag(
      "--mentions", options_.all_mentions, "A line for every figure and date read, claimed or not");
}

void CommandBuilder::whole() {
  CLI::Option* mentions = current_->get_option("--mentions");
  current_
      ->add_flag("--whole",
                 options_.whole,
                 "Also print the articles and all of each claim, for 'compare --stdin'")
      ->excludes(mentions);
}

void CommandBuilder::from_stdin() {
  CLI::Option* database = current_->get_option("--db");
  current_
      ->add_flag("--stdin",
                 options_.from_stdin,
                 "Compare what 'extract --whole' wrote, sorted by story_key, without a database; "
                 "prints jsonl unless told otherwise")
      ->excludes(database);
}

void CommandBuilder::all_stories() {
  current_->add_flag(
      "--all", options_.all, "Compare every story anew, also those that nothing has touched");
  current_->add_flag("-q,--quiet", options_.quiet, "Keep the outcome and print no report of it");
}

void CommandBuilder::jobs() {
  current_
      ->add_option("-j,--jobs",
                   options_.jobs,
                   "Documents read at once (default: one a core); the output is the same")
      ->type_name("N")
      ->check(CLI::Range(1, 1024));
}

void CommandBuilder::sql_options() {
  current_->add_option("-p,--parameter", options_.parameters, "Value of :NAME in the statement")
      ->type_name("NAME=VALUE")
      ->allow_extra_args(false);
  current_->add_flag("--schema", options_.schema, "Print the SQL that makes the database");
  current_->add_flag("--index",
                     options_.index,
                     "Build the full-text index sentence_fts, which then follows what is added");
  current_->add_flag_callback(
      "--write",
      [&options = options_] { options.writing = Writing::allowed; },
      "Let the statement change the database");
}

void CommandBuilder::export_options() {
  choice<ExportAs>("--as",
                   options_.export_as,
                   {{"jsonl", ExportAs::jsonl},
                    {"csv", ExportAs::csv},
                    {"annotation", ExportAs::annotation},
                    {"claimreview", ExportAs::claimreview},
                    {"postgres", ExportAs::postgres}},
                   "jsonl or csv: the claims; annotation: the claims as W3C Web Annotations; "
                   "claimreview: confirmed findings as schema.org ClaimReview; postgres: the whole "
                   "database as a script for psql");
  current_->add_option("--author", options_.author, "claimreview: who answers for the reviews")
      ->type_name("NAME");
}

void CommandBuilder::action() {
  current_->add_option("ACTION", options_.action, "confirm, dismiss or reopen")
      ->check(CLI::IsMember({"confirm", "dismiss", "reopen"}))
      ->type_name("");
}

void CommandBuilder::claim_pair() {
  current_->add_option("CLAIM", options_.claims, "Two claims as printed: c3 c17")
      ->required()
      ->expected(2)
      ->type_name("");
}

void CommandBuilder::note() {
  current_->add_option("--note", options_.note, "Why, for the next reader")->type_name("TEXT");
}

void CommandBuilder::kinds() {
  current_
      ->add_option_function<std::vector<std::string>>(
          "--kind",
          [&kinds = options_.kinds](const std::vector<std::string>& names) {
            for (const std::string& name : names) {
              const auto kind = kind_named(name);
              if (!kind) {
                throw CLI::ValidationError("--kind", name + " is no kind such as money or date");
              }
              kinds.push_back(*kind);
            }
          },
          "Show facts of this kind: money, count, date, percent, length ...; may be repeated")
      ->type_name("KIND")
      ->allow_extra_args(false);
}

}  // namespace tally::cli
