// SPDX-License-Identifier: Apache-2.0
#include "report/ruler.h"

#include <doctest/doctest.h>

#include "report/style.h"

namespace tally {
namespace {

Fact fact_with(std::vector<Position> positions) {
  return {.name = "toll", .kind = Kind::count, .positions = std::move(positions)};
}

TEST_CASE("intervals, points and open ends are drawn on one line") {
  const Ruler ruler =
      ruler_of(fact_with({{.low = 100, .high = 120}, {.low = 150, .high = 150}, {.low = 140}}), 21);
  REQUIRE(ruler.rows.size() == 3);
  CHECK(ruler.rows[0] == "├──────┤·············");
  CHECK(ruler.rows[1] == "·················●···");
  CHECK(ruler.rows[2] == "·············├──────▶");
  CHECK(ruler.axis == "100               160");
}

TEST_CASE("one position, or none with an end, is not drawn") {
  CHECK(ruler_of(fact_with({{.low = 1, .high = 2}}), 21).rows.empty());
  CHECK(ruler_of(fact_with({{}, {}}), 21).rows.empty());
}

TEST_CASE("every row is as wide as asked for") {
  for (const std::size_t width : {10U, 21U, 40U}) {
    const Ruler ruler = ruler_of(fact_with({{.high = 5}, {.low = 1e9, .high = 2e9}}), width);
    for (const std::string& row : ruler.rows) {
      CHECK(code_points_in(row) == width);
    }
  }
}

}  // namespace
}  // namespace tally
