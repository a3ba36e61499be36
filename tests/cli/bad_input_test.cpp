// SPDX-License-Identifier: Apache-2.0
// What readers make of bad input: a message that names the file, the place and the way out, exit
// status 2, and the rest read all the same. Doubts are warnings and change no status.
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "cli/outcome.h"
#include "folder.h"
#include "ingest/gzip.h"

namespace tally::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t k_megabyte = std::size_t{1} << 20U;

const Folder& empty_pack() {
  static const Folder folder;
  static const bool written = [] {
    const fs::path rules = fs::path(TALLY_SOURCE_DIR) / "rules";
    fs::create_directories(folder.name("en"));
    for (const auto* file : {"pack.toml", "layout.toml", "en/layout.toml"}) {
      fs::copy_file(rules / file, folder.name(file));
    }
    return fs::copy_file(rules / "en/forms.toml", folder.name("en/forms.toml"));
  }();
  REQUIRE(written);
  return folder;
}

Outcome run_tally(const std::vector<std::string>& arguments, const std::string& input = "") {
  return outcome_of(arguments, {.tally_rules = empty_pack().name("")}, input);
}

bool holds(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

std::string repeated(std::string_view part, std::size_t times) {
  std::string out;
  out.reserve(part.size() * times);
  for (std::size_t i = 0; i < times; ++i) {
    out += part;
  }
  return out;
}

// One file and what is said of it, behind its name.
struct Row {
  const char* file;
  std::string bytes;
  const char* message;
};

// Each beside a good file, which is read whatever the other one does.
void check_rows(const std::vector<Row>& rows, int status) {
  for (const Row& row : rows) {
    CAPTURE(row.file);
    CAPTURE(row.message);
    const Folder folder;
    const std::string good = folder.file("good-one.txt", "The quay is open.\n");
    const std::string bad = folder.file(row.file, row.bytes);
    const Outcome outcome = run_tally({"check", bad, good});
    CHECK(outcome.status == status);
    CHECK_MESSAGE(holds(outcome.err, row.message), outcome.err);
    const std::string name = row.file;
    CHECK(holds(outcome.err, name));
    CHECK(outcome.err.starts_with("tally: "));
    CHECK(outcome.err.ends_with("\n"));
    CHECK(outcome.err.size() < 4000);
    CHECK(holds(outcome.out, "good-one.txt"));
  }
}

std::string record(const std::string& members) { return "{" + members + "}\n"; }

const std::string k_page_words =
    "<p>The quay of Lindal cost four million dollars, the port authority said on Monday.</p>";

std::string archive_record(const std::string& type,
                           const std::string& content_type,
                           const std::string& content) {
  return fmt::format(
      "WARC/1.0\r\nWARC-Type: {}\r\nWARC-Target-URI: https://post.example/a\r\n"
      "Content-Type: {}\r\nContent-Length: {}\r\n\r\n{}\r\n\r\n",
      type,
      content_type,
      content.size(),
      content);
}

std::string response(const std::string& header, const std::string& body) {
  return archive_record(
      "response", "application/http; msgtype=response", header + "\r\n\r\n" + body);
}

TEST_CASE("a file that holds no text is named with the reason") {
  check_rows(
      {
          {"empty.txt", "", "empty file"},
          {"blank.txt", " \n\t\n  ", "empty file"},
          {"picture.txt", std::string("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16), "binary file"},
          {"program.txt", std::string("\x7f\x45LF\x02\x01\x01\0\0\0\0", 11), "binary file"},
          {"zeros.txt", std::string(64, '\0'), "binary file"},
          {"hole.txt", std::string("The quay\0 is open.", 18), "binary file"},
          {"noise.txt", repeated("\x01\x02\x03\x04 x", 40), "binary file"},
          {"untyped", std::string("\x01\x02\0\x04", 4), "binary file"},
          {"empty.md", "", "empty file"},
          {"binary.md", std::string("# A\0b", 5), "binary file"},
          {"only-front.md", "---\ntitle: \n---\n", "no text in it"},
          {"only-code.md", "```\nint main();\n```\n", "no text in it"},
          {"huge.txt", repeated("The quay is open. ", 33 * k_megabyte / 18), "larger than 32 MB"},
      },
      2);
}

TEST_CASE("types that are not read are refused with the way out") {
  check_rows(
      {
          {"a.pdf", "%PDF-1.4", ".pdf files are not read; save the article as .html or .txt"},
          {"a.docx", "PK", ".docx files are not read"},
          {"a.doc", "x", ".doc files are not read"},
          {"a.odt", "PK", ".odt files are not read"},
          {"a.rtf", "{\\rtf1", ".rtf files are not read"},
          {"a.epub", "PK", ".epub files are not read"},
          {"a.json", "{}", ".json files are not read"},
          {"a.csv", "a,b", ".csv files are not read"},
          {"a.xml", "<a/>", ".xml files are not read"},
          {"a.mhtml", "MIME", ".mhtml files are not read"},
          {"a.zip", "PK", ".zip files are not read"},
          {"a.tar.gz", "x", ".tar files are not read"},
          {"a.tgz", "x", ".tgz files are not read"},
          {"a.xz", "x", ".xz files are not read"},
          {"a.PDF", "%PDF-1.4", ".pdf files are not read"},
      },
      2);
}

TEST_CASE("a page without an article, too deep or too large is named") {
  check_rows(
      {
          {"empty.html", "", "empty file"},
          {"blank.html", "  \n", "empty file"},
          {"no-words.html", "<html><body><img src=a.gif></body></html>", "no article text found"},
          {"stub.html", "<p>Open.</p>", "no article text found"},
          {"tags.html", "<<<>>><", "no article text found"},
          {"script.html", "<script>var a = 'The quay is open';</script>", "no article text found"},
          {"frames.html", "<frameset><frame src=a><frame src=b></frameset>", "no article text"},
          {"menu.html",
           "<nav><ul><li><a href=/a>World and region</a><li><a href=/b>Money</a></ul></nav>",
           "no article text found"},
          {"picture.html", std::string("\x89PNG\0\0\0\x01\x02\x03", 10), "binary file"},
          {"deep.html", repeated("<div>", 600) + k_page_words, "more than 512 deep"},
          {"many.html", repeated("<b></b>", 300'100) + k_page_words, "more than 300000 elements"},
          {"huge.html", repeated("<p>The quay is open.", 33 * k_megabyte / 20), "larger than 32"},
      },
      2);
}

TEST_CASE("damaged gzip data are named, and a bomb does not go off") {
  const std::string packed = gzip(repeated("The quay of Lindal is open.\n", 4000));
  std::string damaged = packed;
  for (std::size_t i = 20; i < 60; ++i) {
    damaged[i] = static_cast<char>(~damaged[i]);
  }
  check_rows(
      {
          {"cut.txt.gz", packed.substr(0, packed.size() / 2), "truncated"},
          {"cut-at-end.txt.gz", packed.substr(0, packed.size() - 3), "truncated"},
          {"only-magic.txt.gz", packed.substr(0, 5), "truncated"},
          {"damaged.txt.gz", damaged, "damaged"},
          {"empty.txt.gz", gzip(""), "empty file"},
          {"picture.txt.gz", gzip(std::string("\x89PNG\0\0", 6)), "binary file"},
          {"bomb.txt.gz", gzip(std::string(80 * k_megabyte, ' ')), "larger than 32 MB"},
          {"bomb.jsonl.gz", gzip(std::string(80 * k_megabyte, ' ')), "decompression bomb"},
          {"cut.jsonl.gz", packed.substr(0, packed.size() / 2), "truncated"},
      },
      2);
}

TEST_CASE("a line that is no record is named by its number and the reason") {
  check_rows(
      {
          {"a.jsonl", "", "empty file"},
          {"b.jsonl", "\n\n  \n", "empty file"},
          {"c.jsonl", "oops\n", "c.jsonl:1: this line is not JSON; it goes wrong at column 1"},
          {"d.jsonl", "\n\n{\"text\": \"a\n", "d.jsonl:3: this line is not JSON"},
          {"e.jsonl", "{\"text\": \"a\"\n", "e.jsonl:1: this line is not JSON"},
          {"f.jsonl", "{\"text\": \"a\"} x\n", "it goes wrong at column 15"},
          {"g.jsonl", "{\"text\": \"a\",}\n", "not JSON"},
          {"h.jsonl", "{'text': 'a'}\n", "not JSON"},
          {"i.jsonl", "{\"text\": NaN}\n", "not JSON"},
          {"j.jsonl", "{\"text\": \"\\q\"}\n", "not JSON"},
          {"k.jsonl", "{\"text\": \"\\ud800\"}\n", "not JSON"},
          {"l.jsonl", "{\"text\": \"a\tb\"}\n", "not JSON"},
          {"m.jsonl", std::string("{\"text\": \"a\0b\"}\n", 16), "not JSON"},
          {"n.jsonl", "[1, 2]\n", "no JSON object"},
          {"o.jsonl", "\"text\"\n", "no JSON object"},
          {"p.jsonl", "null\n", "no JSON object"},
          {"q.jsonl", "{}\n", "the record has no \"text\""},
          {"r.jsonl", record("\"text\": null"), "the record has no \"text\""},
          {"s.jsonl", record("\"text\": \" \\n\""), "the record has no \"text\""},
          {"t.jsonl", record("\"text\": 5"), "\"text\" is a number; it must be a string"},
          {"u.jsonl", record("\"text\": [\"a\"]"), "\"text\" is an array"},
          {"v.jsonl", record("\"text\": {\"a\": 1}"), "\"text\" is an object"},
          {"w.jsonl", record("\"text\": true"), "\"text\" is true or false"},
          {"deep.jsonl", repeated("[", 5000) + "\n", "more than 512 deep"},
          {"deeper.jsonl", "{\"a\":" + repeated("[", 200'000) + "\n", "more than 512 deep"},
          {"long.jsonl",
           record("\"text\": \"" + repeated("open ", 33 * k_megabyte / 5) + "\""),
           "long.jsonl:1: this line is longer than 32 MB"},
          {"wide.jsonl", std::string("\xFF\xFE{\0\"\0", 6), "JSON lines must be UTF-8"},
          {"many.jsonl", repeated("oops\n", 500), "and 480 more of such faults"},
      },
      2);
}

TEST_CASE("an archive that is broken is named with the record, and read as far as it goes") {
  const std::string page = response("HTTP/1.1 200 OK\r\nContent-Type: text/html", k_page_words);
  check_rows(
      {
          {"empty.warc", "", "empty file"},
          {"text.warc", "The quay is open.\n", "record 1 does not begin with WARC/1.0"},
          {"cut.warc", page.substr(0, page.size() - 20), "record 1 ends too soon"},
          {"cut-header.warc", "WARC/1.0\r\nWARC-Type: response\r\n", "has no header"},
          {"no-length.warc", "WARC/1.0\r\nWARC-Type: response\r\n\r\n", "Content-Length"},
          {"odd-length.warc", "WARC/1.0\r\nContent-Length: many\r\n\r\n", "Content-Length"},
          {"minus.warc", "WARC/1.0\r\nContent-Length: -5\r\n\r\n", "Content-Length"},
          {"endless.warc", "WARC/1.0\r\nContent-Length: 99999999999\r\n\r\nabc", "ends too soon"},
          {"tail.warc", page + "garbage\r\n", "record 2 does not begin with WARC/1.0"},
          {"none.warc", archive_record("request", "application/http", "GET /"), "no articles"},
          {"image.warc",
           response("HTTP/1.1 200 OK\r\nContent-Type: image/png", "x"),
           "no articles among its 1 records"},
          {"gone.warc",
           response("HTTP/1.1 404 Gone\r\nContent-Type: text/html", k_page_words),
           "no articles among its 1 records"},
          {"no-http.warc", archive_record("response", "application/http", "?"), "broken"},
          {"packed.warc",
           response("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: br", "x"),
           "https://post.example/a: the response is broken or packed"},
          {"deep.warc",
           response("HTTP/1.1 200 OK\r\nContent-Type: text/html", repeated("<div>", 600)),
           "https://post.example/a: elements stand within each other"},
          {"large.warc",
           response("HTTP/1.1 200 OK\r\nContent-Type: text/html",
                    repeated("<p>The quay is open.", 33 * k_megabyte / 20)),
           "https://post.example/a: larger than 32 MB"},
          {"cut.warc.gz", gzip(page).substr(0, 60), "truncated"},
      },
      2);
}

TEST_CASE("a path that leads nowhere is named") {
  const Folder folder;
  const std::string good = folder.file("good.txt", "The quay is open.\n");
  fs::create_directories(folder.name("empty"));
  fs::create_directories(folder.name("pictures/.hidden"));
  std::ofstream(folder.name("pictures/a.png")) << "x";
  std::ofstream(folder.name("pictures/.hidden/a.txt")) << "The quay is open.";
  fs::create_symlink("nowhere", folder.name("dangling.txt"));
  fs::create_symlink("loop.txt", folder.name("loop.txt"));
  struct Case {
    std::string path;
    const char* message;
  };
  const Case cases[] = {
      {folder.name("missing.txt"), "missing.txt: no such file"},
      {folder.name("missing/a.txt"), "no such file"},
      {folder.name("good.txt/a.txt"), "no such file"},
      {folder.name("dangling.txt"), "dangling.txt: no such file"},
      {folder.name("loop.txt"), "loop.txt: cannot be opened: "},
      {folder.name(std::string(300, 'x')), "cannot be opened: "},
      {folder.name("empty"), "empty: no articles in this directory; .html, .md, .txt"},
      {folder.name("pictures"), "pictures: no articles in this directory"},
      {"/dev/null", "/dev/null: empty file"},
      {"", ": no such file"},
      {folder.name("\x1b[2J.txt"), "no such file"},
  };
  for (const Case& one : cases) {
    CAPTURE(one.path);
    const Outcome outcome = run_tally({"check", one.path, good});
    CHECK(outcome.status == 2);
    CHECK_MESSAGE(holds(outcome.err, one.message), outcome.err);
    CHECK(outcome.err.find('\x1b') == std::string::npos);
    CHECK(holds(outcome.out, "good.txt"));
  }
}

TEST_CASE("standard input is judged like a file") {
  struct Case {
    std::vector<std::string> arguments;
    std::string input;
    const char* message;
  };
  const Case cases[] = {
      {{"check", "-"}, "", "-: empty file"},
      {{"check", "-"}, std::string(20, '\0'), "-: binary file"},
      {{"check", "-"}, "<html><body></body></html>", "-: no article text found"},
      {{"check", "-"}, "{\"id\": 1}", "-:1: the record has no \"text\""},
      {{"check", "-"}, "WARC/1.0\r\n", "-: record 1 has no header"},
      {{"check", "-"}, gzip("x").substr(0, 8), "-: the gzip data end too soon"},
      {{"check", "-", "-"}, "The quay is open.", "-: given twice"},
      {{"check", "--input", "jsonl", "-"}, "The quay is open.", "-:1: this line is not JSON"},
      {{"check", "--input", "warc", "-"}, "The quay is open.", "does not begin with WARC/1.0"},
      {{"check", "--input", "html", "-"}, "Open.", "-: no article text found"},
      {{"check", "--input", "md", "-"}, "***\n", "-: no text in it"},
      {{"check", "--input", "pdf", "-"}, "", "--input"},
      {{"check", "--published", "soon", "-"}, "", "--published"},
  };
  for (const Case& one : cases) {
    CAPTURE(one.message);
    const Outcome outcome = run_tally(one.arguments, one.input);
    CHECK(outcome.status == 2);
    CHECK_MESSAGE(holds(outcome.err, one.message), outcome.err);
  }
}

TEST_CASE("a doubt is a warning and changes no status") {
  const std::string page = "<html><head>{}</head><body><h1>A quay for Lindal</h1>" + k_page_words;
  const auto page_with = [&page](const std::string& head) {
    return fmt::format(fmt::runtime(page), head);
  };
  check_rows(
      {
          {"latin.txt", "The caf\xE9 is open.\n", "read as Windows-1252"},
          {"stray.txt", "Café, crème, entrée: the caf\xE9.\n", "1 byte is not UTF-8"},
          {"wide.txt", std::string("T\0h\0e\0 \0q\0u\0a\0y\0", 16), "read as utf-16le"},
          {"date.txt", "Published: last week\nOpen.\n", "'last week' is not understood"},
          {"latin.jsonl", "{\"text\": \"caf\xE9\"}\n", "read as Windows-1252"},
          {"date.jsonl",
           record(R"("id": "date.jsonl", "text": "Open.", "published": "soon")"),
           "\"published\": \"soon\" is not understood"},
          {"title.jsonl",
           record(R"("id": "title.jsonl", "text": "Open.", "title": {"en": "A"})"),
           "\"title\" is an object, not a string; it is left out"},
          {"charset.html", page_with("<meta charset=klingon>"), "'klingon' is not known"},
          {"belied.html",
           page_with("<meta charset=iso-8859-2><title>Caf\xC3\xA9</title>"),
           "declared as iso-8859-2 but is UTF-8"},
          {"data.html",
           page_with("<script type=application/ld+json>{\"a\": </script>"),
           "structured data that are no JSON"},
          {"date.md", "---\ndate: soon\n---\nOpen.\n", "'soon' is not understood"},
      },
      0);
}

TEST_CASE("a file that goes while it is read is a fault and not a crash") {
  const Folder folder;
  const std::string good = folder.file("good.txt", "The quay is open.\n");
  const std::string lines = repeated("{\"text\": \"The quay is open.\"}\n", 10);
  const std::string gone = folder.file("gone.jsonl", lines);
  fs::remove(gone);
  const Outcome outcome = run_tally({"extract", gone, good});
  CHECK(outcome.status == 2);
  CHECK(holds(outcome.err, "gone.jsonl: no such file"));
}

}  // namespace
}  // namespace tally::cli
