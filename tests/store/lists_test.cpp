// SPDX-License-Identifier: Apache-2.0
#include "store/lists.h"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

namespace tally {
namespace {

TEST_CASE("words become JSON and come back") {
  const std::vector<std::pair<std::vector<std::string>, std::string>> cases = {
      {{}, "[]"},
      {{""}, R"([""])"},
      {{"a", "b c"}, R"(["a","b c"])"},
      {{R"(say "no")", R"(back\slash)"}, R"(["say \"no\"","back\\slash"])"},
      {{"two\nlines", "\x01"}, R"(["two\u000alines","\u0001"])"},
      {{"\xC3\xA9t\xC3\xA9", "],["}, "[\"\xC3\xA9t\xC3\xA9\",\"],[\"]"},
  };
  for (const auto& [words, json] : cases) {
    CHECK(json_of(words) == json);
    CHECK(words_of_json(json) == words);
  }
}

TEST_CASE("spans become JSON and come back") {
  const std::vector<Span> spans = {{0, 12}, {13, 40}};
  CHECK(json_of(spans) == "[[0,12],[13,40]]");
  CHECK(spans_of_json("[[0,12],[13,40]]") == spans);
  CHECK(json_of(std::vector<Span>{}) == "[]");
  CHECK(spans_of_json("[]").empty());
}

TEST_CASE("a list that somebody mangled is read as far as it goes") {
  CHECK(words_of_json("[\"a\",\"b\\") == std::vector<std::string>{"a", "b\\"});
  CHECK(words_of_json("nonsense").empty());
  CHECK(words_of_json("[\"\\u00").size() == 1);
  CHECK(spans_of_json("[[1,2],[3").size() == 1);
}

}  // namespace
}  // namespace tally
