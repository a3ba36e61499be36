// SPDX-License-Identifier: Apache-2.0
#include "compare/key.h"

#include <doctest/doctest.h>

#include "compare/claims.h"

using namespace tally;
using namespace tally::made;

TEST_CASE("the story key is the ISO week of publication") {
  struct Row {
    const char* published;
    const char* key;
  };
  for (const Row& row : {Row{"2024-04-21", "2024-W16"},
                         Row{"2024-04-22", "2024-W17"},
                         Row{"2024-12-30", "2025-W01"},
                         Row{"2021-01-03", "2020-W53"},
                         Row{"", "undated"}}) {
    CHECK(story_key(source("a", row.published)) == row.key);
  }
}

TEST_CASE("the fact key is the dimension and what is said, by class") {
  Claim claim;
  claim.mention.value = dollars(3);
  claim.predicate = "construction-cost";
  claim.head = "facility";
  CHECK(fact_key(claim) == "money USD/construction-cost");
  claim.predicate.clear();
  CHECK(fact_key(claim) == "money USD/facility");
  claim.mention.value = figure(Kind::ordinal, 2, 2);
  CHECK(fact_key(claim) == "count/facility");
}
