// SPDX-License-Identifier: Apache-2.0
#include "cli/command_builder.h"
#include "cli/definitions.h"

namespace tally::cli {

void add_database_commands(CommandBuilder& add) {
  add.begin("add", Command::add, "Add articles to a database; unchanged ones cost nothing");
  add.inputs();
  add.jobs();
  add.database();
  add.rules();
  add.example("tally add --db quake.db *.txt");

  add.begin("compare", Command::compare, "Compare all articles of a database and report");
  add.all_stories();
  add.stories("auto: group the articles into stories (default)");
  add.report_format();
  add.findings();
  add.database();
  add.from_stdin();
  add.rules();
  add.example("tally extract --whole *.txt | tally compare --stdin");

  add.begin("report", Command::report, "Report the last comparison of a database");
  add.report_format();
  add.findings();
  add.database();
  add.example("tally report --verdict conflict --min-confidence 0.7");

  CLI::App& sources = add.begin("sources", Command::sources, "List the articles of a database");
  add.table_format();
  add.database();
  add.begin(sources, "set", Command::sources_set, "Correct date or outlet of an article");
  add.subject("ID", "As listed by 'tally sources', or the article's path or id", true);
  add.published();
  add.outlet();
  add.database();
  add.rules();
  add.example("tally sources set s2 --published 2024-04-21 --outlet 'The Post'");

  add.begin("stories", Command::stories, "List the stories of a database");
  add.table_format();
  add.database();

  add.begin("show", Command::show, "Show one source, claim, fact, finding or story of a report");
  add.subject("ID", "As printed: s1 a source, c1 a claim, f1 a fact, d1 a finding", true);
  add.database();
  add.example("tally show f3");

  add.begin("sql", Command::sql, "Ask the database in SQL");
  add.subject("SQL", "One statement; see docs/schema.md for views and tables", false);
  add.table_format();
  add.sql_options();
  add.database();
  add.example("tally sql 'SELECT fact, quote_a, quote_b FROM conflicts'");
}

void add_export_command(CommandBuilder& add) {
  add.begin("export", Command::export_database, "Write claims or findings for other programs");
  add.export_options();
  add.database();
  add.example("tally export --as annotation > claims.jsonld");
}

void add_review_commands(CommandBuilder& add) {
  CLI::App& review =
      add.begin("review",
                Command::review,
                "Decide about findings and links; without arguments list what was decided");
  add.subject("ID", "A finding (d1), or a fact (f1) for all its findings that differ", false);
  add.action();
  add.note();
  add.table_format();
  add.database();
  add.example("tally review f3 dismiss --note 'the second base, not the first'");

  add.begin(review, "same", Command::review_same, "Two claims speak of the same thing");
  add.claim_pair();
  add.note();
  add.database();
  add.example("tally review same c3 c17");
  add.begin(review, "apart", Command::review_apart, "Two claims speak of different things");
  add.claim_pair();
  add.note();
  add.database();
  add.example("tally review apart c3 c17 --note 'two bridges'");
  add.begin(review, "free", Command::review_free, "Take back what was said of two claims");
  add.claim_pair();
  add.database();
}

}  // namespace tally::cli
