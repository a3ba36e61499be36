// SPDX-License-Identifier: Apache-2.0
// What always holds of a claim database.
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "cli/database.h"
#include "laws/article.h"
#include "laws/law.h"
#include "pipeline.h"
#include "store/store.h"
#include "values/reading.h"

namespace tally::laws {
namespace {

// All cells that a query yields.
std::vector<Cell> cells_of(const Store& store, const std::string& sql) {
  std::vector<Cell> cells;
  store.query(
      sql,
      {},
      {[](auto) {},
       [&cells](std::span<const Cell> row) { cells.insert(cells.end(), row.begin(), row.end()); }});
  return cells;
}

Store store_with_pack() {
  Store store;
  store.use_pack(cli::record_of(shipped_pack()));
  return store;
}

// The number of the source is not kept with a claim or a gap.
std::vector<Harvest> without_numbers(std::vector<Harvest> harvests) {
  for (Harvest& harvest : harvests) {
    for (Claim& claim : harvest.claims) {
      claim.source = 0;
    }
    for (Gap& gap : harvest.gaps) {
      gap.source = 0;
    }
  }
  return harvests;
}

std::vector<Harvest> harvests_of(const std::vector<Document>& documents) {
  std::vector<Harvest> harvests;
  for (const Document& document : documents) {
    harvests.push_back(cli::harvest_of(document, shipped_pack()));
  }
  return without_numbers(std::move(harvests));
}

void check_whole(const Store& store) {
  RC_ASSERT(cells_of(store, "PRAGMA integrity_check") == std::vector<Cell>{std::string("ok")});
  RC_ASSERT(cells_of(store, "PRAGMA foreign_key_check").empty());
}

TEST_CASE("law: to save a comparison and to load it changes nothing") {
  check_law("save and load", [] {
    const Comparison comparison = comparison_of(*story(Dates::some), shipped_pack(), true);
    Store store = store_with_pack();
    store.save_comparison(comparison);
    const Comparison loaded = store.load_comparison();
    RC_ASSERT(loaded.sources == comparison.sources);
    RC_ASSERT(loaded.claims == comparison.claims);
    RC_ASSERT(loaded.stories == comparison.stories);
    RC_ASSERT(loaded.facts == comparison.facts);
    RC_ASSERT(loaded.findings == comparison.findings);
    RC_ASSERT(loaded.origin_of_source == comparison.origin_of_source);
    RC_ASSERT(loaded.gaps == comparison.gaps);
    RC_ASSERT(loaded.coverage == comparison.coverage);
    check_whole(store);
  });
}

TEST_CASE("law: what is added comes back, and to add it twice is to add it once") {
  check_law("add", [] {
    std::vector<Document> documents = *story(Dates::some);
    documents.push_back(*any_article());
    const std::vector<Harvest> harvests = harvests_of(documents);
    Store store = store_with_pack();
    for (const Added added : store.add(harvests)) {
      RC_ASSERT(added == Added::fresh);
    }
    const std::vector<Cell> before = cells_of(store, "SELECT * FROM claims");
    RC_ASSERT(without_numbers(store.load_harvests()) == harvests);
    for (const Document& document : documents) {
      RC_ASSERT(store.holds(document));
    }
    for (const Added added : store.add(harvests)) {
      RC_ASSERT(added == Added::unchanged);
    }
    RC_ASSERT(cells_of(store, "SELECT * FROM claims") == before);
    RC_ASSERT(without_numbers(store.load_harvests()) == harvests);
    check_whole(store);
  });
}

TEST_CASE("law: with a source goes all that rested on it, and nothing else") {
  check_law("remove", [] {
    std::vector<Document> documents = *story();
    const std::size_t gone = *rc::gen::inRange<std::size_t>(0, documents.size());
    Store store = store_with_pack();
    store.save_comparison(comparison_of(documents, shipped_pack(), true));
    RC_ASSERT(store.remove(documents[gone].id));
    RC_ASSERT(!store.remove(documents[gone].id));
    check_whole(store);
    RC_ASSERT(
        cells_of(store, "SELECT id FROM fact WHERE id NOT IN (SELECT fact_id FROM fact_claim)")
            .empty());
    documents.erase(documents.begin() + static_cast<std::ptrdiff_t>(gone));
    RC_ASSERT(without_numbers(store.load_harvests()) == harvests_of(documents));
    // Compared anew it is as if the source had never been there.
    Store other = store_with_pack();
    for (Store* each : {&store, &other}) {
      each->save_comparison(comparison_of(documents, shipped_pack(), true));
    }
    RC_ASSERT(store.load_comparison().facts == other.load_comparison().facts);
    RC_ASSERT(store.load_comparison().findings == other.load_comparison().findings);
  });
}

}  // namespace
}  // namespace tally::laws
