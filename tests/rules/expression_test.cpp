// SPDX-License-Identifier: Apache-2.0
#include "rules/expression.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "rules/lexicon.h"
#include "rules/pattern.h"
#include "rules/pattern_set.h"

namespace tally {
namespace {

Lexicon lexicon_for(const Expression& tree) {
  std::set<std::string> literals;
  collect_literals(tree, literals);
  std::vector<LexiconClass> classes = {
      {.name = "number", .entries = {{"one", "1"}, {"two", "2"}}, .include = {"small"}},
      {.name = "hedge", .entries = {{"about", "approx"}, {"more than", "more_than"}}},
      {.name = "month", .entries = {{"May", "5"}, {"june", "6"}}},
  };
  return Lexicon({.shapes = {{"small", R"(\d{1,2})"}}}, classes, literals);
}

// The text of the first match with its captures: "more than two [h=more than] [n=two]".
std::string match_of(const std::string& pattern, const std::string& text) {
  const Expression tree = parse_expression(pattern, {{"amount", "%{hedge:h}? %{number:n}"}});
  const Lexicon lexicon = lexicon_for(tree);
  const Pattern compiled(tree, lexicon, false);
  REQUIRE(compiled.fault() == "");
  const std::vector<Token> tokens = lexicon.tokens_of(text, {0, text.size()});
  std::vector<Code> codes;
  for (const Token& token : tokens) {
    codes.push_back(lexicon.code_of(token));
  }
  const std::vector<const Expression*> trees = {&tree};
  const PatternSet set(trees, lexicon, false);
  const Runes runes = compiled.runes_of(codes);
  const auto match = compiled.find(runes, 0);
  if (!match) {
    return "-";
  }
  CHECK(set.candidates(codes) == std::vector<std::size_t>{0});  // it never hides a match
  const Words words(text, tokens, lexicon);
  std::string out(words.text(*match));
  for (const auto& [name, range] : compiled.captures(runes, *match)) {
    out += " [" + compiled.names()[name] + "=" + std::string(words.text(range)) + "]";
  }
  return out;
}

TEST_CASE("patterns match tokens by word, class, entry of several words and shape") {
  CHECK(match_of("%{number} %{month}", "on 12 June") == "12 June");
  CHECK(match_of("%{number} %{month}", "12 may go") == "-");  // May only as written
  CHECK(match_of("%{amount} troops", "more than two Troops") ==
        "more than two Troops [h=more than] [n=two]");
  CHECK(match_of("US", "us and US") == "US");
}

TEST_CASE("a tilde asks for no white space, a hyphen is its class") {
  CHECK(match_of("%{number} ~m", "35 m or 36m") == "36m");
  CHECK(match_of("%{number} - mile", "a two-mile road") == "two-mile");
  CHECK(match_of("a ~ (b? c)", "a c ac") == "-");
}

TEST_CASE("choices take or refuse one token, but no sentence mark") {
  CHECK(match_of("[%{number} none] left", "none left") == "none left");
  CHECK(match_of("[^%{number} of] left", "of left two left men left") == "men left");
  CHECK(match_of("[^of] left", ". left") == "-");
}

TEST_CASE("repeats, groups and captures read as in regular expressions") {
  CHECK(match_of("(all: one (and one){1,2})", "one and one and one and one") ==
        "one and one and one [all=one and one and one]");
  CHECK(match_of("one (two | three)?", "one three") == "one three");
}

TEST_CASE("a fault is named with its place") {
  struct Row {
    std::string pattern;
    std::size_t column;
    std::string code;
  };
  const std::vector<Row> rows = {
      {"a (b", 2, "bad-pattern"},
      {"a ) b", 2, "bad-pattern"},
      {"a?", 0, "bad-pattern"},
      {"%{x", 3, "bad-pattern"},
      {"a [b", 2, "bad-pattern"},
      {"%{loop}", 0, "class-cycle"},
      {"a{3,1}", 6, "bad-pattern"},
      {"? a", 0, "bad-pattern"},
  };
  for (const Row& row : rows) {
    INFO(row.pattern);
    try {
      static_cast<void>(parse_expression(row.pattern, {{"loop", "a %{loop}"}}));
      FAIL("no fault");
    } catch (const PatternFault& fault) {
      CHECK(fault.column == row.column);
      CHECK(fault.code == row.code);
    }
  }
}

}  // namespace
}  // namespace tally
