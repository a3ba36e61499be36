// SPDX-License-Identifier: Apache-2.0
#include "compare/compare.h"

#include <algorithm>

#include <doctest/doctest.h>

#include "compare/claims.h"

using namespace tally;
using namespace tally::made;

namespace {

Comparison compared(std::vector<Document> sources, std::vector<Claim> claims) {
  Story story{"all", {}};
  for (std::size_t i = 0; i < sources.size(); ++i) {
    story.sources.push_back(i);
    sources[i].text = "A text of its own, number " + std::to_string(i);
  }
  return compare(std::move(sources), std::move(claims), {story}, concepts());
}

std::size_t conflicts_in(const Comparison& outcome) {
  return static_cast<std::size_t>(
      std::count_if(outcome.findings.begin(), outcome.findings.end(), [](const Finding& f) {
        return f.verdict == Verdict::conflict;
      }));
}

}  // namespace

TEST_CASE("the cost agrees, the year of construction conflicts") {
  const std::vector<Claim> claims = {
      claim(0, dollars(1e8), "$100 million", "cost", "facility"),
      claim(0, days("2016-01-01", "2016-12-31"), "2016", "built", "facility"),
      claim(1, dollars(1e8), "$100 million", "cost", ""),
      claim(1, approx(days("2018-01-01", "2018-12-31")), "six years ago", "built", "")};
  const Comparison outcome = compared({source("one"), source("two")}, claims);
  REQUIRE(outcome.facts.size() == 2);
  REQUIRE(outcome.findings.size() == 2);
  CHECK(conflicts_in(outcome) == 1);
  CHECK(outcome.coverage.compared == 4);
}

TEST_CASE("the dead are not compared with the wounded") {
  const Comparison outcome = compared({source("one"), source("two")},
                                      {claim(0, count(5), "five", "killed", "people"),
                                       claim(1, count(7), "seven", "wounded", "people")});
  CHECK(outcome.facts.empty());
}

TEST_CASE("a source that states both values speaks of two things") {
  const Comparison outcome = compared({source("one"), source("two")},
                                      {claim(0, count(5), "five", "killed", "people"),
                                       claim(0, count(9), "nine", "killed", "people"),
                                       claim(1, count(9), "nine", "killed", "workers")});
  CHECK(conflicts_in(outcome) == 0);
  REQUIRE(outcome.facts.size() == 1);
  CHECK(outcome.facts[0].verdict == Verdict::agree);
}

TEST_CASE("a finding for each pair of sources, and positions with those behind them") {
  const Comparison outcome = compared({source("one"), source("two"), source("three")},
                                      {claim(0, count(12), "12", "killed", "people"),
                                       claim(1, count(12), "twelve", "killed", "workers"),
                                       claim(2, count(15), "15", "killed", "people")});
  REQUIRE(outcome.facts.size() == 1);
  CHECK(outcome.findings.size() == 3);
  REQUIRE(outcome.facts[0].positions.size() == 2);
  CHECK(outcome.facts[0].positions[0].articles + outcome.facts[0].positions[1].articles == 3);
  CHECK(outcome.facts[0].verdict == Verdict::conflict);
}

TEST_CASE("a denied or retracted figure is compared with nothing") {
  std::vector<Claim> claims = {claim(0, count(12), "12", "killed", "people"),
                               claim(1, count(15), "15", "killed", "people")};
  for (const Stance stance : {Stance::denied, Stance::retracted}) {
    claims[1].stance = stance;
    CHECK(compared({source("one"), source("two")}, claims).facts.empty());
  }
}

TEST_CASE("ages are compared for one person only") {
  std::vector<Claim> claims = {claim(0, years_old(47), "47", "", "man"),
                               claim(1, years_old(45), "45", "", "man")};
  claims[0].subject = "Anna Berg";
  claims[1].subject = "Berg";
  CHECK(conflicts_in(compared({source("one"), source("two")}, claims)) == 1);
  claims[1].subject = "Nils Hamm";
  CHECK(compared({source("one"), source("two")}, claims).facts.empty());
}

TEST_CASE("copies are one origin and say so") {
  std::vector<Claim> claims = {claim(0, count(12), "12", "killed", "people"),
                               claim(1, count(12), "12", "killed", "people")};
  for (Claim& made : claims) {
    made.sentence = "At least in the valley 12 people were killed when the dam gave way on Monday";
  }
  const Comparison outcome = compared({source("one"), source("two")}, claims);
  REQUIRE(outcome.findings.size() == 1);
  CHECK(outcome.findings[0].same_origin);
  CHECK(outcome.facts[0].positions[0].articles == 2);
  CHECK(outcome.facts[0].positions[0].origins == 1);
}

TEST_CASE("the outcome does not depend on the order of the sources") {
  const std::vector<Document> sources = {source("one"), source("two"), source("three")};
  std::vector<Claim> claims;
  for (std::size_t i = 0; i < 3; ++i) {
    claims.push_back(claim(i, count(i == 2 ? 15 : 12), "n", "killed", "people"));
    claims.push_back(claim(i, count(30 + static_cast<double>(i)), "m", "wounded", "people"));
  }
  const Comparison forth = compared(sources, claims);
  std::vector<Document> turned(sources.rbegin(), sources.rend());
  std::vector<Claim> renumbered = claims;
  for (Claim& made : renumbered) {
    made.source = 2 - made.source;
  }
  std::stable_sort(renumbered.begin(), renumbered.end(), [](const Claim& a, const Claim& b) {
    return a.source < b.source;
  });
  const Comparison back = compared(turned, renumbered);
  CHECK(forth.facts.size() == back.facts.size());
  CHECK(forth.findings.size() == back.findings.size());
  CHECK(conflicts_in(forth) == conflicts_in(back));
}

TEST_CASE("very many sources on one fact stay few findings") {
  std::vector<Document> sources;
  std::vector<Claim> claims;
  for (std::size_t i = 0; i < 400; ++i) {
    sources.push_back(source("s" + std::to_string(i)));
    claims.push_back(claim(i, count(i % 100 == 0 ? 15 : 12), "n", "killed", "people"));
  }
  const Comparison outcome = compared(sources, claims);
  REQUIRE(outcome.facts.size() == 1);
  CHECK(outcome.findings.size() <= 24 * 23 / 2);
  CHECK(outcome.facts[0].verdict == Verdict::conflict);
}
