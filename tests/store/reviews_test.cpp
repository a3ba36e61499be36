// SPDX-License-Identifier: Apache-2.0
#include "store/reviews.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "folder.h"
#include "store/generated.h"
#include "store/store.h"

namespace tally {
namespace {

// A comparison with a finding, and the record of a decision on its first one.
Comparison with_findings() {
  for (std::uint32_t seed = 0;; ++seed) {
    Comparison comparison = generated_comparison(seed);
    if (!comparison.findings.empty()) {
      return comparison;
    }
  }
}

DecisionRecord dismissal(const Comparison& comparison) {
  DecisionRecord record = decision_record(comparison.findings[0], comparison);
  record.decision = Decision::dismissed;
  record.note = "it's \"two\" bridges";
  record.decided_on = "2024-05-02";
  return record;
}

TEST_CASE("a decision outlives the comparison, the document and the file that is closed") {
  const Folder folder;
  const std::string path = folder.name("a.db");
  const Comparison comparison = with_findings();
  const DecisionRecord record = dismissal(comparison);
  {
    Store store(path, Access::write);
    store.save_comparison(comparison);
    store.decide(std::vector{record});
    CHECK(store.load_comparison().findings[0].decision == Decision::dismissed);
    for (const Document& source : comparison.sources) {
      store.remove(source.id);
    }
  }
  Store store(path, Access::change);
  CHECK(store.decisions() == std::vector{record});
  store.save_comparison(comparison);
  const Finding finding = store.load_comparison().findings[0];
  CHECK(finding.decision == Decision::dismissed);
  CHECK(finding.note == record.note);
  CHECK(finding.decided_on == "2024-05-02");
}

TEST_CASE("the last word on a finding counts, and reopening takes it away") {
  Store store;
  DecisionRecord record = dismissal(with_findings());
  store.decide(std::vector{record});
  record.decision = Decision::confirmed;
  record.note = "";
  store.decide(std::vector{record});
  CHECK(store.decisions() == std::vector{record});
  record.decision = Decision::open;
  store.decide(std::vector{record});
  store.decide(std::vector{record});
  CHECK(store.decisions().empty());
}

TEST_CASE("the last word on a link counts, and freeing takes it away") {
  Store store;
  LinkRecord record{"aa", "bb", Link::same, "one bridge", "2024-05-02", "2016", "six years ago"};
  store.decide(record);
  record.link = Link::apart;
  store.decide(record);
  CHECK(store.links() == std::vector{record});
  CHECK(store.free_link("aa", "bb"));
  CHECK_FALSE(store.free_link("aa", "bb"));
  CHECK(store.links().empty());
}

}  // namespace
}  // namespace tally
