// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include "compare/claims.h"
#include "compare/compare.h"

using namespace tally;

namespace {

Document article(const std::string& title, const std::string& text, const std::string& published) {
  Document document = made::source(title, published);
  document.text = title + "\n" + text;
  return document;
}

std::vector<Document> mixed() {
  return {
      article(
          "Dam at Orrin gives way", "Police in Orrin said the Kestrel river rose.", "2024-04-21"),
      article("Flood reaches Orrin", "The Kestrel has cut off Orrin, police said.", "2024-04-22"),
      article("Tarrant buys Velmar", "The Tarrant group takes over Velmar.", "2024-04-21"),
      article("Velmar sold", "Tarrant pays for Velmar in cash.", "2024-04-22"),
      article("Old flood at Orrin", "The Kestrel once cut off Orrin.", "2019-01-02")};
}

}  // namespace

TEST_CASE("documents are grouped by rare names within a window of publication") {
  const std::vector<Story> stories = stories_of(mixed(), false);
  REQUIRE(stories.size() == 3);
  CHECK(stories[0].sources == std::vector<std::size_t>{0, 1});
  CHECK(stories[1].sources == std::vector<std::size_t>{2, 3});
  CHECK(stories[2].sources == std::vector<std::size_t>{4});
}

TEST_CASE("handed in together they are one story unless they share no name") {
  const std::vector<Story> stories = stories_of(mixed(), true);
  REQUIRE(stories.size() == 2);
  CHECK(stories[0].sources == std::vector<std::size_t>{0, 1, 4});
}

TEST_CASE("no documents, no stories") { CHECK(stories_of({}, true).empty()); }
