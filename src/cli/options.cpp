// SPDX-License-Identifier: Apache-2.0
#include "cli/options.h"

#include <map>
#include <span>
#include <sstream>

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include "cli/definitions.h"

namespace tally::cli {
namespace {

constexpr auto k_about =
    "Do your sources tally? Reads the figures and dates in several articles and shows\n"
    "where the sources agree, where they differ, and why.";

constexpr auto k_footer =
    "Exit status: 0 no open conflict, 1 an open conflict, 2 an input or the command failed.\n"
    "'tally COMMAND --help' explains a command.\n"
    "Environment: TALLY_DB (the database, else tally.db), TALLY_RULES (directory of the rule\n"
    "pack), NO_COLOR (no colours). Settings: .tally.toml, here or in a directory above.";

constexpr auto k_report_formats =
    "text (default), markdown or html for people, csv, json or jsonl for programs";
constexpr auto k_table_formats = "text (default), csv, tsv, json, jsonl or markdown";

template <typename Value>
using Names = std::map<std::string, Value>;

const Names<Format>& report_formats() {
  static const Names<Format> names = {{"text", Format::text},
                                      {"markdown", Format::markdown},
                                      {"html", Format::html},
                                      {"csv", Format::csv},
                                      {"json", Format::json},
                                      {"jsonl", Format::jsonl}};
  return names;
}

const Names<Format>& table_formats() {
  static const Names<Format> names = {{"text", Format::text},
                                      {"csv", Format::csv},
                                      {"tsv", Format::tsv},
                                      {"json", Format::json},
                                      {"jsonl", Format::jsonl},
                                      {"markdown", Format::markdown}};
  return names;
}

// One subcommand with the options it shares with others; each function adds one option.
class Commands {
 public:
  Commands(CLI::App& app, Options& options) : app_(app), options_(options) {}

  CLI::App* begin(CLI::App& parent,
                  const std::string& name,
                  Command command,
                  const std::string& about) {
    current_ = parent.add_subcommand(name, about);
    current_->callback([&options = options_, self = current_, command] {
      if (self->get_subcommands().empty()) {  // else it is the inner command's turn
        options.command = command;
      }
    });
    return current_;
  }
  CLI::App* begin(const std::string& name, Command command, const std::string& about) {
    return begin(app_, name, command, about);
  }

  void example(const std::string& line) { current_->footer(fmt::format("Example: {}", line)); }

