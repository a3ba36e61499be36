// SPDX-License-Identifier: Apache-2.0
#include "ingest/published.h"
#include "ingest/shipped_layout.h"

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
    const auto found = published_in(row.words, shipped_layout());
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
    CHECK_FALSE(published_in(words, shipped_layout()).has_value());
  }
}

TEST_CASE("metadata stamp dates in more ways") {
  for (const char* words : {"2024-04-21",
                            "2024/04/21",
                            "2024/4/21 10:30",
                            "2024.04.21",
                            "20240421",
                            "20240421T103000Z",
                            "21/04/2024",
                            "4/21/2024 10:30 AM",
                            "1713692400",
                            "1713692400000",
                            "Sun, 21 Apr 2024 10:30:00 GMT"}) {
    CAPTURE(words);
    REQUIRE(stamp_in(words, shipped_layout()).has_value());
    CHECK(iso_date(stamp_in(words, shipped_layout())->day) == "2024-04-21");
  }
  for (const char* words :
       {"", "1970-01-01", "0", "04/05/2024", "20241321", "2024/13/01", "12345678", "x"}) {
    CAPTURE(words);
    CHECK_FALSE(stamp_in(words, shipped_layout()).has_value());
  }
}

TEST_CASE("an address tells the day") {
  for (const char* url : {"https://a.example/2024/04/21/quay",
                          "https://a.example/news/2024/apr/21/quay",
                          "https://a.example/2024/4/21/",
                          "https://a.example/quay-2024-04-21.html",
                          "https://a.example/20240421/quay",
                          "https://a.example/quay?d=2024-04-21"}) {
    CAPTURE(url);
    REQUIRE(day_in_url(url, shipped_layout()).has_value());
    CHECK(iso_date(*day_in_url(url, shipped_layout())) == "2024-04-21");
  }
  for (const char* url : {"https://a.example/2024/04/quay",
                          "https://a.example/12345678",
                          "https://20240421.example/quay",
                          "https://a.example/1850/04/21/",
                          ""}) {
    CAPTURE(url);
    CHECK_FALSE(day_in_url(url, shipped_layout()).has_value());
  }
}

}  // namespace
}  // namespace tally
