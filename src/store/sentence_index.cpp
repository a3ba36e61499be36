// SPDX-License-Identifier: Apache-2.0
#include "store/sentence_index.h"

#include <fmt/format.h>

#include "base/error.h"
#include "store/database.h"

namespace tally {

void build_sentence_index(Database& database) {
  if (database.server() != nullptr) {
    throw Error(
        fmt::format("{}: the index sentence_fts is SQLite's; on a server, CREATE INDEX ON "
                    "sentence USING gin (to_tsvector('english', text))",
                    database.path()));
  }
  // Its content stays in `sentence`; Datasette and sqlite-utils find it by that, in these quotes.
  database.run(
      "DROP TABLE IF EXISTS sentence_fts;"
      "CREATE VIRTUAL TABLE sentence_fts USING fts5 (text, content=\"sentence\", "
      "content_rowid='id',"
      " tokenize='porter unicode61 remove_diacritics 2');"
      "INSERT INTO sentence_fts (sentence_fts) VALUES ('rebuild')");
}

SentenceIndex::SentenceIndex(Database& database)
    : database_(&database),
      exists_(database.server() == nullptr && database.has_table("sentence_fts")) {}

void SentenceIndex::add(std::int64_t document) {
  if (exists_) {
    database_
        ->prepare(
            "INSERT INTO sentence_fts (rowid, text)"
            " SELECT id, text FROM sentence WHERE document_id = ?")
        .put_integer(document)
        .run();
  }
}

void SentenceIndex::drop(std::int64_t document) {
  if (exists_) {
    database_
        ->prepare(
            "INSERT INTO sentence_fts (sentence_fts, rowid, text)"
            " SELECT 'delete', id, text FROM sentence WHERE document_id = ?")
        .put_integer(document)
        .run();
  }
}

}  // namespace tally