  void inputs(bool required = true) {
    current_
        ->add_option(
            "FILE",
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

  void published() {
    day("--published",
        options_.published,
        "Publication date of every document, in place of its own");
  }

  void outlet() {
    current_
        ->add_option_function<std::string>(
            "--outlet",
            [&outlet = options_.outlet](const std::string& name) { outlet = name; },
            "Who published it")
        ->type_name("NAME");
  }

  void language() {
    current_
        ->add_option(
            "--language", options_.language, "Language of every document, in place of its own")
        ->type_name("CODE");
  }

  void subject(const std::string& name, const std::string& about, bool required) {
    current_->add_option(name, options_.subject, about)->required(required)->type_name("");
  }

  void draft() {
    current_
        ->add_option("--draft",
                     options_.draft,
                     "Mark every figure and date of this draft: supported by the articles, "
                     "contradicted, or in none")
        ->type_name("FILE");
  }

  void subjects(const std::string& name, const std::string& about) {
    current_->add_option(name, options_.subjects, about)->type_name("");
  }

  void words() {
    current_->add_flag(
        "--words", options_.over_words, "Try it as a value pattern: over words, not over figures");
  }

  void chosen_subject(const std::string& name,
                      const std::vector<std::string>& choices,
                      const std::string& about) {
    current_->add_option(name, options_.subject, about)
        ->required()
        ->check(CLI::IsMember(choices))
        ->type_name("");
  }

  void rules() {
    current_
        ->add_option("--rules",
                     options_.rules,
                     "Directory of a rule pack to lay on the others; may be repeated")
        ->type_name("DIR")
        ->allow_extra_args(false);
  }

  void database(const std::string& about) {
    current_->add_option("--db", options_.database, about)->type_name("FILE");
  }
  void database() {
    database("The database: a file or postgresql://HOST/NAME (else TALLY_DB, else tally.db)");
  }

  void format(const Names<Format>& names, const std::string& about) {
    choice<std::optional<Format>>(
        "-f,--format", options_.format, {names.begin(), names.end()}, about);
  }

  void table_format() {
    format(table_formats(), k_table_formats);
    csv_raw();
  }

  void stories(const std::string& about) {
    choice<std::optional<Stories>>("--stories",
                                   options_.stories,
                                   {{"auto", Stories::automatic}, {"one", Stories::one}},
                                   about);
  }

  void findings() {
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
    current_->add_option(
        "--story", options_.story, "Show one story: its id, or a part of its name");
    current_->add_option(
        "--source",
        options_.source,
        "Show what one source takes part in: its id, or a part of its path or outlet");
    kinds();
    day("--since", options_.since, "Show findings with an article published on this day or later");
    csv_raw();
  }

  void all_mentions() {
    current_->add_flag("--mentions",
                       options_.all_mentions,
                       "A line for every figure and date read, claimed or not");
  }

  void whole() {
    CLI::Option* mentions = current_->get_option("--mentions");
    current_
        ->add_flag("--whole",
                   options_.whole,
                   "Also print the articles and all of each claim, for 'compare --stdin'")
        ->excludes(mentions);
  }

  void from_stdin() {
    CLI::Option* database = current_->get_option("--db");
    current_
        ->add_flag("--stdin",
                   options_.from_stdin,
                   "Compare what 'extract --whole' wrote, sorted by story_key, without a database; "
                   "prints jsonl unless told otherwise")
        ->excludes(database);
  }

  void all_stories() {
    current_->add_flag(
        "--all", options_.all, "Compare every story anew, also those that nothing has touched");
    current_->add_flag("-q,--quiet", options_.quiet, "Keep the outcome and print no report of it");
  }

  void jobs() {
    current_
        ->add_option("-j,--jobs",
                     options_.jobs,
                     "Documents read at once (default: one a core); the output is the same")
        ->type_name("N")
        ->check(CLI::Range(1, 1024));
  }

  void sql_options() {
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

  void export_options() {
    choice<ExportAs>(
        "--as",
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

  void action() {
    current_->add_option("ACTION", options_.action, "confirm, dismiss or reopen")
        ->check(CLI::IsMember({"confirm", "dismiss", "reopen"}))
        ->type_name("");
  }

  void claim_pair() {
    current_->add_option("CLAIM", options_.claims, "Two claims as printed: c3 c17")
        ->required()
        ->expected(2)
        ->type_name("");
  }

  void note() {
    current_->add_option("--note", options_.note, "Why, for the next reader")->type_name("TEXT");
  }

  CLI::App& current() { return *current_; }

 private:
  void day(const std::string& name, std::optional<Day>& day, const std::string& about) {
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

  void kinds() {
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

  void csv_raw() {
    current_->add_flag_callback(
        "--csv-raw",
        [&options = options_] { options.formulas = Formulas::kept; },
        "csv: leave text as it is that a spreadsheet would run as a formula");
  }

  // Sets `value` to the row of `names` whose key is the argument.
  template <typename Value>
  void choice(const std::string& name,
              Value& value,
              const Names<Value>& names,
              const std::string& about) {
    std::vector<std::string> keys;
    for (const auto& [key, unused] : names) {
      keys.push_back(key);
    }
    current_
        ->add_option_function<std::string>(
            name, [&value, names](const std::string& key) { value = names.at(key); }, about)
        ->check(CLI::IsMember(keys))
        ->type_name("NAME");
  }

  CLI::App& app_;
  Options& options_;
  CLI::App* current_ = nullptr;
};

void add_stateless_commands(Commands& add) {
  add.begin("check", Command::check, "Compare the figures and dates of articles");
  add.inputs();
  add.format(report_formats(), k_report_formats);
  add.draft();
  add.stories("one: the articles tell one story unless they clearly do not (default)");
  add.findings();
  add.jobs();
  add.rules();
  add.database("Also keep documents and findings in this database");
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

void add_database_commands(Commands& add) {
  add.begin("add", Command::add, "Add articles to a database; unchanged ones cost nothing");
  add.inputs();
  add.jobs();
  add.database();
  add.rules();
  add.example("tally add --db quake.db *.txt");

  add.begin("compare", Command::compare, "Compare all articles of a database and report");
  add.all_stories();
  add.stories("auto: group the articles into stories (default)");
  add.format(report_formats(), k_report_formats);
  add.findings();
  add.database();
  add.from_stdin();
  add.rules();
  add.example("tally extract --whole *.txt | tally compare --stdin");

  add.begin("report", Command::report, "Report the last comparison of a database");
  add.format(report_formats(), k_report_formats);
  add.findings();
  add.database();
  add.example("tally report --verdict conflict --min-confidence 0.7");

  CLI::App* sources = add.begin("sources", Command::sources, "List the articles of a database");
  add.table_format();
  add.database();
  add.begin(*sources, "set", Command::sources_set, "Correct date or outlet of an article");
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

void add_export_command(Commands& add) {
  add.begin("export", Command::export_database, "Write claims or findings for other programs");
  add.export_options();
  add.database();
  add.example("tally export --as annotation > claims.jsonld");
}

void add_review_commands(Commands& add) {
  add.begin("review",
            Command::review,
            "Decide about findings and links; without arguments list what was decided");
  CLI::App& review = add.current();
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

void add_rules_commands(Commands& add, CLI::App& app) {
  CLI::App* rules = app.add_subcommand("rules", "Look into the rule pack");
  rules->require_subcommand(1);
  add.begin(*rules, "list", Command::rules_list, "List patterns and rules");
  add.table_format();
  add.database("Also count the findings that were confirmed and dismissed in this database");
  add.rules();
  add.begin(*rules, "show", Command::rules_show, "Show one rule with all that it stands on");
  add.subject("ID", "As listed by 'tally rules list'", true);
  add.rules();
  add.begin(*rules, "test", Command::rules_test, "Run the examples and rejects of rules");
  add.subjects("ID", "Rules, or files of the pack; without any all rules");
  add.rules();
  add.begin(*rules, "lint", Command::rules_lint, "Find what is wrong with rules that load");
  add.format(table_formats(), "text (default), csv, json or jsonl");
  add.rules();
  add.begin(*rules, "try", Command::rules_try, "Show what a pattern matches in articles");
  add.subject("PATTERN", "A claim pattern: %{money}, %{date} and the like are figures", true);
  add.words();
  add.inputs();
  add.rules();
  add.example("tally rules try 'cost %{money:price}' *.txt");
  add.begin(*rules, "bench", Command::rules_bench, "Time and hits of each rule on articles");
  add.inputs();
  add.format(table_formats(), "text (default), csv, json or jsonl");
  add.rules();
  add.begin(*rules, "new", Command::rules_new, "Print a rule file to fill in");
  add.subject("ID", "Of the new rule, such as en.wages: its language, a dot, a name", true);
  add.rules();
  add.example("tally rules new en.wages > rules/wages.toml");
  add.begin(*rules, "doc", Command::rules_doc, "Print a page about all rules, as Markdown");
  add.rules();
}

void add_config_command(Commands& add) {
  add.begin("config", Command::config, "Show the settings in effect and where each comes from");
  add.table_format();
  add.database("The database");
  add.rules();
}

void add_upkeep_commands(Commands& add) {
  add.begin("doctor", Command::doctor, "Show versions, rule pack and state of the database");
  add.database();
  add.rules();
  add.example("tally doctor --db quake.db");

  add.begin("generate", Command::generate, "Print the manual page or the completions of a shell");
  add.chosen_subject("WHAT",
                     {"man", "completion-bash", "completion-zsh", "completion-fish"},
                     "man, completion-bash, completion-zsh or completion-fish");
  add.example("tally generate completion-bash > ~/.local/share/bash-completion/completions/tally");
}

Reply reply_to(const CLI::App& app, const CLI::Error& error) {
  std::ostringstream out;
  std::ostringstream err;
  const bool fine = app.exit(error, out, err) == 0;
  return fine ? Reply{0, out.str(), err.str()} : Reply{2, "", fmt::format("tally: {}", err.str())};
}

// The words up to one that should name a command and does not ("rules oops"); empty when all do.
// CLI11 would only say that some command is needed.
std::string unknown_command(const CLI::App& app, std::span<const std::string> arguments) {
  if (arguments.empty() || arguments[0].starts_with('-') || app.get_require_subcommand_min() == 0) {
    return {};
  }
  const auto found = app.get_subcommands(
      [&](const CLI::App* command) { return command->get_name() == arguments[0]; });
  if (found.empty()) {
    return arguments[0];
  }
  const std::string inner = unknown_command(*found.front(), arguments.subspan(1));
  return inner.empty() ? inner : fmt::format("{} {}", arguments[0], inner);
}

}  // namespace

std::string version() { return TALLY_VERSION; }

void define_commands(CLI::App& app, Options& options) {
  app.description(k_about);
  app.set_version_flag("--version", fmt::format("tally {}", version()));
  app.require_subcommand(1);
  app.footer(k_footer);
  Commands commands(app, options);
  add_stateless_commands(commands);
  add_database_commands(commands);
  add_export_command(commands);
  add_review_commands(commands);
  add_rules_commands(commands, app);
  add_config_command(commands);
  add_upkeep_commands(commands);
}

std::variant<Options, Reply> options_of(const std::vector<std::string>& arguments) {
  Options options;
  CLI::App app("", "tally");
  define_commands(app, options);
  if (arguments.empty()) {
    return Reply{2, "", "tally: name a command; see tally --help\n"};
  }
  if (const std::string unknown = unknown_command(app, arguments); !unknown.empty()) {
    return Reply{2, "", fmt::format("tally: no command '{}'; see tally --help\n", unknown)};
  }
  std::vector<std::string> reversed(arguments.rbegin(), arguments.rend());  // as CLI11 asks
  try {
    app.parse(reversed);
  } catch (const CLI::Error& error) {
    return reply_to(app, error);
  }
  return options;
}

}  // namespace tally::cli
