// SPDX-License-Identifier: Apache-2.0
#include "ingest/visible_date.h"

#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "ingest/shipped_layout.h"

namespace tally {
namespace {

// "+2024-04-03 *2024-04-04": + said to be published, * said to be updated.
std::string found_in_line(const std::string& line, bool day_first = false) {
  std::string out;
  for (const VisibleDate& date : visible_dates_in(line, shipped_layout(), day_first)) {
    const std::string sign = date.says == VisibleDate::Says::published ? "+"
                             : date.says == VisibleDate::Says::updated ? "*"
                                                                       : "";
    out += fmt::format("{}{}{}", out.empty() ? "" : " ", sign, iso_date(date.day));
  }
  return out;
}

TEST_CASE("dates that people read are found with what is said of them") {
  struct Row {
    std::string line;
    std::string dates;
  };
  const std::vector<Row> rows = {
      {"Publié le 03 avril 2024 à 10h12, modifié le 04 avril 2024 à 08h03",
       "+2024-04-03 *2024-04-04"},
      {"Updated 10:02 AM EDT, Wed May 1, 2024", "*2024-05-01"},
      {"Published 4:32 PM EDT, Tue April 30, 2024", "+2024-04-30"},
      {"Tue 5 Mar 2024 17.22 GMT", "2024-03-05"},
      {"Le 1er août 2023", "2023-08-01"},
      {"Posted on the 3rd of June, 2021 | 4 min read", "+2021-06-03"},
      {"3 minute read June 12, 2024", "2024-06-12"},
      {"Submitted by press office on Thu, 03/14/2024 - 09:30", "+2024-03-14"},
      {"Mis à jour le 21.02.2024", "*2024-02-21"},
      {"2024-04-03", "2024-04-03"},
      {"The mayor, 45, spoke on 3 April of 2,024 houses", ""},
      {"31 February 2024", ""},
      {"Unpublished since 3 April 2024", "2024-04-03"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.line);
    CHECK(found_in_line(row.line) == row.dates);
  }
}

TEST_CASE("the third of April in figures is read only where the language writes it so") {
  CHECK(found_in_line("03/04/2024").empty());
  CHECK(found_in_line("03/04/2024", true) == "2024-04-03");
  CHECK(writes_day_first(shipped_layout(), "fr"));
  CHECK_FALSE(writes_day_first(shipped_layout(), "en"));
}

}  // namespace
}  // namespace tally
