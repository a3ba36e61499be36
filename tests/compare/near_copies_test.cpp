// SPDX-License-Identifier: Apache-2.0
// Stories of very many articles that are nearly the same: the work must not grow with all pairs.
#include <algorithm>
#include <numeric>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include "compare/candidate.h"
#include "compare/claims.h"
#include "compare/compare.h"
#include "compare/trait.h"

using namespace tally;
using namespace tally::made;

namespace {

// So many articles that tell the same in nearly the same words: a toll, a sum, a named and an
// unnamed age, each in a sentence with a word of its own.
struct NearCopies {
  std::vector<Document> sources;
  std::vector<Claim> claims;

  explicit NearCopies(std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) {
      const std::string own = "word" + std::to_string(i);
      sources.push_back(source("s" + std::to_string(i)));
      sources.back().text =
          "Twelve people were killed when the dam above the old town of Lindal "
          "gave way on Monday night after days of rain, police said " +
          own;
      add(made::claim(i, made::count(i % 50 == 0 ? 15 : 12), "12", "killed", "people"), own);
      add(made::claim(i, dollars(i % 30 == 0 ? 4e6 : 3e6), "$3 million", "cost", "dam"), own);
      add(made::claim(i, years_old(i % 40 == 0 ? 48 : 47), "47", "", "man"), own);
      claims.back().subject = "Anna Berg";
      add(made::claim(i, years_old(i % 2 == 0 ? 46 : 33), "46", "", "man"), own);
      claims.back().names = {"Anna Berg"};
    }
  }

 private:
  void add(Claim made, const std::string& own) {
    made.sentence = "In the valley below the dam " + made.quote + " it was said by all on " + own;
    made.stems = {"valley", "dam", made.predicate, own};
    made.mention.sentence = claims.size() % 4;
    claims.push_back(std::move(made));
  }
};

}  // namespace

TEST_CASE("pairs and findings of near copies grow with their number, not with its square") {
  std::size_t pairs = 0;
  for (const std::size_t count : {500U, 1000U}) {
    const NearCopies copies(count);
    std::vector<std::size_t> all(copies.claims.size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    const auto traits = traits_of(copies.claims, all, copies.sources, concepts());
    const std::size_t found = candidate_pairs(traits).size();
    CHECK(found > 0);
    CHECK(found <= 100 * copies.claims.size());
    CHECK((pairs == 0 || found <= 5 * pairs / 2));
    pairs = found;
  }
}

// With work for each pair of articles this case alone would take longer than all others together.
TEST_CASE("a story of five thousand near copies is compared") {
  NearCopies copies(5000);
  const std::size_t claims = copies.claims.size();
  Story story{"dam", std::vector<std::size_t>(copies.sources.size())};
  std::iota(story.sources.begin(), story.sources.end(), std::size_t{0});
  const Comparison outcome =
      compare(std::move(copies.sources), std::move(copies.claims), {std::move(story)}, concepts());
  CHECK(outcome.claims.size() == claims);
  CHECK(!outcome.facts.empty());
  CHECK(std::any_of(outcome.facts.begin(), outcome.facts.end(), [](const Fact& fact) {
    return fact.claims.size() > 4000;
  }));
  // At most 24 sources of a fact are paired, and each is set against itself once.
  CHECK(outcome.findings.size() <= outcome.facts.size() * 24 * 23 / 2 + claims);
  CHECK(*std::max_element(outcome.origin_of_source.begin(), outcome.origin_of_source.end()) == 0);
}
