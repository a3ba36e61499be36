// SPDX-License-Identifier: Apache-2.0
// A database and its statements, whichever program keeps them: an SQLite file or a PostgreSQL
// server. The SQL of the store is the part that both understand.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "store/postgres.h"
#include "store/sqlite.h"
#include "store/store.h"

namespace tally {

// A prepared statement. Parameters ("?") are put and columns taken one after the other, so that a
// row is written and read by two functions that mirror each other. Must not outlive its Database.
class Statement {
 public:
  // The next parameter. Text is copied.
  Statement& put(std::string_view text);
  // The same without copying where that is possible: the text must stay where it is until run() or
  // reset().
  Statement& put_view(std::string_view text);
  Statement& put(double number);
  Statement& put_integer(std::int64_t number);
  Statement& put(std::optional<double> number);  // NULL when absent
  Statement& put_cell(const Cell& cell);
  Statement& put_null();

  // The next row; false when there is none. Throws Error.
  bool step();
  // Runs a statement that yields no row and makes it ready for the next parameters. A server may be
  // asked later, before the next row is read or the transaction ends; then an Error comes there.
  void run();
  // Ready for the next parameters; the columns of the last row are gone.
  void reset();

  // The next column of the current row. NULL reads as 0 or "".
  std::string take_text();
  double take_real();
  std::int64_t take_integer();
  std::optional<double> take_optional_real();
  bool next_is_null() const;

  // --- for queries whose shape is not known; of a server's, once the first step was made
  std::vector<std::string> column_names() const;
  std::vector<Cell> cells() const;
  // Names of the parameters without their sign, "" for a nameless one.
  std::vector<std::string> parameter_names() const;

 private:
  friend class Database;
  using Held = std::variant<SqliteStatement, PostgresStatement>;
  explicit Statement(Held held) : held_(std::move(held)) {}

  Held held_;
};

// An open database. Throws Error from every member, with the database's name.
class Database {
 public:
  // `path` may be ":memory:" or the address of a PostgreSQL database (see store/address.h). With
  // Access::write a file is made when it is missing.
  Database(const std::string& path, Access access);

  // Runs statements that yield nothing of interest, separated by semicolons.
  void run(const std::string& sql);
  Statement prepare(std::string_view sql);
  // A single statement from a user: a message about it carries the SQL with a caret. With
  // Access::read it may read and nothing else.
  Statement prepare_query(const std::string& sql, Access access);
  // The first column of the first row.
  std::int64_t integer_of(std::string_view sql);
  std::string text_of(std::string_view sql);
  std::int64_t last_id();  // of the row inserted last
  // Begins a transaction; other writers wait until it ends.
  void begin();
  bool has_table(std::string_view name);

  // As it may be shown: without a password.
  const std::string& path() const;
  // The server; nullptr for a file.
  PostgresDatabase* server() { return std::get_if<PostgresDatabase>(&held_); }

 private:
  std::variant<SqliteDatabase, PostgresDatabase> held_;
};

}  // namespace tally
