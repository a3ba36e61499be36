// SPDX-License-Identifier: Apache-2.0
#include "compare/interval.h"

#include <doctest/doctest.h>

#include "compare/claims.h"

using namespace tally;
using namespace tally::made;

TEST_CASE("an unhedged count under a hundred is counted, not rounded") {
  Value value = count(47);
  value.slack = 0.5;
  CHECK(interval_of(value) == Interval{47, 47});
}

TEST_CASE("an unhedged figure is widened by half a unit of its last digit, at most 5 %") {
  struct Case {
    Value value;
    double low;
  };
  for (const Case& c :
       {Case{dollars(13.9e9, 0.05e9), 13.85e9}, Case{dollars(1e8, 0.5e8), 0.95e8}}) {
    const Interval interval = interval_of(c.value);
    CHECK(*interval.low == doctest::Approx(c.low));
    CHECK(interval.low_open);
  }
}

TEST_CASE("a measure is widened by at most a quarter: one mile and 1.2 miles meet") {
  const Interval one = interval_of(metres(1609, 805));
  const Interval more = interval_of(metres(1931, 80));
  CHECK(*one.high == doctest::Approx(1609 * 1.25));
  CHECK(meet(one, more));
}

TEST_CASE("a hedged figure is widened by 5 %") {
  CHECK(meet(interval_of(approx(dollars(39e9))), interval_of(dollars(38e9, 0.5e9))));
  CHECK_FALSE(meet(interval_of(approx(metres(32187, 8047, "mi"))),
                   interval_of(approx(metres(41843, 805, "mi")))));
}

TEST_CASE("rounded ends do not touch, written bounds do") {
  CHECK_FALSE(meet(interval_of(metres(3, 0.5)), interval_of(metres(4, 0.5))));
  CHECK(meet(interval_of(more_than(1000)), interval_of(count(1000))));
  CHECK_FALSE(meet(interval_of(more_than(1000)), interval_of(count(900))));
}

TEST_CASE("times of day are rounded to the half hour and to five minutes") {
  CHECK(meet(interval_of(clock(3, 30)), interval_of(clock(3, 31))));
  CHECK(meet(interval_of(approx(clock(11, 35))), interval_of(clock(11, 37))));
  CHECK_FALSE(meet(interval_of(clock(11, 35)), interval_of(clock(11, 37))));
  CHECK_FALSE(meet(interval_of(approx(clock(15, 30))), interval_of(clock(15, 51))));
}

TEST_CASE("a span over midnight leaves open whether another time lies in it") {
  Value night = clock(23, 0);
  night.high = 27 * 60;  // 3 a.m.
  night.modifier = Modifier::range;
  CHECK(meet(interval_of(night), interval_of(clock(2, 0))));
  CHECK(meet(interval_of(night), interval_of(clock(23, 30))));
}

TEST_CASE("years ago are the calendar year with half a year on either side") {
  const Interval six_years_ago = interval_of(approx(days("2018-01-01", "2018-12-31")));
  CHECK(six_years_ago.low == *parse_iso_date("2018-01-01") - 182);
  CHECK_FALSE(meet(six_years_ago, interval_of(days("2016-01-01", "2016-12-31"))));
  CHECK(meet(six_years_ago, interval_of(days("2017-08-01", "2017-08-31"))));
}

TEST_CASE("since, by and before open an interval") {
  Value since = days("2013-01-01", "2013-12-31");
  since.bound = Bound::since;
  CHECK_FALSE(interval_of(since).high.has_value());
  Value by = since;
  by.bound = Bound::by;
  CHECK_FALSE(interval_of(by).low.has_value());
}

TEST_CASE("early in a year is its first third, with a tolerance") {
  Value early = days("2016-01-01", "2016-12-31");
  early.modifier = Modifier::start;
  early.time->narrow_low = *parse_iso_date("2016-01-01");
  early.time->narrow_high = *parse_iso_date("2016-04-30");
  CHECK(meet(interval_of(early), interval_of(days("2016-05-01", "2016-05-31"))));
  CHECK_FALSE(meet(interval_of(early), interval_of(days("2016-09-01", "2016-09-30"))));
}

TEST_CASE("over a decade told in 2024 began at or before the end of 2014") {
  Value decade = figure(Kind::duration, 3652.425 * 86400, 0, "s");
  decade.high.reset();
  decade.modifier = Modifier::more_than;
  const Interval began = start_implied_by(decade, *parse_iso_date("2024-04-21"));
  CHECK_FALSE(began.low.has_value());
  CHECK(began.high == *parse_iso_date("2014-12-31"));
}

TEST_CASE("the distance between intervals is nothing when they meet") {
  CHECK(distance_between({1, 2}, {2, 3}) == 0);
  CHECK(distance_between({1, 2}, {5, 6}) == 3);
  CHECK(distance_between({5, 6}, {1, 2}) == 3);
}

TEST_CASE("the common part is the narrower of both ends") {
  CHECK(common_part({1, std::nullopt}, {0, 5}) == Interval{1, 5});
}
