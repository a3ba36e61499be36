// SPDX-License-Identifier: Apache-2.0
#include "rules/cover.h"

#include <doctest/doctest.h>

#include "rules/expression.h"
#include "rules/lexicon.h"

namespace tally {
namespace {

bool is_covered(std::string_view outer, std::string_view inner) {
  const Expression wide = parse_expression(outer, {});
  const Expression narrow = parse_expression(inner, {});
  std::set<std::string> literals;
  collect_literals(wide, literals);
  collect_literals(narrow, literals);
  LexiconClass number{.name = "number_word", .entries = {{"one", ""}, {"two", ""}}};
  LexiconClass word{.name = "word", .entries = {{"one", ""}, {"two", ""}, {"house", ""}}};
  const Lexicon lexicon(Forms{}, {number, word}, literals);
  return covers(wide, narrow, lexicon, true);
}

TEST_CASE("a pattern covers another one that is equal, narrower or has less of what is optional") {
  struct Case {
    const char* outer;
    const char* inner;
    bool covered;
  };
  const Case cases[] = {
      {"a b", "a b", true},
      {"a b", "a", false},
      {"a", "a b", false},
      {"(a | b) c", "a c", true},
      {"a c", "(a | b) c", false},
      {"a? b", "b", true},
      {"b", "a? b", false},
      {"a? b", "a? b", true},
      {"%{word} x", "one x", true},
      {"%{word} x", "%{number_word} x", true},
      {"%{number_word} x", "%{word} x", false},
      {"[%{number_word} house] x", "%{word} x", true},
      {"%{money:n} *? x", "%{money:n} *? x", true},
      {"%{money:n} x", "%{money:m} x", false},
      {"%{money:n} x", "%{money} x", false},
      {"%{date} x", "%{date.range} x", true},
      {"%{date.range} x", "%{date} x", false},
      {"a{1,3} b", "a{1,2} b", true},
      {"a{1,2} b", "a{1,3} b", false},
      {"a+ b", "a b", true},
      {"~ a", "a", false},
  };
  for (const Case& one : cases) {
    CAPTURE(one.outer);
    CAPTURE(one.inner);
    CHECK(is_covered(one.outer, one.inner) == one.covered);
  }
}

}  // namespace
}  // namespace tally
