// SPDX-License-Identifier: Apache-2.0
// What commands make of databases and arguments that are wrong: a message that says what is wrong
// and what to do, exit status 2, nothing on standard output, and no file changed.
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "cli/outcome.h"
#include "folder.h"
#include "store/database.h"
#include "store/store.h"

namespace tally::cli {
namespace {

namespace fs = std::filesystem;

std::string bytes_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// The words of a command line, parted by blanks; "~" within one is a blank.
std::vector<std::string> words_of(const std::string& line) {
  std::vector<std::string> words(1);
  for (const char c : line) {
    if (c == ' ') {
      words.emplace_back();
    } else {
      words.back() += c == '~' ? ' ' : c;
    }
  }
  return words;
}

// A directory with an article, a database of it and of another one, and databases that are none.
class Stage {
 public:
  Stage() {
    for (const char* year : {"2012", "2015"}) {
      folder_.file(fmt::format("{}.txt", year),
                   fmt::format("Published: 2024-05-01\n\nThe Lindal bridge was built in {} at a "
                               "cost of $40 million.\n",
                               year));
    }
    add("whole.db");
    add("compared.db");
    run("compare", "compared.db");
    const std::string whole = bytes_of(folder_.name("compared.db"));
    folder_.file("empty.db", "");
    folder_.file("text.db", "The quay is open. It cost $5 million, the port authority said.\n");
    folder_.file("cut.db", whole.substr(0, whole.size() / 8192 * 4096));
    folder_.file("head.db", whole.substr(0, 60));
    std::string garbled = whole;
    std::fill(garbled.begin() + 100, garbled.begin() + 4096, '\x55');
    folder_.file("garbled.db", garbled);
    change("other.db", "CREATE TABLE t (x)");
    fs::copy_file(folder_.name("whole.db"), folder_.name("newer.db"));
    change("newer.db", "PRAGMA user_version = 999");
    fs::create_directory(folder_.name("directory.db"));
  }

  Outcome run(const std::string& line, const std::string& database = "whole.db") const {
    std::vector<std::string> arguments = words_of(line);
    for (std::string& argument : arguments) {
      if (argument.ends_with(".txt") || argument.ends_with(".toml")) {
        argument = folder_.name(argument);
      }
    }
    return outcome_of(arguments, {.tally_db = folder_.name(database), .today = "2024-05-01"});
  }

  std::string content(const std::string& database) const {
    return fs::is_regular_file(folder_.name(database)) ? bytes_of(folder_.name(database)) : "";
  }

  bool has(const std::string& file) const { return fs::exists(folder_.name(file)); }

 private:
  void add(const std::string& database) const { run("add 2012.txt 2015.txt", database); }

  void change(const std::string& database, const std::string& sql) const {
    Database(folder_.name(database), Access::write).run(sql);
  }

