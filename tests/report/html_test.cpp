// SPDX-License-Identifier: Apache-2.0
#include "report/html.h"

#include <doctest/doctest.h>

#include "report/html_text.h"
#include "report/quay.h"

namespace tally {
namespace {

const Program k_program = {.version = "9.9", .rules_name = "en<", .rules_version = "1"};

TEST_CASE("text of a source is escaped as text and attribute value") {
  CHECK(escaped_html("a < b & \"c\" > 'd'") == "a &lt; b &amp; &quot;c&quot; &gt; &#39;d&#39;");
  CHECK(escaped_html("\x1b\u202E\u05d0 \U0001F600") == "\uFFFD\uFFFD\u05d0 \U0001F600");
}

TEST_CASE("what a part of the page holds is not taken for a part itself") {
  const std::string page = html_page({{"findings", "{{style}}"}}, k_program);
  CHECK(page.find("{{style}}") != std::string::npos);
  CHECK(page.find("{{", page.find("{{style}}") + 1) == std::string::npos);
  CHECK(page.find("tally 9.9 with the rules en&lt; 1") != std::string::npos);
}

TEST_CASE("the policy admits the page's own style and script and nothing else") {
  const std::string page = html_page({}, k_program);
  CHECK(page.find("default-src 'none'; style-src 'sha256-") != std::string::npos);
  CHECK(page.find("unsafe") == std::string::npos);
  CHECK(page.find("http://") == std::string::npos);
  CHECK(page.find("https://") == std::string::npos);
}

TEST_CASE("a card tells the filters its verdict, kind and sources") {
  const std::string page = comparison_html(testing::quay(), k_program);
  CHECK(page.find("data-verdict=\"conflict\" data-kind=\"date\" data-sources=\"s1 s2\"") !=
        std::string::npos);
  CHECK(page.find("<option value=\"s3\">s3 note.txt</option>") != std::string::npos);
  CHECK(page.find("<b>1</b> conflict</button>") != std::string::npos);
  CHECK(page.find("<mark>six years ago</mark>") != std::string::npos);
}

TEST_CASE("nothing to compare is said") {
  CHECK(comparison_html({}, k_program).find("No two sources could be compared") !=
        std::string::npos);
}

}  // namespace
}  // namespace tally
