// SPDX-License-Identifier: Apache-2.0
// Whatever stands in an article, a file's name, a note, a rule pack or a statement: no text that
// tally prints for people holds a character that a terminal would obey.
#include <filesystem>
#include <iterator>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "base/text.h"
#include "cli/outcome.h"
#include "folder.h"

namespace tally::cli {
namespace {

namespace fs = std::filesystem;

// Sets a title, clears the screen, rings, rubs out, begins a sequence in one byte of C1 and turns
// the direction of writing.
const std::string k_hostile =
    "\x1B]0;owned\x07\x1B[2J\b\x7F\xC2\x9B"
    "31m\xE2\x80\xAE\xE2\x81\xA6";

bool is_obeyed(char32_t c) {
  const bool is_control = (c < 0x20 && c != '\n' && c != '\t') || (c >= 0x7F && c <= 0x9F);
  return is_control || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

// The first place where a text would be obeyed, with some words before it; empty where none is.
std::string obeyed_in(const std::string& text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    if (is_obeyed(point.value)) {
      const std::size_t from = at > 60 ? at - 60 : 0;
      return fmt::format("U+{:04X} behind: {}",
                         static_cast<std::uint32_t>(point.value),
                         text.substr(from, at - from));
    }
    at += point.length;
  }
  return {};
}

// A stage full of hostile text: articles, a database of them, a rule pack.
class Stage {
 public:
  Stage() {
    for (const char* year : {"2012", "2015"}) {
      articles_.push_back(folder_.file(fmt::format("{}{}.txt", year, k_hostile), article(year)));
    }
    folder_.file("a.html",
                 fmt::format("<html><head><title>Dam {0}</title><meta name=author "
                             "content='{0}'></head><body><h1>Dam of Lindal {0}</h1><p>The "
                             "{0} dam of Lindal cost $9 million {0}, the port {0} said on "
                             "Monday.</p></body></html>",
                             k_hostile));
    folder_.file("b.md",
                 fmt::format("---\ntitle: {0}\ndate: {0}\n---\n# {0}\n7 {0} 8\n", k_hostile));
    folder_.file("c.jsonl",
                 "{\"id\": \"\\u001b[2J\\u009b\", \"text\": \"9 of \\u001b[2J 12 people.\", "
                 "\"published\": \"\\u001b[2J\", \"outlet\": \"\\u0007\"}\n{\"\x1B[2J\n");
    fs::create_directories(folder_.name("pack/en"));
    folder_.file("pack/pack.toml", "name = \"\\u001b[2J\"\nversion = \"\\u009b\"\n");
    folder_.file("pack/en/x.toml", fmt::format(k_rules, "\\u001b[2J\\u0007"));
    folder_.file("pack/en/broken.toml", fmt::format("[[rule]]\nid = \"{}\"\n", k_hostile));
    run({"add", articles_[0], articles_[1]});
    run({"compare"});
    run({"review", "f1", "dismiss", "--note", k_hostile});
  }

  Outcome run(std::vector<std::string> arguments, const std::string& input = "") const {
    Environment environment = {.tally_db = database(), .today = "2024-05-01"};
    if (!arguments.empty() && arguments[0] == "rules") {
      environment.tally_rules = folder_.name("pack");
    }
    return outcome_of(arguments, environment, input);
  }

  const std::string& article(std::size_t number) const { return articles_[number]; }
  std::string name(const std::string& file) const { return folder_.name(file); }
  std::string database() const { return folder_.name(fmt::format("t{}.db", k_hostile)); }

 private:
  static constexpr const char* k_rules =
      "[[shape]]\nname = \"small\"\npattern = '''\\d{{1,2}}'''\n"
      "[class.fruit]\nrole = \"head\"\nwords = [\"apple\", \"{0}\"]\n"
      "[[value]]\nid = \"en.x\"\nrev = 1\ntitle = \"{0}\"\nreader = \"count\"\nkind = \"count\"\n"
      "match = ['''%{{small:number}} %{{fruit}}''']\n"
      "[[value.example]]\ntext = \"3 apple {0}\"\nexpect = [{{ quote = \"{0}\", low = 4 }}]\n"
      "[[value.reject]]\ntext = \"3 apple\"\nwhy = \"{0}\"\n";

