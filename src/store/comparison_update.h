// SPDX-License-Identifier: Apache-2.0
// The comparison in a database, brought up to date story by story.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "model/finding.h"
#include "store/store.h"

namespace tally {

// A document with what was read of it, as it stands in the database.
struct StoredSource {
  Harvest harvest;
  bool is_current = false;  // read with the pack in use; else its claims are out of date
};

// A comparison of all documents, in one transaction that holds from begin to commit(): other
// programs may read meanwhile, but not write. Without commit() nothing is changed. The steps:
//   each_document() -> stories of them -> arrange() -> load(), write() for each story -> commit()
// What comes out is the same as if nothing had been kept, but for row ids.
class ComparisonUpdate {
 public:
  // Throws Error when the database cannot be written. `database` and `pack` must outlive it.
  ComparisonUpdate(Database& database, const PackRecord& pack, Keep keep);
  ~ComparisonUpdate();
  ComparisonUpdate(ComparisonUpdate&&) noexcept;
  ComparisonUpdate& operator=(ComparisonUpdate&&) noexcept;

  // Calls `take` with every document in the order in which it was first added, as it was read:
  // without a date that a comparison assumed. From now on documents are numbered in this order.
  void each_document(const std::function<void(const Document&)>& take);

  // Takes the stories that there are to be. Returns the indices of those that have to be compared:
  // documents came, went or changed, a link was corrected, or the rules are others. What the last
  // comparison says of the others stays, everything else of it is dropped.
  std::vector<std::size_t> arrange(std::vector<Story> stories);

  // The documents of a story with their claims and gaps; their `source` is 0.
  std::vector<StoredSource> load(std::size_t story);

  // Writes what was found out about a story that had to be compared. `comparison` has this one
  // story, its sources in the order of load(). `fresh`: harvests of documents whose claims are not
  // those of load().
  void write(std::size_t story, const Comparison& comparison, std::span<const Harvest> fresh);

  // Numbers what stands in several stories, adds up the coverage and ends the transaction.
  void commit();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace tally
