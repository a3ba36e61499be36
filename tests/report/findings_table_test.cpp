// SPDX-License-Identifier: Apache-2.0
#include "report/findings_table.h"

#include <algorithm>

#include <doctest/doctest.h>

#include "report/quay.h"

namespace tally {
namespace {

std::string cell(const Table& table, std::size_t row, std::string_view column) {
  const auto at = std::find(table.columns.begin(), table.columns.end(), column);
  REQUIRE(at != table.columns.end());
  return cell_text(table.rows.at(row)[static_cast<std::size_t>(at - table.columns.begin())]);
}

TEST_CASE("a row holds a finding with both of its claims, the gravest first") {
  const Table table = findings_table(testing::quay());
  REQUIRE(table.rows.size() == 2);
  for (const auto& row : table.rows) {
    CHECK(row.size() == table.columns.size());
  }
  CHECK(cell(table, 0, "verdict") == "conflict");
  CHECK(cell(table, 0, "fact") == "when the quay was built");
  CHECK(cell(table, 0, "quote_a") == "2016");
  CHECK(cell(table, 0, "place_b") == "wire.txt:1:22");
  CHECK(cell(table, 0, "reads_as_b") == "about 2018, counted from 2024-04-20 (assumed)");
  CHECK(cell(table, 0, "rests_on") == "the publication date of wire.txt is assumed");
  CHECK(cell(table, 1, "verdict") == "agree");
  CHECK(cell(table, 1, "confidence") == "0.9");
}

}  // namespace
}  // namespace tally
