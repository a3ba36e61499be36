// SPDX-License-Identifier: Apache-2.0
// `tally extract --whole` and `tally compare --stdin`: a comparison in two halves.
#include <algorithm>
#include <sstream>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "cli/outcome.h"
#include "folder.h"

namespace tally::cli {
namespace {

std::string sample(const std::string& name) { return TALLY_SOURCE_DIR "/samples/" + name; }

std::vector<std::string> lines_in(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) {
    lines.push_back(line);
  }
  return lines;
}

std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) {
    text += line + '\n';
  }
  return text;
}

std::string mapped(const std::vector<std::string>& files) {
  std::vector<std::string> arguments = {"extract", "--whole"};
  arguments.insert(arguments.end(), files.begin(), files.end());
  return outcome_of(arguments).out;
}

Outcome reduced(std::vector<std::string> options, const std::string& lines) {
  options.insert(options.begin(), {"compare", "--stdin"});
  return outcome_of(options, {}, lines);
}

constexpr auto k_herald =
    "Published: 2024-04-21\n\nThe quake in Oruro killed 40 people on Sunday, Marta Quispe said.\n";
constexpr auto k_post =
    "Published: 2024-04-22\n\nThe quake in Oruro killed 25 people, Marta Quispe said.\n";

}  // namespace

TEST_CASE("map and reduce print what check prints") {
  for (const char* story : {"deal", "earthquake", "sahel"}) {
    const std::string lines = mapped({sample(story)});
    for (const char* format : {"json", "text", "html", "markdown", "csv", "jsonl"}) {
      const Outcome whole = outcome_of({"check", "-f", format, sample(story)});
      const Outcome halves = reduced({"--stories", "one", "-f", format}, lines);
      CHECK_MESSAGE((halves.out == whole.out), story, " ", format);
      CHECK(halves.status == whole.status);
      CHECK(halves.err.empty());
    }
  }
}

TEST_CASE(
    "the order of the lines of one story key does not matter but for the order of the sources") {
  std::vector<std::string> lines = lines_in(mapped({sample("earthquake")}));
  const std::string expected = reduced({"-f", "json"}, joined(lines)).out;
  std::stable_partition(lines.begin(), lines.end(), [](const std::string& line) {
    return line.find("\"whole\"") != std::string::npos;
  });
  CHECK((reduced({"-f", "json"}, joined(lines)).out == expected));
}

TEST_CASE("a source without a date takes that of its story and is read again") {
  const Folder folder;
  const std::string dated = folder.file(
      "a.txt", "Published: 2024-04-21\n\nThe Tamanrasset mine of Nordgold was opened in 2018.\n");
  const std::string undated =
      folder.file("b.txt", "The Tamanrasset mine of Nordgold was opened six years ago.\n");
  const Outcome whole = outcome_of({"check", "-f", "json", dated, undated});
  CHECK(whole.out.find("\"from\": \"assumed\"") != std::string::npos);
  CHECK((reduced({"--stories", "one", "-f", "json"}, mapped({dated, undated})).out == whole.out));
}

TEST_CASE("what is of different story keys is compared only where all is one story") {
  const Folder folder;
  const std::string sunday = folder.file("herald.txt", k_herald);
  const std::string monday = folder.file("post.txt", k_post);
  const std::string lines = mapped({sunday, monday});
  const Outcome apart = reduced({}, lines);
  CHECK(apart.out.empty());
  CHECK(apart.status == 0);
  const Outcome one = reduced({"--stories", "one"}, lines);
  CHECK(one.out.find(R"("verdict":"conflict")") != std::string::npos);
  CHECK(one.status == 1);
  const std::string same_week = mapped({"--published", "2024-04-21", sunday, monday});
  const Outcome together = reduced({}, same_week);
  CHECK(together.out.starts_with(R"({"story_key":"2024-W16",)"));
  CHECK(together.status == 1);
}

TEST_CASE("every block of a stream is compared, and a conflict in any of them is the status") {
  const Folder folder;
  const std::vector<std::string> files = {folder.file("herald.txt", k_herald),
                                          folder.file("post.txt", k_post)};
  const std::string first = mapped({"--published", "2024-04-21", files[0], files[1]});
  const std::string second = mapped({"--published", "2024-05-21", files[0], files[1]});
  const Outcome both = reduced({}, first + second);
  CHECK((both.out == reduced({}, first).out + reduced({}, second).out));
  CHECK(both.status == 1);
  CHECK(lines_in(both.out).size() >= 2);
  CHECK(reduced({"--verdict", "agree"}, first + second).status == 0);
}

TEST_CASE("lines that are lost, doubled or too small are named") {
  std::vector<std::string> lines = lines_in(mapped({sample("deal/exchange-daily.txt")}));
  REQUIRE(lines.size() > 2);
  const auto words_of = [](const std::vector<std::string>& some) {
    const Outcome outcome = reduced({}, joined(some));
    CHECK(outcome.status == 2);
    CHECK(outcome.out.empty());
    return outcome.err;
  };
  const std::vector<std::string> headless(lines.begin() + 1, lines.end());
  CHECK(words_of(headless).find("but not the article") != std::string::npos);
  std::vector<std::string> short_of_one = lines;
  short_of_one.pop_back();
  CHECK(words_of(short_of_one).find("was a line lost") != std::string::npos);
  std::vector<std::string> doubled = lines;
  doubled.push_back(lines.back());
  CHECK(words_of(doubled).find("or doubled") != std::string::npos);
  std::vector<std::string> twice = lines;
  twice.push_back(lines.front());
  CHECK(words_of(twice).find("stands twice") != std::string::npos);
  const std::string plain = outcome_of({"extract", sample("deal/exchange-daily.txt")}).out;
  CHECK(words_of(lines_in(plain)).find("tally extract --whole") != std::string::npos);
  CHECK(words_of({"no JSON"}).find("-:1: ") != std::string::npos);
}

TEST_CASE("the claims of extract carry both keys") {
  const std::string line =
      lines_in(outcome_of({"extract", "--published", "2024-04-21", sample("deal")}).out).front();
  CHECK(line.starts_with(R"({"story_key":"2024-W16","fact_key":")"));
}

}  // namespace tally::cli
