// SPDX-License-Identifier: Apache-2.0
#include "cli/command_builder.h"
#include "cli/definitions.h"

namespace tally::cli {

void add_rules_commands(CommandBuilder& add) {
  CLI::App& rules = add.group("rules", "Look into the rule pack");
  add.begin(rules, "list", Command::rules_list, "List patterns and rules");
  add.table_format();
  add.database("Also count the findings that were confirmed and dismissed in this database");
  add.rules();
  add.begin(rules, "show", Command::rules_show, "Show one rule with all that it stands on");
  add.subject("ID", "As listed by 'tally rules list'", true);
  add.rules();
  add.begin(rules, "test", Command::rules_test, "Run the examples and rejects of rules");
  add.subjects("ID", "Rules, or files of the pack; without any all rules");
  add.rules();
  add.begin(rules, "lint", Command::rules_lint, "Find what is wrong with rules that load");
  add.table_format();
  add.rules();
  add.begin(rules, "try", Command::rules_try, "Show what a pattern matches in articles");
  add.subject("PATTERN", "A claim pattern: %{money}, %{date} and the like are figures", true);
  add.words();
  add.inputs();
  add.rules();
  add.example("tally rules try 'cost %{money:price}' *.txt");
  add.begin(rules, "bench", Command::rules_bench, "Time and hits of each rule on articles");
  add.inputs();
  add.table_format();
  add.rules();
  add.begin(rules, "new", Command::rules_new, "Print a rule file to fill in");
  add.subject("ID", "Of the new rule, such as en.wages: its language, a dot, a name", true);
  add.rules();
  add.example("tally rules new en.wages > rules/wages.toml");
  add.begin(rules, "doc", Command::rules_doc, "Print a page about all rules, as Markdown");
  add.rules();
}

}  // namespace tally::cli
