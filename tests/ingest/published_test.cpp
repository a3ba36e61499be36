// SPDX-License-Identifier: Apache-2.0
#include "ingest/published.h"

#include <doctest/doctest.h>

namespace tally {
namespace {

TEST_CASE("a publication date is read in ISO and RFC form, whatever stands around it") {
  struct Row {
    const char* words;
    const char* day;
    const char* time;
  };
  const Row rows[] = {
      {"2024-04-21", "2024-04-21", ""},
      {"  2024-04-21T10:30:00Z ", "2024-04-21", "10:30"},
      {"2024-04-21 23:05", "2024-04-21", "23:05"},
      {"Sun, 21 Apr 2024 10:30:00 GMT", "2024-04-21", "10:30"},
      {"21 April 2024", "2024-04-21", ""},
      {"April 21, 2024 at 9:05", "2024-04-21", "09:05"},
      {"Sept. 3, 2019", "2019-09-03", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.words);
    const auto found = published_in(row.words);
    REQUIRE(found.has_value());
    CHECK(iso_date(found->day) == row.day);
    CHECK(found->time == row.time);
  }
}

TEST_CASE("what is no full date is no publication date") {
  for (const char* words : {"",
                            "yesterday",
                            "2024-02-30",
                            "April 2024",
                            "21 April",
                            "04/21/2024",
                            "31 April 2024",
                            "1 April or 2 May 2024",
                            "2024"}) {
    CAPTURE(words);
    CHECK_FALSE(published_in(words).has_value());
  }
}

}  // namespace
}  // namespace tally
