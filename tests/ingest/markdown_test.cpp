// SPDX-License-Identifier: Apache-2.0
#include "ingest/markdown.h"

#include <algorithm>

#include <doctest/doctest.h>

#include "ingest/markdown_words.h"
#include "ingest/shipped_layout.h"

namespace tally {
namespace {

TEST_CASE("front matter gives the metadata, in YAML and TOML") {
  const Document yaml = document_of_markdown(
      "---\ntitle: \"A quay: for Lindal\"\ndate: 2024-04-21 08:15:00\nauthor:\n  - Ana Reyes\n"
      "  - 'Kai Moberg'\npublisher: The Post\nlang: en-GB\ntags: [a, b]\n---\n\nIt cost $4 "
      "million.\n",
      "a.md",
      shipped_layout());
  CHECK(yaml.title == "A quay: for Lindal");
  CHECK(yaml.published == valid_day(2024, 4, 21));
  CHECK(yaml.published_time == "08:15");
  CHECK(yaml.published_from == PublishedFrom::front_matter);
  CHECK(yaml.byline == "Ana Reyes, Kai Moberg");
  CHECK(yaml.outlet == "The Post");
  CHECK(yaml.language == "en");
  CHECK(yaml.text == "A quay: for Lindal\n\nIt cost $4 million.");

  const Document toml = document_of_markdown(
      "+++\ntitle = 'A quay'\ndate = 2024-04-21T08:15:00Z\nauthors = [\"Ana Reyes\"]\n+++\nIt is "
      "open.\n",
      "a.md",
      shipped_layout());
  CHECK(toml.title == "A quay");
  CHECK(toml.published == valid_day(2024, 4, 21));
  CHECK(toml.byline == "Ana Reyes");

  CHECK(
      document_of_markdown("---\ntitle: A\nIt is open.\n", "a.md", shipped_layout()).title.empty());
}

TEST_CASE("the text is what a reader of the rendered page sees, by blocks") {
  const Document document = document_of_markdown(
      "# A quay for *Lindal*\n"
      "\n"
      "The [quay](https://post.example/1 \"x\") cost **$4\n"
      "million** in 2016.[^1]\n"
      "\n"
      "![The quay in 2015](q.jpg)\n"
      "\n"
      "Costs\n"
      "-----\n"
      "- steel: 40%\n"
      "2. concrete\n"
      "\n"
      "> It was dear.\n"
      "\n"
      "| Year | Cost |\n|---|:--:|\n| 2016 | $4 |\n"
      "\n"
      "```\nint cost = 5;\n```\n"
      "<!-- not for\nreaders -->\n"
      "[1]: https://post.example/2\n"
      "[^1]: Says the port.\n",
      "a.md",
      shipped_layout());
  CHECK(document.text ==
        "A quay for Lindal\n\nThe quay cost $4 million in 2016.\n\nThe quay in 2015\n\nCosts\n\n"
        "steel: 40%\n\nconcrete\n\nIt was dear.\n\nYear | Cost\n2016 | $4\n\nSays the port.");
  CHECK(document.title == "A quay for Lindal");
  REQUIRE(document.title_span.has_value());
  CHECK(slice(document.text, *document.title_span) == "A quay for Lindal");
  REQUIRE(document.captions.size() == 1);
  CHECK(slice(document.text, document.captions[0]) == "The quay in 2015");
  const std::size_t million = document.text.find("million");
  CHECK(std::find(document.line_marks.begin(), document.line_marks.end(), LineMark{million, 4}) !=
        document.line_marks.end());
}

TEST_CASE("marks go, figures and words stay") {
  struct Row {
    const char* line;
    const char* words;
  };
  const Row rows[] = {
      {"a **bold** and _slanted_ word", "a bold and slanted word"},
      {"3 * 4 and 3*4", "3 * 4 and 3*4"},
      {"snake_case_name", "snake_case_name"},
      {"about ~300 and ~~400~~ people", "about ~300 and 400 people"},
      {"`code` and <b>tags</b>", "code and tags"},
      {"5 < 6 and a<b", "5 < 6 and a<b"},
      {"<https://post.example/a>", "https://post.example/a"},
      {"\\*no mark\\*", "*no mark*"},
      {"R&amp;D, 5&nbsp;km", "R&D, 5\u00A0km"},
      {"[words][ref] and [plain] and [a](b(c)d)", "words and [plain] and a"},
      {"[![picture](a.jpg)](b)", ""},
  };
  for (const Row& row : rows) {
    CHECK(plain_words(row.line).text == row.words);
  }
  CHECK(plain_words("[![picture](a.jpg)](b)").pictures == std::vector<std::string>{"picture"});
}

}  // namespace
}  // namespace tally
