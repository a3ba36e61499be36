// SPDX-License-Identifier: Apache-2.0
#include "cli/command_builder.h"
#include "cli/definitions.h"

namespace tally::cli {

void add_article_commands(CommandBuilder& add) {
  add.begin("check", Command::check, "Compare the figures and dates of articles");
  add.inputs(false);
  add.report_format();
  add.draft();
  add.stories("one: the articles tell one story unless they clearly do not (default)");
  add.findings();
  add.jobs();
  add.rules();
  add.database(
      "Also keep documents and findings in this database; with --draft its articles are sources "
      "too");
  add.example("tally check -f html herald.txt post.txt wire.jsonl > report.html");

  add.begin("extract", Command::extract, "Print the claims of articles, a line of JSON each");
  add.inputs();
  add.format({{"jsonl", Format::jsonl}}, "jsonl: a claim on each line (default)");
  add.all_mentions();
  add.whole();
  add.jobs();
  add.rules();
  add.example("tally extract --input jsonl - < articles.jsonl");

  add.begin("read", Command::read, "Show articles as they are read: metadata and text");
  add.inputs();
  add.format({{"text", Format::text}, {"jsonl", Format::jsonl}},
             "text: as a .txt file (default), jsonl: a record on each line");
  add.rules();
  add.example("tally read page.html");

  add.begin("explain", Command::explain, "Show what is read in a text, and what is not and why");
  add.subject("TEXT", "A sentence or more", true);
  add.published();
  add.language();
  add.rules();
  add.example("tally explain --published 2024-04-21 'It opened six years ago.'");

  add.begin(
      "gaps", Command::gaps, "List figures that were not understood or state nothing to compare");
  add.inputs(false);
  add.table_format();
  add.rules();
  add.database("The database whose articles are meant when no FILE is given");
  add.example("tally gaps *.txt");
}

}  // namespace tally::cli
