// SPDX-License-Identifier: Apache-2.0
#include "report/scale.h"

#include <doctest/doctest.h>

#include <fmt/format.h>

#include "base/civil.h"

namespace tally {
namespace {

double day(int year, int month, int number) { return *valid_day(year, month, number); }

// "low|mark mark mark": the labels of the marks of a line over `values`.
std::string marks_of(Kind kind, std::vector<Ends> values) {
  const auto scale = scale_of(kind, values);
  std::string out;
  for (const Tick& tick : ticks_of(scale.value())) {
    out += fmt::format("{}{}", out.empty() ? "" : " ", tick.label);
  }
  return out;
}

TEST_CASE("a line has round marks from one end to the other") {
  struct Case {
    Kind kind;
    std::vector<Ends> values;
    std::string_view marks;
  };
  const Case cases[] = {
      {Kind::count, {{305, 315}, {342, 342}}, "300 310 320 330 340 350"},
      {Kind::count, {{127, 127}, {241, 241}}, "100 150 200 250"},
      {Kind::count, {{47, 47}}, "44 46 48 50"},
      {Kind::money, {{1e8, 1e8}, {1.5e8, std::nullopt}}, "100M 120M 140M 160M"},
      {Kind::money, {{10, 10}, {4e6, 4e6}}, "10 100 1,000 10,000 100k 1M 10M"},
      {Kind::date,
       {{day(2016, 1, 1), day(2016, 12, 31)}, {day(2018, 1, 1), day(2018, 12, 31)}},
       "2016 2017 2018 2019"},
      {Kind::date,
       {{day(2024, 4, 19), day(2024, 4, 19)}, {day(2024, 4, 22), day(2024, 4, 22)}},
       "2024-04-19 2024-04-20 2024-04-21 2024-04-22"},
      {Kind::date, {{day(2023, 11, 3), day(2024, 4, 22)}}, "2023-11 2024-01 2024-03 2024-05"},
      {Kind::time, {{230, 250}, {257, 257}}, "03:50 04:00 04:10 04:20"},
  };
  for (const Case& one : cases) {
    CHECK(marks_of(one.kind, one.values) == one.marks);
  }
}

TEST_CASE("every value stands on its line, in order") {
  const std::vector<Ends> values = {{3, 700}, {40, 41}, {std::nullopt, 90}};
  const Scale scale = scale_of(Kind::count, values).value();
  CHECK(scale.logarithmic);
  double before = 0;
  for (const double value : {3.0, 40.0, 41.0, 90.0, 700.0}) {
    CHECK(place_on(scale, value) >= before);
    before = place_on(scale, value);
  }
  CHECK(before <= 1);
  CHECK(place_on(scale, 1e9) == 1);
}

TEST_CASE("there is no line where every end is open") {
  const std::vector<Ends> values = {{std::nullopt, std::nullopt}};
  CHECK_FALSE(scale_of(Kind::date, values));
  CHECK_FALSE(scale_of(Kind::date, {}));
}

}  // namespace
}  // namespace tally
