// SPDX-License-Identifier: Apache-2.0
#include "compare/name.h"

#include <doctest/doctest.h>

using namespace tally;

TEST_CASE("names of one bearer are told from others") {
  struct Case {
    const char* a;
    const char* b;
    NameMatch match;
  };
  const Case cases[] = {
      {"Maria Lindqvist", "Maria Lindqvist", NameMatch::same},
      {"Maria Lindqvist", "Lindqvist", NameMatch::part},
      {"Jonathon Reeve", "Jonathan Reeve", NameMatch::same},
      {"Bryant A. Dole", "Bryant Dole", NameMatch::same},
      {"Anna Lindqvist", "Maria Lindqvist", NameMatch::other},
      {"Mark", "Mary", NameMatch::other},
      {"", "Maria", NameMatch::other},
  };
  for (const Case& c : cases) {
    CAPTURE(c.a);
    CAPTURE(c.b);
    CHECK(match_of_names(c.a, c.b) == c.match);
    CHECK(match_of_names(c.b, c.a) == c.match);
  }
}
