// SPDX-License-Identifier: Apache-2.0
// Owning handles on SQLite: a database and a statement. The one door to sqlite3; store/database.h
// is what the rest of the store uses.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "store/store.h"

struct sqlite3;
struct sqlite3_stmt;

namespace tally {

// A prepared statement. Parameters are put and columns taken one after the other, so that a row is
// written and read by two functions that mirror each other. Must not outlive its SqliteDatabase.
class SqliteStatement {
 public:
  // The next parameter. Text is copied.
  void put(std::string_view text);
  // The same without copying: the text must stay where it is until run() or reset().
  void put_view(std::string_view text);
  void put(double number);
  void put_integer(std::int64_t number);
  void put_null();

  // The next row; false when there is none. Throws Error.
  bool step();
  // Runs a statement that yields no row and makes it ready for the next parameters.
  void run();
  // Ready for the next parameters; the columns of the last row are gone.
  void reset();

  // The next column of the current row. NULL reads as 0 or "".
  std::string take_text();
  double take_real();
  std::int64_t take_integer();
  bool next_is_null() const;

  // --- for queries whose shape is not known
  std::vector<std::string> column_names() const;
  std::vector<Cell> cells() const;
  // Names of the parameters without their sign, "" for a nameless one.
  std::vector<std::string> parameter_names() const;

 private:
  friend class SqliteDatabase;
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const;
  };
  SqliteStatement(sqlite3* database, sqlite3_stmt* statement, std::string place);
  void check(int code) const;

  sqlite3* database_;
  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
  std::string place_;  // for messages
  int parameter_ = 0;  // the last one put
  int column_ = 0;     // the next one to take
};

// An open database. Throws Error from every member, with the file's name.
class SqliteDatabase {
 public:
  // `path` may be ":memory:". With Access::write the file is made when it is missing.
  SqliteDatabase(const std::string& path, Access access);

  // Runs statements that yield nothing of interest, separated by semicolons.
  void run(const std::string& sql);
  SqliteStatement prepare(std::string_view sql);
  // A single statement from a user: a message about it carries the SQL with a caret. With
  // Access::read an authorizer lets it read and nothing else.
  SqliteStatement prepare_query(const std::string& sql, Access access);
  std::int64_t last_id();
  void begin();  // a transaction that no other writer can come before
  bool has_table(std::string_view name);

  const std::string& path() const { return path_; }

 private:
  struct Close {
    void operator()(sqlite3* database) const;
  };
  void check(int code) const;

  std::string path_;
  std::unique_ptr<sqlite3, Close> database_;
};

}  // namespace tally
