// SPDX-License-Identifier: Apache-2.0
// A claim database on a PostgreSQL server, behind the same members as one in an SQLite file.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "store/postgres_client.h"
#include "store/store.h"

namespace tally {

// See Statement in store/database.h.
class PostgresStatement {
 public:
  void put(std::string_view text);
  void put_view(std::string_view text) { put(text); }  // a server is sent a copy anyway
  void put(double number);
  void put_integer(std::int64_t number);
  void put_null();

  bool step();
  void run();
  void reset();

  std::string take_text();
  double take_real();
  std::int64_t take_integer();
  bool next_is_null() const;

  std::vector<std::string> column_names() const;
  std::vector<Cell> cells() const;
  std::vector<std::string> parameter_names() const { return names_; }

 private:
  friend class PostgresDatabase;
  PostgresStatement(PostgresClient& client, std::string prepared, std::string query)
      : client_(&client), prepared_(std::move(prepared)), query_(std::move(query)) {}
  std::string_view take();

  PostgresClient* client_;
  std::string prepared_;            // its name at the server; empty for a user's query
  std::string query_;               // of a user
  std::vector<std::string> names_;  // of the query's parameters
  PostgresParameters parameters_;
  PostgresRows rows_;
  bool is_asked_ = false;
  std::size_t row_ = 0;
  std::size_t column_ = 0;
};

// See Database in store/database.h.
class PostgresDatabase {
 public:
  PostgresDatabase(const std::string& address, Access access);

  void run(const std::string& sql);
  PostgresStatement prepare(std::string_view sql);
  PostgresStatement prepare_query(const std::string& sql, Access access);
  std::int64_t last_id();
  void begin();
  bool has_table(std::string_view name);
  const std::string& path() const { return client_->shown(); }
  // "15.6 (Debian 15.6-0+deb12u1)"
  std::string version();

 private:
  std::unique_ptr<PostgresClient> client_;  // statements point to it
};

// `sql` with $1, $2 … in place of "?", and of ":name", whose names are appended to `names`: the
// same name is the same parameter. Quotes, comments and "::" are passed over.
std::string with_numbered_parameters(std::string_view sql, std::vector<std::string>& names);

}  // namespace tally
