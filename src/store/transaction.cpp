// SPDX-License-Identifier: Apache-2.0
#include "store/transaction.h"

#include "base/error.h"
#include "store/database.h"

namespace tally {

Transaction::Transaction(Database& database) : database_(&database) { database.begin(); }

Transaction::~Transaction() {
  if (database_ == nullptr) {
    return;
  }
  try {
    database_->run("ROLLBACK");
  } catch (const Error&) {
    // SQLite has rolled back by itself, as it does when the disk is full.
  }
}

void Transaction::commit() {
  database_->run("COMMIT");
  database_ = nullptr;
}

}  // namespace tally
