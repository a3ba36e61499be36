// SPDX-License-Identifier: Apache-2.0
#include "compare/relative.h"

#include <doctest/doctest.h>

#include "compare/claims.h"

using namespace tally;
using namespace tally::made;

namespace {

// A day counted from the publication on another one.
Value counted(const std::string& first, const std::string& last, const std::string& published) {
  Value value = days(first, last);
  value.time->anchor = Anchor{*parse_iso_date(published), "published"};
  return value;
}

}  // namespace

TEST_CASE("the same weekday a week apart, and the same month a year apart, agree") {
  const auto week = relative_days(counted("2024-04-14", "2024-04-14", "2024-04-15"),
                                  counted("2024-04-21", "2024-04-21", "2024-04-22"),
                                  7);
  REQUIRE(week);
  CHECK(week->verdict == Verdict::agree);
  CHECK(week->reason == "weekday");
  const auto month = relative_days(counted("2017-05-01", "2017-05-31", "2017-11-01"),
                                   counted("2018-05-01", "2018-05-31", "2017-11-03"),
                                   335);
  REQUIRE(month);
  CHECK(month->reason == "month");
}

TEST_CASE("a day apart is unclear only beside the day of publication") {
  const Value sunday = counted("2024-04-21", "2024-04-21", "2024-04-21");
  const Value saturday = counted("2024-04-20", "2024-04-20", "2024-04-22");
  const Value friday = counted("2024-04-19", "2024-04-19", "2024-04-22");
  REQUIRE(relative_days(sunday, saturday, 1));
  CHECK(relative_days(sunday, saturday, 1)->reason == "publication-day");
  CHECK(!relative_days(friday, saturday, 1));
}

TEST_CASE("written days are not relative, and counts are no days") {
  CHECK(!relative_days(days("2024-04-14", "2024-04-14"), days("2024-04-21", "2024-04-21"), 7));
  CHECK(!relative_days(count(7), count(14), 7));
}
