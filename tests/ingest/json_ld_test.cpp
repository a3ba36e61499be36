// SPDX-License-Identifier: Apache-2.0
#include "ingest/json_ld.h"

#include <doctest/doctest.h>

namespace tally {
namespace {

std::vector<ArticleData> articles(const std::string& script, std::size_t expected_warnings = 0) {
  std::vector<std::string> warnings;
  auto found = articles_in(script, warnings);
  CHECK(warnings.size() == expected_warnings);
  return found;
}

TEST_CASE("the article of a graph is found and its references followed") {
  const auto found =
      articles(R"({"@graph":[{"@type":"WebSite","name":"Site","datePublished":"2001"},
    {"@type":["Thing","NewsArticle"],"headline":"Tom &amp;amp; Ann","datePublished":"2024-04-21",
     "author":[{"@id":"#ann"},{"name":"Tom"}],"publisher":{"@id":"#post"},"inLanguage":"en-GB",
     "mainEntityOfPage":{"@id":"https://post.example/a#main"},"comment":{"@type":"Comment"},
     "hasPart":{"@type":"Article","headline":"Another"}},
    {"@type":"Person","@id":"#ann","name":"Ann"},
    {"@type":"Organization","@id":"#post","name":"The Post"}]})");
  REQUIRE(found.size() == 1);
  CHECK(found[0].headline == "Tom & Ann");
  CHECK(found[0].published == "2024-04-21");
  CHECK(found[0].byline == "Ann, Tom");
  CHECK(found[0].outlet == "The Post");
  CHECK(found[0].url == "https://post.example/a");
  CHECK(found[0].language == "en-GB");
}

TEST_CASE("lists, videos and main entities are articles, other things are none") {
  CHECK(articles(R"([{"@type":"Article","headline":"A"},{"@type":"BlogPosting","headline":"B"}])")
            .size() == 2);
  CHECK(
      articles(R"({"@type":"VideoObject","name":"A","uploadDate":"2024-04-21"})").at(0).published ==
      "2024-04-21");
  CHECK(articles(R"({"@type":"WebPage","mainEntity":{"@type":"Report","headline":"A"}})").size() ==
        1);
  for (const char* script : {R"({"@type":"Product","headline":"A"})",
                             R"({"@type":"ItemList","itemListElement":[{"@type":"Article"}]})",
                             R"({"headline":"A"})",
                             "5",
                             "null",
                             "  "}) {
    CHECK(articles(script).empty());
  }
}

TEST_CASE("what content systems break is mended, what is no JSON is a warning") {
  CHECK(articles("//<![CDATA[\n{\"@type\":\"Article\",\"headline\":\"A\nB\",}\n//]]>")
            .at(0)
            .headline == "A B");
  CHECK(articles("{\"@type\":", 1).empty());
  CHECK(articles(std::string(100'000, '['), 1).empty());
}

}  // namespace
}  // namespace tally
