// SPDX-License-Identifier: Apache-2.0
#include "values/holiday.h"

#include <doctest/doctest.h>

namespace tally {
namespace {

TEST_CASE("holidays fall on the days that almanacs give") {
  struct Case {
    const char* rule;
    int year;
    const char* first;
    const char* last;
  };
  const Case cases[] = {
      {"fixed 12-25", 2014, "2014-12-25", "2014-12-25"},
      {"nth 11 4 4", 2014, "2014-11-27", "2014-11-27"},
      {"nth 5 -1 1", 2016, "2016-05-30", "2016-05-30"},
      {"easter -2", 2019, "2019-04-19", "2019-04-19"},
      {"orthodox 0", 2018, "2018-04-08", "2018-04-08"},
      {"orthodox 0", 2021, "2021-05-02", "2021-05-02"},
      {"islamic 10 1", 2018, "2018-06-15", "2018-06-15"},
      {"islamic 10 1", 2019, "2019-06-04", "2019-06-04"},
      {"islamic 10 1", 2022, "2022-05-02", "2022-05-02"},
      {"islamic 10 1", 2024, "2024-04-10", "2024-04-10"},
      {"islamic 9 1 x30", 2018, "2018-05-16", "2018-06-14"},
      {"hebrew 0 x2", 2023, "2023-09-16", "2023-09-17"},
      {"hebrew 9", 2018, "2018-09-19", "2018-09-19"},
      {"pesach 0 x8", 2018, "2018-03-31", "2018-04-07"},
      {"new 01-21 8 0", 2018, "2018-02-16", "2018-02-16"},
      {"new 01-21 8 0", 2013, "2013-02-10", "2013-02-10"},
      {"full 09-08 8 0", 2020, "2020-10-02", "2020-10-02"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.rule);
    CAPTURE(c.year);
    const auto period = holiday_in(c.rule, c.year);
    REQUIRE(period.has_value());
    CHECK(iso_date(period->first) == c.first);
    CHECK(iso_date(period->last) == c.last);
  }
}

TEST_CASE("a rule that nobody knows names no day") {
  CHECK_FALSE(holiday_in("", 2018).has_value());
  CHECK_FALSE(holiday_in("lustrum 1", 2018).has_value());
  CHECK_FALSE(holiday_in("fixed 02-30", 2018).has_value());
}

}  // namespace
}  // namespace tally