  Folder folder_;
};

// One failure: asserts status 2, the message, and that it is one of ours.
void check_failure(const Outcome& outcome, const std::string& message) {
  CHECK(outcome.status == 2);
  CHECK_MESSAGE(outcome.err.find(message) != std::string::npos, outcome.err);
  CHECK(outcome.err.starts_with("tally: "));
  CHECK(outcome.err.ends_with("\n"));
  CHECK(outcome.err.size() < 2000);
}

TEST_CASE("a database that is none, or not ours, is refused by every command and left as it is") {
  struct Case {
    const char* database;
    const char* message;
  };
  const Case cases[] = {
      {"missing.db", "missing.db: there is no such database; `tally add` makes one"},
      {"missing/t.db", "t.db: there is no such database; `tally add` makes one"},
      {"directory.db", "directory.db: is a directory; name a database file"},
      {"text.db", "text.db: the file is no database; name another file with --db"},
      {"head.db", "head.db: the database is damaged; restore it from a copy"},
      {"other.db", "other.db: this database belongs to another program; name another file"},
      {"newer.db", "newer.db: the database was written by a newer tally (schema 999"},
      {"cut.db", "cut.db: the database is damaged; restore it from a copy"},
      {"garbled.db", "garbled.db: the database is damaged; restore it from a copy"},
  };
  const char* commands[] = {"compare",
                            "report",
                            "sources",
                            "sources set s1 --outlet Post",
                            "stories",
                            "show s1",
                            "gaps",
                            "review",
                            "review f1 dismiss",
                            "review same c1 c2",
                            "review free c1 c2",
                            "export",
                            "sql SELECT~*~FROM~claims",
                            "sql --write DELETE~FROM~claim",
                            "sql --index"};
  const Stage stage;
  for (const Case& one : cases) {
    for (const char* command : commands) {
      CAPTURE(one.database);
      CAPTURE(command);
      const std::string before = stage.content(one.database);
      const Outcome outcome = stage.run(command, one.database);
      check_failure(outcome, one.message);
      CHECK(outcome.out.empty());
      CHECK((stage.content(one.database) == before));
    }
  }
  CHECK_FALSE(stage.has("missing.db"));
}

TEST_CASE("articles are added to a database or to nothing") {
  struct Case {
    const char* database;
    const char* message;
  };
  const Case cases[] = {
      {"missing/t.db", "cannot be opened as a database"},
      {"directory.db", "is a directory; name a database file"},
      {"text.db", "the file is no database"},
      {"other.db", "belongs to another program"},
      {"newer.db", "was written by a newer tally"},
      {"garbled.db", "the database is damaged"},
  };
  const Stage stage;
  for (const Case& one : cases) {
    CAPTURE(one.database);
    const std::string before = stage.content(one.database);
    check_failure(stage.run("add 2012.txt", one.database), one.message);
    CHECK((stage.content(one.database) == before));
  }
}

TEST_CASE("what was not compared cannot be reported, and the message says what to run") {
  const Stage stage;
  for (const char* command : {"report",
                              "stories",
                              "show f1",
                              "review f1 dismiss",
                              "review same c1 c2",
                              "export --as claimreview"}) {
    CAPTURE(command);
    check_failure(stage.run(command), "the database holds no comparison yet; run `tally compare`");
  }
}

TEST_CASE("arguments that are wrong are named with the way out") {
  struct Case {
    const char* line;
    const char* message;
  };
  const Case cases[] = {
      {"chekc 2012.txt", "no command 'chekc'"},
      {"check", "name the articles to compare"},
      {"check --oops 2012.txt", "--oops"},
      {"check -f pdf 2012.txt", "--format: pdf not in"},
      {"check --stories many 2012.txt", "--stories: many not in"},
      {"check --verdict maybe 2012.txt", "--verdict"},
      {"check --kind sorts 2012.txt", "--kind"},
      {"check --since soon 2012.txt", "--since"},
      {"check --since 2024-02-30 2012.txt", "--since"},
      {"check --published 2024-13-01 2012.txt", "--published"},
      {"check --min-confidence high 2012.txt", "--min-confidence"},
      {"check --min-confidence 2 2012.txt", "--min-confidence"},
      {"check --language klingon 2012.txt", "the rules have no such language; they have en, fr"},
      {"check --rules nowhere 2012.txt", "nowhere"},
      {"check --draft missing.txt 2012.txt", "missing.txt: no such file"},
      {"check --draft 2012.txt 2012.txt", "is the draft; leave it out of its sources"},
      {"extract -j none 2012.txt", "--jobs"},
      {"extract -j -1 2012.txt", "--jobs"},
      {"extract", "FILE is required"},
      {"explain", "TEXT is required"},
      {"show", "ID is required"},
      {"show f99", "nothing is called 'f99'"},
      {"show x1", "nothing is called 'x1'"},
      {"show f0", "nothing is called 'f0'"},
      {"show f1x", "nothing is called 'f1x'"},
      {"show f99999999999999999999", "nothing is called 'f99999999999999999999'"},
      {"sources set s1", "give --published YYYY-MM-DD or --outlet NAME"},
      {"sources set s99 --outlet Post", "nothing is called 's99'"},
      {"sources set s1 --published soon", "--published"},
      {"review f1", "review"},
      {"review f1 approve", "approve"},
      {"review f99 dismiss", "f99"},
      {"review c1 dismiss", "c1"},
      {"review same c1", "CLAIM"},
      {"review same c1 c99", "c99"},
      {"review same c1 c1", "c1"},
      {"review same c1 c2", "only values of one kind can be the same"},
      {"review free c1 c3", "nothing was said of c1 and c3"},
      {"export --as pdf", "--as: pdf not in"},
      {"sql", "give a statement, such as 'SELECT * FROM conflicts'"},
      {"sql SELEC~1", "near \"SELEC\": syntax error"},
      {"sql SELECT~x", "no such column: x"},
      {"sql SELECT~*~FROM~nowhere", "no such table: nowhere"},
      {"sql SELECT~1;SELECT~2", "one statement at a time"},
      {"sql SELECT~:a", "parameter 'a' has no value; give -p a=..."},
      {"sql SELECT~1 -p a=1", "there is no parameter 'a'"},
      {"sql SELECT~:a -p a", "-p a: write NAME=VALUE"},
      {"sql SELECT~:a -p =1", "write NAME=VALUE"},
      {"sql SELECT~?", "a parameter needs a name, such as :day"},
      {"sql --", "give a statement"},
      {"sql DELETE~FROM~claim", "a query may only read; `tally sql --write` allows changes"},
      {"sql DROP~TABLE~claim", "a query may only read"},
      {"sql PRAGMA~user_version=7", "a query may only read"},
      {"sql PRAGMA~writable_schema=1", "a query may only read"},
      {"sql PRAGMA~journal_mode=wal", "a query may only read"},
      {"sql VACUUM", "a query may only read"},
      {"sql ATTACH~'a'~AS~b", "a query may only read"},
      {"sql BEGIN", "a query may only read"},
      {"sql SELECT~load_extension('x')", "not authorized to use function: load_extension"},
      {"sql SELECT~readfile('x')", "no such function: readfile"},
      {"sql SELECT~writefile('x',1)", "no such function: writefile"},
      {"sql --write ATTACH~'a'~AS~b", "no ATTACH and no extensions"},
      {"sql --write SELECT~load_extension('x')", "not authorized to use function"},
      {"sql --write VACUUM", "may not reach other files"},
      {"sql --write VACUUM~INTO~'a'", "may not reach other files"},
      {"sql --write PRAGMA~nonsense(", "incomplete input"},
      {"sql --write INSERT~INTO~claims~VALUES~(1)", "cannot modify claims because it is a view"},
      {"sql --write DELETE~FROM~sqlite_schema", "may not be modified"},
      {"rules show en.nothing", "no rule 'en.nothing'; see tally rules list"},
      {"rules test en.nothing", "no rule or file 'en.nothing'; see tally rules list"},
      {"rules show", "ID is required"},
      {"rules try", "PATTERN is required"},
      {"rules try ( 2012.txt", "'(' is not closed"},
      {"rules try %{nothing} 2012.txt", "nothing"},
      {"rules new x", "x"},
      {"rules oops", "no command 'rules oops'; see tally --help"},
      {"generate pictures", "pictures"},
      {"generate", "WHAT is required"},
  };
  const Stage stage;
  const std::string before = stage.content("compared.db");
  for (const Case& one : cases) {
    CAPTURE(one.line);
    check_failure(stage.run(one.line, "compared.db"), one.message);
  }
  CHECK((stage.content("compared.db") == before));
  CHECK_FALSE(stage.has("a"));
}

}  // namespace
}  // namespace tally::cli
