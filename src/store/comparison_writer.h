// SPDX-License-Identifier: Apache-2.0
// Writes a comparison: stories, origins, facts, positions and findings over claims.
#pragma once

#include <cstdint>
#include <span>

#include "model/finding.h"
#include "store/database.h"

namespace tally {

// Removes the comparison that is there, but for the row of its run. Claims and gaps stay.
void clear_comparison(Database& database);

// Where the parts of a comparison stand in the database.
struct ComparisonRows {
  std::span<const std::int64_t> documents;  // row of each source
  std::span<const std::int64_t> places;     // place of each source in the whole comparison
  std::span<const std::int64_t> claims;     // row of each claim
  std::int64_t first_story = 0;             // place of its first story
  std::int64_t first_origin = 0;            // what is added to its numbers of origins
};

// Writes comparisons, or one story of them after the other, with statements prepared once. Lives
// within a transaction of the caller.
class ComparisonWriter {
 public:
  explicit ComparisonWriter(Database& database);

  // Writes everything of `comparison` but its sources, claims and gaps, which must be there
  // already.
  void write(const Comparison& comparison, const ComparisonRows& rows);

 private:
  std::vector<std::int64_t> write_stories(const Comparison& comparison, const ComparisonRows& rows);
  void place_documents(const Comparison& comparison,
                       const ComparisonRows& rows,
                       const std::vector<std::int64_t>& stories);
  std::int64_t write_fact(const Fact& fact,
                          std::int64_t story,
                          std::span<const std::int64_t> claims);
  void write_findings(const Comparison& comparison,
                      const std::vector<std::int64_t>& facts,
                      std::span<const std::int64_t> claims);

  Database* database_;
  Statement story_;
  Statement origin_;
  Statement place_;
  Statement fact_;
  Statement fact_claim_;
  Statement position_;
  Statement position_claim_;
  Statement finding_;
};

}  // namespace tally
