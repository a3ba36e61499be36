// SPDX-License-Identifier: Apache-2.0
#include "report/style.h"

#include <doctest/doctest.h>

namespace tally {
namespace {

TEST_CASE("long text is wrapped below its label") {
  const Style narrow{.width = 20};
  CHECK(wrapped(narrow, "why  ", "one two three four five") ==
        "why  one two three\n     four five\n");
  CHECK(wrapped(narrow, "why  ", "") == "why  \n");
}

TEST_CASE("text is fitted to a column by code points") {
  CHECK(fitted("Agadéz", 8) == "Agadéz  ");
  CHECK(fitted("Agadéz air base", 8) == "Agadéz \u2026");
}

TEST_CASE("a mark is carets on paper and a colour on a terminal") {
  const Excerpt excerpt{"é 20 died", 2, 4};
  CHECK(marked(Style{}, 2, excerpt) == "  é 20 died\n    ^^\n");
  CHECK(marked(Style{.colour = true}, 2, excerpt) == "  é \x1b[1m20\x1b[0m died\n");
}

}  // namespace
}  // namespace tally
