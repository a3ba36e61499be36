// SPDX-License-Identifier: Apache-2.0
#include "values/period.h"

#include <doctest/doctest.h>

#include <initializer_list>

namespace tally {
namespace {

Day day(const char* iso) { return *parse_iso_date(iso); }

TEST_CASE("a period contains its day and is left and entered again by one step") {
  for (const Grain grain : {Grain::day,
                            Grain::weekend,
                            Grain::week,
                            Grain::month,
                            Grain::quarter,
                            Grain::season,
                            Grain::half,
                            Grain::year,
                            Grain::decade,
                            Grain::century}) {
    for (Day at = day("1899-11-20"); at < day("2031-01-01"); at += 37) {
      const Period here = period_at(grain, at);
      CAPTURE(iso_date(at));
      CHECK(here.last >= at);
      CHECK((here.first <= at || grain == Grain::weekend));
      CHECK(shifted(shifted(here, 5), -5) == here);
      if (grain != Grain::weekend) {
        CHECK(shifted(here, 1).first == here.last + 1);
      }
    }
  }
}

TEST_CASE("periods are named as TIMEX3 and EDTF name them") {
  struct Case {
    Period period;
    const char* timex;
    const char* edtf;
  };
  const Case cases[] = {
      {period_at(Grain::day, day("2024-04-21")), "2024-04-21", "2024-04-21"},
      {period_at(Grain::week, day("2024-04-21")), "2024-W16", "2024-04-15/2024-04-21"},
      {period_at(Grain::weekend, day("2024-04-17")), "2024-W16-WE", "2024-04-20/2024-04-21"},
      {period_at(Grain::week, day("2021-01-01")), "2020-W53", "2020-12-28/2021-01-03"},
      {whole_month(2023, 7), "2023-07", "2023-07"},
      {whole_quarter(2005, 4), "2005-Q4", "2005-36"},
      {whole_half(2018, 2), "2018-H2", "2018-41"},
      {whole_season(1940, 12), "1940-WI", "1940-24"},
      {whole_year(2018), "2018", "2018"},
      {whole_decade(1990), "199", "199X"},
      {whole_century(19), "18", "18XX"},
      {whole_year(-489), "BC0490", "-0489"},
      {whole_century(-4), "BC03", "-03XX"},
  };
  for (const Case& c : cases) {
    CHECK(timex_of(c.period) == c.timex);
    CHECK(edtf_of(c.period, false) == c.edtf);
  }
  CHECK(edtf_of(whole_year(2018), true) == "2018~");
}

TEST_CASE("a winter runs into the next year") {
  CHECK(iso_date(whole_season(1942, 12).last) == "1943-02-28");
  CHECK(period_at(Grain::season, day("1943-01-15")) == whole_season(1942, 12));
}

}  // namespace
}  // namespace tally
