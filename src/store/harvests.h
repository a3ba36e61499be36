// SPDX-License-Identifier: Apache-2.0
// Harvests in the database: a document with its sentences, claims and the rules that made them.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "store/database.h"
#include "store/offsets.h"
#include "store/sentence_index.h"
#include "store/store.h"

namespace tally {

// A harvest as it stands in the database. `claim_ids` go with its claims, one by one.
struct StoredHarvest {
  std::int64_t id = 0;  // of the document
  Harvest harvest;
  std::vector<std::int64_t> claim_ids;
  std::string pack_sha256;
  std::optional<std::int64_t> story_id;     // of the comparison; absent when it is not compared
  std::optional<std::int64_t> compared_at;  // its place there
  std::optional<std::int64_t> origin;       // the number of its origin
};

// Which documents: all in the order of adding, or those of the comparison in its order.
enum class Selection { all, compared };

// The claims' and gaps' `source` counts the harvests returned.
std::vector<StoredHarvest> stored_harvests(Database& database, Selection selection);
// The same without their claims and gaps.
std::vector<StoredHarvest> stored_documents(Database& database);
std::optional<StoredHarvest> stored_document(Database& database, std::string_view document_id);
// Calls `take` with each of them, one at a time.
void each_stored_document(Database& database, const std::function<void(StoredHarvest)>& take);

// Reads harvests one by one with statements prepared once. Must not outlive the database.
class HarvestReader {
 public:
  explicit HarvestReader(Database& database);
  std::optional<StoredHarvest> find(std::string_view document_id);
  StoredHarvest at(std::int64_t document);  // the row must be there
  // Fills in claims and gaps; their `source` is 0.
  void load_claims(StoredHarvest& stored);
  // Ids of the claims of a document, in their order.
  std::vector<std::int64_t> claim_ids(std::int64_t document);

 private:
  Statement by_source_;
  Statement by_row_;
  Statement claims_;
  Statement gaps_;
  Statement claim_ids_;
};

// Drops every fact that rests on a claim of the document, with its positions and findings.
void drop_facts_on(Database& database, std::int64_t document);

// Writes harvests with statements prepared once. Lives within a transaction of the caller.
class HarvestWriter {
 public:
  // `pack` must outlive the writer.
  HarvestWriter(Database& database, const PackRecord& pack);
  Added write(const Harvest& harvest);
  // The row of the document written last.
  std::int64_t document() const { return document_; }

 private:
  std::int64_t document_row(const Harvest& harvest, const Offsets& offsets);
  std::int64_t rule_row(const Claim& claim);
  std::int64_t pack_row(const Claim& claim);
  std::int64_t sentence_row(std::int64_t document, const Claim& claim);
  void write_claims(std::int64_t document, const Harvest& harvest, const Offsets& offsets);
  void write_gaps(std::int64_t document, const Harvest& harvest, const Offsets& offsets);

  Database* database_;
  const PackRecord* pack_;
  std::int64_t document_ = 0;
  SentenceIndex index_;
  HarvestReader reader_;
  Statement insert_document_;
  Statement insert_sentence_;
  Statement insert_claim_;
  Statement insert_gap_;
  std::map<std::string, std::map<int, std::int64_t>> rules_;  // by name and revision
  std::map<std::string, std::int64_t> packs_;                 // by name of a rule
};

}  // namespace tally
