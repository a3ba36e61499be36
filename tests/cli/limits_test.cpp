// SPDX-License-Identifier: Apache-2.0
// Inputs beyond what docs/formats.md lists as limits: a clear message, and no run that does not
// end.
#include <algorithm>
#include <cstring>
#include <filesystem>
#include <istream>
#include <sstream>
#include <streambuf>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "cli/outcome.h"
#include "extract/segment.h"
#include "folder.h"

namespace tally::cli {
namespace {

bool holds(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

std::string repeated(std::string_view part, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) {
    out += part;
  }
  return out;
}

std::size_t lines_in(const std::string& text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

// Words, then the same letter for as long as is asked for; no more than a block of it is ever
// there.
class EndlessLine : public std::streambuf {
 public:
  EndlessLine(std::string begin, std::size_t bytes) : block_(std::move(begin)), left_(bytes) {
    setg(block_.data(), block_.data(), block_.data() + block_.size());
  }

 private:
  int_type underflow() override {
    if (left_ == 0) {
      return traits_type::eof();
    }
    block_.assign(std::min(left_, std::size_t{1} << 16U), 'a');
    left_ -= block_.size();
    setg(block_.data(), block_.data(), block_.data() + block_.size());
    return traits_type::to_int_type(block_[0]);
  }

  std::string block_;
  std::size_t left_;
};

TEST_CASE("a line of a gigabyte is named and not kept") {
  constexpr std::size_t k_gigabyte = std::size_t{1} << 30U;
  struct Case {
    const char* type;
    const char* begin;
    const char* message;
  };
  for (const Case& one : {Case{"jsonl", "{\"text\": \"", "-:1: this line is longer than 32 MB"},
                          Case{"txt", "It cost $5 ", "-: larger than 32 MB"},
                          Case{"html", "<p>It cost $5 ", "-: larger than 32 MB"},
                          Case{"md", "It cost $5 ", "-: larger than 32 MB"},
                          Case{"warc", "WARC/1.0\r\nWARC-Type: ", "-: record 1"}}) {
    CAPTURE(one.type);
    EndlessLine line(one.begin, k_gigabyte);
    std::istream in(&line);
    std::ostringstream out;
    std::ostringstream err;
    const std::string type = std::string(one.type) == "txt" ? "text" : one.type;
    CHECK(run({"check", "--input", type, "-"}, {in, out, err}, {}) == 2);
    CHECK_MESSAGE(holds(err.str(), one.message), err.str());
  }
}

TEST_CASE("a sentence without an end is cut, with a warning, and read to the end") {
  const Folder folder;
  const std::string words = repeated("and the quay of Lindal is open ", 2000);
  const std::string path = folder.file(
      "a.txt", fmt::format("In Lindal it cost $5 million {}until 2016 for $7 million\n", words));
  const Outcome outcome = outcome_of({"extract", path});
  CHECK(outcome.status == 0);
  CHECK(holds(outcome.err,
              fmt::format("a.txt:1:1: warning: a sentence of more than {} bytes is cut into parts",
                          k_most_sentence_bytes)));
  CHECK(holds(outcome.out, "\"quote\":\"$5 million\""));
  CHECK(holds(outcome.out, "\"quote\":\"$7 million\""));
  const std::string short_one =
      folder.file("b.txt", "It cost $5 million. " + words.substr(0, 7000));
  CHECK(outcome_of({"extract", short_one}).err.empty());
}

TEST_CASE("any number of figures in one sentence are read in time") {
  const Folder folder;
  for (const char* text :
       {"$1 ", "$5 million and ", "3 July 2016 to ", "5-", "five people, ", "(7"}) {
    CAPTURE(text);
    const std::string path =
        folder.file("a.txt", repeated(text, 20'000 / std::strlen(text)) + "the end\n");
    const Outcome outcome = outcome_of({"extract", "--mentions", "--language", "en", path});
    CHECK(outcome.status == 0);
    CHECK(holds(outcome.err, "is cut into parts"));
  }
  const std::string path = folder.file("b.txt", "It cost " + repeated("$1 million, ", 600));
  CHECK(lines_in(outcome_of({"extract", "--mentions", "--language", "en", path}).out) == 600);
}

// What lint says of a pack with one pattern, and with fragments.
std::string lint_of(const std::string& pattern, const std::string& fragments = "") {
  const Folder folder;
  std::filesystem::create_directories(folder.name("en"));
  folder.file("pack.toml", "name = \"x\"\nversion = \"1\"\n");
  folder.file("en/forms.toml", "[[shape]]\nname = \"small\"\npattern = '''\\d{1,2}'''\n");
  folder.file("en/x.toml",
              fmt::format("{}\n[class.fruit]\nrole = \"head\"\nwords = [\"apple\"]\n"
                          "[[value]]\nid = \"en.x\"\nrev = 1\ntitle = \"t\"\nreader = \"count\"\n"
                          "kind = \"count\"\nmatch = ['''{}''']\n"
                          "[[value.example]]\ntext = \"3 apple\"\n"
                          "expect = [{{ quote = \"3 apple\", low = 3 }}]\n"
                          "[[value.reject]]\ntext = \"4\"\nwhy = \"x\"\n",
                          fragments,
                          pattern));
  const Outcome outcome = outcome_of({"rules", "lint"}, {.tally_rules = folder.name("")});
  CHECK(outcome.status == 2);
  return outcome.out + outcome.err;
}

TEST_CASE("a pattern that would take for ever is refused at once") {
  std::string bomb = "[fragment]\nf0 = '''apple pear plum'''\n";
  for (int i = 1; i < 15; ++i) {
    bomb += fmt::format("f{} = '''{}'''\n", i, repeated(fmt::format("%{{f{}}} ", i - 1), 30));
  }
  struct Case {
    std::string pattern;
    std::string fragments;
    const char* message;
  };
  const Case cases[] = {
      {repeated("(", 30'000) + "apple" + repeated(")", 30'000), "", "more than 100 deep"},
      {repeated("(", 30'000), "", "more than 100 deep"},
      {"%{f14}", bomb, "with its fragments it names more than 2000 tokens"},
      {repeated("apple ", 30'000), "", "it names more than 2000 tokens"},
      {"(" + repeated("apple | ", 30'000) + "apple)*", "", "it names more than 2000 tokens"},
      {"(((apple{50}){50}){50}){50}", "", "program-too-big"},
      {"apple{51}", "", "a count must be in order and at most 50"},
      {"apple{99999999999999999999}", "", "a number is missing here"},
      {"((((apple*)*)*)*)*", "", "matches without any token"},
  };
  for (const Case& one : cases) {
    CAPTURE(one.message);
    const std::string said = lint_of(one.pattern, one.fragments);
    CHECK_MESSAGE(holds(said, one.message), said.substr(0, 300));
  }
}

}  // namespace
}  // namespace tally::cli
