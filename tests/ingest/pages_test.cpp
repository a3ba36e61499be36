// SPDX-License-Identifier: Apache-2.0
// Saved pages of many layouts (tests/ingest/pages), each beside a text that says what must come
// out:
//     title: …
//     published: 2024-06-24 (json-ld)
//     outlet: …                  and byline, language, caption, where the page gives them
//     (an empty line, then the body)
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "ingest/article.h"
#include "ingest/shipped_layout.h"

namespace tally {
namespace {

namespace fs = std::filesystem;

constexpr double k_least_kept = 0.95;
constexpr double k_most_foreign = 0.05;

std::string content_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

struct Expected {
  std::multimap<std::string, std::string> headers;
  std::string body;

  std::string header(const std::string& key) const {
    const auto found = headers.find(key);
    return found == headers.end() ? std::string() : found->second;
  }
};

Expected expected_of(const fs::path& path) {
  Expected expected;
  std::istringstream in(content_of(path));
  for (std::string line; std::getline(in, line) && !line.empty();) {
    const std::size_t colon = line.find(": ");
    expected.headers.emplace(line.substr(0, colon), line.substr(colon + 2));
  }
  expected.body = {std::istreambuf_iterator<char>(in), {}};
  return expected;
}

std::map<std::string, int> words_of(const std::string& text) {
  std::map<std::string, int> words;
  std::istringstream in(text);
  for (std::string word; in >> word;) {
    ++words[word];
  }
  return words;
}

int count_of(const std::map<std::string, int>& words) {
  int count = 0;
  for (const auto& [unused, number] : words) {
    count += number;
  }
  return count;
}

// How many words of `a` are in `b`, each as often.
int shared(const std::map<std::string, int>& a, const std::map<std::string, int>& b) {
  int count = 0;
  for (const auto& [word, number] : a) {
    const auto found = b.find(word);
    count += found == b.end() ? 0 : std::min(number, found->second);
  }
  return count;
}

// The text without title and captions.
std::string body_of(const Document& document) {
  std::string body = document.text;
  for (std::size_t i = document.captions.size(); i-- > 0;) {
    body.erase(document.captions[i].begin, document.captions[i].size());
  }
  if (document.title_span) {
    body.erase(document.title_span->begin, document.title_span->size());
  }
  return body;
}

void check_body(const Document& document, const Expected& expected) {
  const auto wanted = words_of(expected.body);
  const auto found = words_of(body_of(document));
  const int both = shared(wanted, found);
  const double kept = static_cast<double>(both) / count_of(wanted);
  const double foreign = 1 - static_cast<double>(both) / std::max(1, count_of(found));
  CHECK_MESSAGE(kept >= k_least_kept, fmt::format("{:.3f} kept", kept), "\n", document.text);
  CHECK_MESSAGE(
      foreign <= k_most_foreign, fmt::format("{:.3f} foreign", foreign), "\n", document.text);
}

TEST_CASE("title, date and body of pages of many layouts are right") {
  std::size_t pages = 0;
  for (const auto& entry : fs::directory_iterator(TALLY_SOURCE_DIR "/tests/ingest/pages")) {
    if (entry.path().extension() != ".html") {
      continue;
    }
    ++pages;
    const std::string name = entry.path().filename().string();
    CAPTURE(name);
    const Expected expected = expected_of(fs::path(entry.path()).replace_extension(".txt"));
    auto outcome = document_of_page(content_of(entry.path()), {.path = name}, shipped_layout());
    REQUIRE(std::holds_alternative<Document>(outcome));
    const Document& document = std::get<Document>(outcome);
    CHECK(document.title == expected.header("title"));
    REQUIRE(document.published.has_value());
    CHECK(fmt::format("{} ({})", iso_date(*document.published), name_of(document.published_from)) ==
          expected.header("published"));
    CHECK(document.language == expected.header("language"));
    for (const char* key : {"outlet", "byline"}) {
      const std::string& found =
          std::string_view(key) == "outlet" ? document.outlet : document.byline;
      CHECK((expected.header(key).empty() || expected.header(key) == found));
    }
    std::vector<std::string> captions;
    for (const Span caption : document.captions) {
      captions.emplace_back(slice(document.text, caption));
    }
    std::vector<std::string> wanted;
    const auto [first, last] = expected.headers.equal_range("caption");
    std::transform(
        first, last, std::back_inserter(wanted), [](const auto& row) { return row.second; });
    CHECK(captions == wanted);
    check_body(document, expected);
  }
  CHECK(pages >= 20);
}

TEST_CASE("every place in the text of a page leads to a line of the file") {
  const std::string html =
      "<html><body>\n<h1>Quay opens in Lindal today</h1>\n<p>The quay of Lindal cost\n"
      "$4 million, the port authority said on Monday.</p>\n\n<p>It is 300 metres long and "
      "took three years to build, it said.</p></body></html>\n";
  auto outcome = document_of_page(html, {.path = "quay.html"}, shipped_layout());
  const Document& document = std::get<Document>(outcome);
  REQUIRE(document.line_marks.size() == 4);
  CHECK(document.line_marks[0] == LineMark{0, 2});
  CHECK(document.line_marks[1].at == document.text.find("The quay"));
  CHECK(document.line_marks[1].line == 3);
  CHECK(document.line_marks[2] == LineMark{document.text.find("$4"), 4});
  CHECK(document.line_marks[3] == LineMark{document.text.find("It is"), 6});
}

}  // namespace
}  // namespace tally
