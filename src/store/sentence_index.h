// SPDX-License-Identifier: Apache-2.0
// The full-text index over sentences, where somebody has had it built.
#pragma once

#include <cstdint>

namespace tally {

class Database;

// Makes the index `sentence_fts` of all sentences, in place of the one that is there.
void build_sentence_index(Database& database);

// Keeps the index in step with documents that come and go. Without an index it does nothing.
// Triggers would do the same, but a schema that is not trusted may not reach virtual tables.
class SentenceIndex {
 public:
  explicit SentenceIndex(Database& database);

  void add(std::int64_t document);   // after its sentences are written
  void drop(std::int64_t document);  // before they are deleted

 private:
  Database* database_;
  bool exists_ = false;
};

}  // namespace tally
