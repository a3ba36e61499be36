// SPDX-License-Identifier: Apache-2.0
#include "report/markdown.h"

#include <doctest/doctest.h>

#include "report/quay.h"

namespace tally {
namespace {

TEST_CASE("text of a source means nothing to Markdown or HTML") {
  CHECK(escaped_markdown("a | b") == "a \\| b");
  CHECK(escaped_markdown("<script>*x*_y_`z`") == "\\<script\\>\\*x\\*\\_y\\_\\`z\\`");
  CHECK(escaped_markdown("[a](b)\nc  &amp; $1$") == "\\[a\\](b) c \\&amp; \\$1\\$");
  CHECK(escaped_markdown("\x1b[2J") == "\uFFFD\\[2J");
}

TEST_CASE("a quote stands in its sentence with its place and reading") {
  const Comparison quay = testing::quay();
  CHECK(quoted_markdown(Page(quay), 1) ==
        "> \u201cCafé news. The \\$4 million quay was built in **2016**.\u201d\n>\n"
        "> post.txt:2:34, The Post, 2024-04-20; reads as 2016\n");
}

TEST_CASE("the report has a section for each verdict and ends with what was covered") {
  const std::string text = comparison_markdown(testing::quay(), {.version = "9.9"});
  CHECK(text.starts_with("# 3 sources: 1 conflict, 1 agreement\n"));
  const std::size_t conflicts = text.find("\n## Conflicts: both cannot be true\n");
  const std::size_t agreements = text.find("\n## Agreements: both can be true\n");
  REQUIRE(conflicts != std::string::npos);
  REQUIRE(agreements != std::string::npos);
  CHECK(conflicts < agreements);
  CHECK(text.find("| about 2018 | 1 article, 1 origin |") != std::string::npos);
  CHECK(text.find("**Rests on:** the publication date of wire.txt is assumed") !=
        std::string::npos);
  CHECK(text.ends_with("not understood.\n\nMade by tally 9.9.\n"));
}

}  // namespace
}  // namespace tally
