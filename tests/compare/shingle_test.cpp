// SPDX-License-Identifier: Apache-2.0
#include "compare/shingle.h"

#include <doctest/doctest.h>

using namespace tally;

TEST_CASE("words are folded runs of letters and digits") {
  CHECK(plain_words("The C-17's 1,000 m.") ==
        std::vector<std::string>{"the", "c", "17", "s", "1", "000", "m"});
}

TEST_CASE("a text of few words is one run") {
  CHECK(shingles_of("").empty());
  CHECK(shingles_of("two words").size() == 1);
  CHECK(shingles_of("one two three four five six").size() == 2);
}

TEST_CASE("a sentence with a few words changed is near-verbatim, another one is not") {
  const auto told =
      shingles_of("The road between the two towns was closed for nine days after the flood");
  const auto copied =
      shingles_of("The road between the two towns was closed for nine days, police said");
  const auto other = shingles_of("Nine days passed before engineers could open the road once more");
  CHECK(near_verbatim(told, copied));
  CHECK_FALSE(near_verbatim(told, other));
}