  static std::string article(const std::string& year) {
    return fmt::format(
        "Title: Lindal {0} mourns\nSource: Paper {0} {1}\nBy: {0}\nURL: https://a.example/{0}\n"
        "Published: 2024-05-01\n\nThe {0} Lindal {0} bridge {0} was built{0} in {1} at a cost of "
        "${2} {0} million, the {0} mayor of {0} Lindal{0} said.\n\nIt holds 7{0}7 {0} people{0}. "
        "Some {1}{2}{0}9x.\n",
        k_hostile,
        year,
        year == "2012" ? 40 : 41);
  }

  Folder folder_;
  std::vector<std::string> articles_;
};

TEST_CASE("no command prints a character that a terminal would obey") {
  const Stage stage;
  const std::string& one = stage.article(0);
  const std::string& two = stage.article(1);
  const std::string missing = stage.name(k_hostile + "/" + k_hostile + ".txt");
  const std::vector<std::vector<std::string>> runs = {
      {"check", one, two},
      {"check", one, two, "-f", "markdown"},
      {"check", "--stories", "auto", one, two},
      {"check", one, two, one, missing},
      {"check", stage.name("a.html"), stage.name("b.md"), stage.name("c.jsonl")},
      {"check", "--language", k_hostile, one},
      {"check", "--published", k_hostile, one},
      {"check", "--draft", one, two},
      {"check", "--draft", one, two, "-f", "markdown"},
      {"check", "--draft", missing, two},
      {"check", "--draft", stage.name("c.jsonl"), two},
      {"read", one, stage.name("a.html"), stage.name("b.md"), stage.name("c.jsonl")},
      {"explain", "In 2012 the " + k_hostile + " bridge" + k_hostile + " cost $4" + k_hostile},
      {"gaps", one, two, missing},
      {"gaps"},
      {"extract", missing},
      {"add", one, missing, stage.name("c.jsonl")},
      {"compare"},
      {"compare", "-f", "markdown"},
      {"report"},
      {"report", "-f", "markdown"},
      {"report", "--fact", k_hostile},
      {"sources"},
      {"sources", "-f", "markdown"},
      {"sources", "set", k_hostile, "--outlet", "A"},
      {"sources", "set", "s1", "--outlet", k_hostile},
      {"stories"},
      {"show", "s1"},
      {"show", "c1"},
      {"show", "c2"},
      {"show", "f1"},
      {"show", "d1"},
      {"show", "t1"},
      {"show", k_hostile},
      {"review"},
      {"review", "-f", "markdown"},
      {"review", "f1", "confirm", "--note", k_hostile},
      {"review", k_hostile, "confirm"},
      {"review", "same", "c1", k_hostile},
      {"review", "same", "c1", "c2"},
      {"review", "apart", "c1", "c3"},
      {"sql", "SELECT * FROM claims"},
      {"sql", "SELECT * FROM claims", "-f", "markdown"},
      {"sql", "SELECT 1 AS '" + k_hostile + "'"},
      {"sql", "SELECT " + k_hostile},
      {"sql", "SELECT :a", "-p", k_hostile},
      {"sql", "SELECT 1; -- " + k_hostile + "\nSELECT 2"},
      {"sql", "--db", missing, "SELECT 1"},
      {"export", "--as", k_hostile},
      {"config"},
      {"config", "--rules", k_hostile},
      {"doctor"},
      {"doctor", "--db", one},
      {"doctor", "--rules", stage.name("pack")},
      {"check", "--rules", missing, one},
      {"check", "--rules", stage.name("pack"), one},
      {"rules", "list"},
      {"rules", "show", "en.x"},
      {"rules", "show", k_hostile},
      {"rules", "test"},
      {"rules", "test", k_hostile},
      {"rules", "lint"},
      {"rules", "try", "3 " + k_hostile, one},
      {"rules", "try", "--words", "%{small} %{fruit}", one},
      {"rules", "bench", one},
      {"rules", "new", k_hostile},
      {"rules", "doc"},
      {"rules", "list", "--db", missing},
      {k_hostile},
      {"check", "--" + k_hostile},
      {"check", "-f", k_hostile, one},
      {"generate", k_hostile},
  };
  for (const std::vector<std::string>& arguments : runs) {
    const Outcome outcome = stage.run(arguments);
    std::string shown;
    for (const std::string& argument : arguments) {
      shown += argument + " ";
    }
    CAPTURE(shown);
    CHECK(!(outcome.out + outcome.err).empty());
    CHECK_MESSAGE(obeyed_in(outcome.out).empty(), obeyed_in(outcome.out));
    CHECK_MESSAGE(obeyed_in(outcome.err).empty(), obeyed_in(outcome.err));
  }
}

TEST_CASE("neither standard input nor settings bring such a character in") {
  const Stage stage;
  const Outcome read = stage.run({"check", "-"}, "9 " + k_hostile + " 12 people.\n");
  CHECK(obeyed_in(read.out + read.err).empty());
  const Folder folder;
  folder.file(".tally.toml", fmt::format("\"{0}\" = 1\ndb = \"{0}\"\n", "\\u001b[2J\\u009b"));
  for (const char* command : {"config", "doctor", "report"}) {
    const Outcome outcome = outcome_of({command}, {.directory = folder.path()});
    CHECK_MESSAGE(obeyed_in(outcome.out + outcome.err).empty(),
                  obeyed_in(outcome.out + outcome.err));
  }
}

TEST_CASE("the stage is hostile: the database holds what is not to be printed") {
  const Stage stage;
  CHECK(!obeyed_in(stage.run({"sql", "-f", "csv", "SELECT text FROM document"}).out).empty());
  CHECK(stage.run({"report"}).out.find("conflict") != std::string::npos);
  for (const char* id : {"s2", "c2", "f1", "d1", "t1"}) {
    CAPTURE(id);
    CHECK(stage.run({"show", id}).status == 0);
  }
}

std::size_t files_in(const fs::path& directory) {
  const fs::recursive_directory_iterator entries(directory);
  return static_cast<std::size_t>(std::distance(begin(entries), end(entries)));
}

TEST_CASE("what a page or an archive names is neither opened nor written") {
  const Folder folder;
  const std::string secret = folder.file("secret.txt", "The vault code is 4711 dollars.\n");
  const std::string words =
      "<p>The quay of Lindal cost $5 million &leak; &#38;leak; said the port authority.</p>";
  const std::string page = fmt::format(
      "<!DOCTYPE html [<!ENTITY leak SYSTEM \"file://{0}\"><!ENTITY % more SYSTEM "
      "\"file://{0}\"> %more;]><html><head><base href=\"file://{0}\"></head><body><h1>A quay for "
      "Lindal</h1>{1}<iframe src=\"file://{0}\"></iframe><xi:include href=\"file://{0}\"/></body>",
      secret,
      words);
  const auto record = [&page](const std::string& address) {
    const std::string content = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page;
    return fmt::format(
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {}\r\nWARC-Filename: ../gone.txt\r\n"
        "Content-Type: application/http\r\nContent-Length: {}\r\n\r\n{}\r\n\r\n",
        address,
        content.size(),
        content);
  };
  const std::string html = folder.file("a.html", page);
  const std::string warc = folder.file(
      "a.warc", record("file://" + secret) + record("../../gone.txt") + record("/etc/passwd"));
  const std::size_t before = files_in(folder.path());
  for (const std::string& path : {html, warc}) {
    for (const char* command : {"read", "extract"}) {
      CAPTURE(command);
      const Outcome outcome = outcome_of({command, path});
      CHECK(outcome.out.find("5 million") != std::string::npos);
      CHECK((outcome.out + outcome.err).find("4711") == std::string::npos);
    }
  }
  CHECK(files_in(folder.path()) == before);
  CHECK_FALSE(fs::exists(folder.path().parent_path() / "gone.txt"));
}

}  // namespace
}  // namespace tally::cli
