// SPDX-License-Identifier: Apache-2.0
#include "compare/draft.h"

#include <doctest/doctest.h>

#include "report/quay.h"

namespace tally {
namespace {

// The marks of the figures of post.txt, which is the draft.
std::vector<DraftMark> marks_in(const Comparison& comparison) {
  std::vector<DraftMark> marks;
  for (const DraftFigure& figure : draft_figures(comparison, 0)) {
    marks.push_back(figure.mark);
  }
  return marks;
}

using Marks = std::vector<DraftMark>;

TEST_CASE("what a source says as well is supported, what it excludes is contradicted") {
  const auto figures = draft_figures(testing::quay(), 0);
  REQUIRE(figures.size() == 2);
  CHECK(figures[0].mark == DraftMark::supported);
  CHECK(figures[0].origins == 1);
  CHECK(figures[0].support == std::vector<std::size_t>{2});
  CHECK(figures[1].mark == DraftMark::contradicted);
  CHECK(figures[1].differences == std::vector<std::size_t>{1});
}

TEST_CASE("a difference that proves nothing wrong leaves a figure unsettled") {
  for (const Verdict verdict : {Verdict::update, Verdict::scope, Verdict::unclear}) {
    Comparison comparison = testing::quay();
    comparison.findings[1].verdict = verdict;
    CHECK(marks_in(comparison) == Marks{DraftMark::supported, DraftMark::unsettled});
  }
}

TEST_CASE("a source that is less exact than the draft does not support it") {
  Comparison comparison = testing::quay();
  comparison.findings[0].reason = "bound";
  comparison.claims[2].mention.value.high.reset();
  comparison.claims[2].mention.value.modifier = Modifier::at_least;
  CHECK(marks_in(comparison) == Marks{DraftMark::consistent, DraftMark::contradicted});
}

TEST_CASE("a source that is more exact than the draft supports it") {
  Comparison comparison = testing::quay();
  comparison.findings[0].reason = "bound";
  comparison.claims[0].mention.value.high.reset();
  comparison.claims[0].mention.value.modifier = Modifier::at_least;
  CHECK(marks_in(comparison) == Marks{DraftMark::supported, DraftMark::contradicted});
}

TEST_CASE("a figure in no fact is in no source, and an equal one elsewhere is pointed out") {
  Comparison comparison = testing::quay();
  comparison.facts.clear();
  comparison.findings.clear();
  const auto figures = draft_figures(comparison, 0);
  CHECK(figures[0].mark == DraftMark::no_source);
  CHECK(figures[0].equal_values == std::vector<std::size_t>{2});
  CHECK(figures[1].equal_values.empty());
}

TEST_CASE("figures that became no claim are not checked, and stand in order of the text") {
  Comparison comparison = testing::quay();
  comparison.gaps = {{.source = 0, .span = {0, 4}}, {.source = 1, .span = {0, 4}}};
  CHECK(marks_in(comparison) ==
        Marks{DraftMark::not_checked, DraftMark::supported, DraftMark::contradicted});
}

TEST_CASE("copies of one text support as one origin, whatever the draft copied") {
  Comparison comparison = testing::quay();
  comparison.sources[2].text = comparison.sources[1].text;
  comparison.sources[1].text += " More words stand here than the draft has, all of them its own.";
  comparison.sources[2].text = comparison.sources[1].text;
  comparison.claims.push_back(comparison.claims[2]);
  comparison.claims.back().source = 2;
  comparison.facts[0].claims.push_back(4);
  comparison.facts[0].positions[0].claims.push_back(4);
  const auto figures = draft_figures(comparison, 0);
  CHECK(figures[0].support.size() == 2);
  CHECK(figures[0].origins == 1);
}

}  // namespace
}  // namespace tally
