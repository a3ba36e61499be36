// SPDX-License-Identifier: Apache-2.0
#include "report/plot.h"

#include <doctest/doctest.h>

#include "report/quay.h"

namespace tally {
namespace {

std::size_t occurrences(const std::string& text, std::string_view part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) {
    ++count;
  }
  return count;
}

TEST_CASE("each value is a bar in the colour of its position, on one scale") {
  const Comparison quay = testing::quay();
  const std::string svg = plot_svg(Page(quay), 1);
  CHECK(svg.starts_with("<svg class=\"plot\""));
  CHECK(occurrences(svg, "class=\"bar\"") == 2);
  CHECK(occurrences(svg, "<g class=\"p0\">") == 1);
  CHECK(occurrences(svg, "<g class=\"p1\">") == 1);
  CHECK(svg.find("aria-label=\"Values on one line: 2016; about 2018\"") != std::string::npos);
  CHECK(svg.find(">2019</text>") != std::string::npos);
  CHECK(occurrences(svg, "style=") == 0);
}

TEST_CASE("an open end is a broken line to the edge") {
  Comparison quay = testing::quay();
  quay.claims[3].mention.value.high.reset();
  quay.claims[3].mention.value.modifier = Modifier::at_least;
  const std::string svg = plot_svg(Page(quay), 1);
  CHECK(occurrences(svg, "class=\"open\"") == 1);
  CHECK(svg.find("x2=\"100.00%\"") != std::string::npos);
}

TEST_CASE("a single value is not drawn") {
  const Comparison quay = testing::quay();
  CHECK(plot_svg(Page(quay), 0).empty());
}

}  // namespace
}  // namespace tally
