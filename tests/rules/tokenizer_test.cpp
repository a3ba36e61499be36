// SPDX-License-Identifier: Apache-2.0
#include "rules/tokenizer.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "base/error.h"

namespace tally {
namespace {

Tokenizer tokenizer() {
  return Tokenizer({.shapes = {{"iso_date", R"(\d{4}-\d\d-\d\d\b)"},
                               {"model", R"([A-Z]{1,3}-?\d+\b)"},
                               {"grouped", R"(\d{1,3}(?:,\d{3})+)"},
                               {"small", R"(\d{1,2})"},
                               {"dotted", R"((?:[A-Za-z]\.){2,})"}},
                    .suffix_clitics = {"'s"},
                    .prefix_clitics = {"l'"}});
}

// Tokens as "text/shape", a tight one with "~" before it.
std::string described(const std::string& text) {
  const Tokenizer with = tokenizer();
  std::string out;
  for (const RawToken& token : with.tokens_of(text, {0, text.size()})) {
    out += out.empty() ? "" : " ";
    out += token.glued ? "~" : "";
    out += slice(text, token.span);
    out += "/" + with.shape_names()[token.shape];
  }
  return out;
}

TEST_CASE("chunks fall into shapes, words, clitics and marks") {
  struct Row {
    std::string text;
    std::string expected;
  };
  const std::vector<Row> rows = {
      {"on 2024-04-21,", "on/lower 2024-04-21/iso_date ~,/mark"},
      {"a C-17 flew", "a/lower C-17/model flew/lower"},
      {"Niger\xE2\x80\x99s U.S. base", "Niger/capital ~\xE2\x80\x99s/lower U.S./dotted base/lower"},
      {"l'Assembl\xC3\xA9"
       "e",
       "l'/lower ~Assembl\xC3\xA9"
       "e/capital"},
      {"1,000 35m", "1,000/grouped 35/small ~m/lower"},
      {"six-year - WHO", "six/lower ~-/hyphen ~year/lower -/dash WHO/upper"},
      {"don't.", "don't/lower ~./stop"},
      {"123456", "12/small ~34/small ~56/small"},
  };
  for (const Row& row : rows) {
    CHECK(described(row.text) == row.expected);
  }
}

TEST_CASE("tokens cover everything but white space, whatever the bytes are") {
  const std::string text =
      "a\xFF\xFE b\xE2\x82 \xF0\x9F\x98\x80"
      "c\n\t d";
  const Tokenizer with = tokenizer();
  std::size_t end = 0;
  for (const RawToken& token : with.tokens_of(text, {0, text.size()})) {
    CHECK(token.span.begin >= end);
    CHECK(token.span.end > token.span.begin);
    CHECK(trimmed(std::string_view(text).substr(end, token.span.begin - end)).empty());
    end = token.span.end;
  }
  CHECK(end == text.size());
}

TEST_CASE("a shape that is no pattern is an error, not a tokenizer without shapes") {
  CHECK_THROWS_AS(Tokenizer({.shapes = {{"broken", "(\\d"}}}), Error);
}

TEST_CASE("a clitic is a token of its own, before a word or by itself") {
  CHECK(described("l'eau l\u2019eau") == "l'/lower ~eau/lower l\u2019/lower ~eau/lower");
  CHECK(described("l' eau") == "l'/lower eau/lower");
}

}  // namespace
}  // namespace tally
