// SPDX-License-Identifier: Apache-2.0
#include "compare/confidence.h"

#include <doctest/doctest.h>

#include "compare/claims.h"

using namespace tally;
using namespace tally::made;

TEST_CASE("confidence grows with points and falls with assumptions") {
  const Document one = source("one");
  const Claim said = claim(0, count(5), "five", "killed", "people");
  const Statement side{said, one};
  Judgement agreement;
  CHECK(confidence_of({3, ""}, agreement, side, side) == doctest::Approx(0.92));
  CHECK(confidence_of({1, ""}, agreement, side, side) ==
        doctest::Approx(0.92));  // by way of others
  CHECK(confidence_of({5, ""}, agreement, side, side) == doctest::Approx(0.98));
  Judgement assumed;
  assumed.rests_on = {"a date"};
  CHECK(confidence_of({5, ""}, assumed, side, side) < 0.9);
  Judgement conflict;
  conflict.verdict = Verdict::conflict;
  CHECK(confidence_of({4, ""}, conflict, side, side) == doctest::Approx(0.88));
  CHECK(confidence_of({0, ""}, conflict, side, side) == doctest::Approx(0.5));
}
