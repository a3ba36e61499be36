// SPDX-License-Identifier: Apache-2.0
// All or nothing: a transaction as a value with a scope.
#pragma once

namespace tally {

class Database;

// A transaction that is rolled back unless it is committed.
class Transaction {
 public:
  explicit Transaction(Database& database);
  ~Transaction();
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  void commit();

 private:
  Database* database_;
};

}  // namespace tally
