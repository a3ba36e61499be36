// SPDX-License-Identifier: Apache-2.0
#include "report/draft.h"

#include <doctest/doctest.h>

#include "compare/draft.h"
#include "report/draft_html.h"
#include "report/quay.h"

namespace tally {
namespace {

// post.txt of the quay as the draft.
DraftCheck quay_check() {
  DraftCheck check{.comparison = testing::quay(), .draft = 0};
  check.comparison.gaps = {{.source = 0, .span = {0, 5}}};
  check.figures = draft_figures(check.comparison, check.draft);
  return check;
}

TEST_CASE("the report on a draft begins with what is contradicted and says how much is supported") {
  const std::string text = draft_text(quay_check(), Style{});
  CHECK(text.starts_with(
      "post.txt, 3 figures and dates: 1 contradicted, 1 supported, 1 not checked\n"));
  const std::size_t contradicted = text.find("\n  contradicted  \"2016\"  post.txt:2:34\n");
  const std::size_t supported =
      text.find("\n  supported by 1 origin  \"$4 million\"  post.txt:2:5\n");
  REQUIRE(contradicted != std::string::npos);
  REQUIRE(supported != std::string::npos);
  CHECK(contradicted < supported);
  CHECK(text.find("why        2016 ends before 2018 begins.") != std::string::npos);
  CHECK(text.find('\x1b') == std::string::npos);
}

TEST_CASE("a row of the table is a figure of the draft, in its order") {
  const Table table = draft_table(quay_check());
  REQUIRE(table.rows.size() == 3);
  CHECK(cell_text(table.rows[0][2]) == "not-checked");
  CHECK(cell_text(table.rows[1][5]) == "wire.txt:1:11");
  CHECK(cell_text(table.rows[2][2]) == "contradicted");
}

TEST_CASE("the page shows the draft with each figure marked and linked to its card") {
  const std::string page = draft_html(quay_check(), {.version = "9.9"});
  CHECK(page.find(
            "<a href=\"#n3\" title=\"contradicted\"><mark class=\"contradicted\">2016</mark>") !=
        std::string::npos);
  CHECK(page.find("id=\"n3\"") != std::string::npos);
  CHECK(page.find("was built in <a") != std::string::npos);
  CHECK(page.find("data-verdict=\"supported\" data-kind=\"money\" data-sources=\"s2\"") !=
        std::string::npos);
}

}  // namespace
}  // namespace tally
