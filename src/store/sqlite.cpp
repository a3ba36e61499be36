// SPDX-License-Identifier: Apache-2.0
#include "store/sqlite.h"

#include <limits>
#include <utility>
#include <variant>

#include <fmt/format.h>
#include <sqlite3.h>

#include "base/error.h"
#include "store/caret.h"
#include "store/pragmas.h"

namespace tally {
namespace {

constexpr int k_busy_timeout_ms = 5000;
// Pages are kept as they are needed. The default of 2 MiB does not hold the index on values of a
// hundred thousand claims, and each new one falls on another page.
constexpr int k_cache_kib = 256 * 1024;

// What a user can do about a failure; SQLite's own words where they say enough.
std::string reason_of(sqlite3* database, int code) {
  if (sqlite3_extended_errcode(database) == SQLITE_READONLY_ROLLBACK) {
    return "a writer was interrupted, and what it left can only be undone where the database may "
           "be "
           "written: open it there once";
  }
  switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return "another program is writing to the database; try again when it is done";
    case SQLITE_NOTADB:
      return "the file is no database; name another file with --db";
    case SQLITE_CORRUPT:
      return "the database is damaged; restore it from a copy, or add the sources to a new one";
    case SQLITE_FULL:
      return "the disk is full; nothing was changed";
    case SQLITE_IOERR:
      return "the disk cannot be read or written; nothing was changed";
    case SQLITE_READONLY:
    case SQLITE_PERM:
      return "the database cannot be written; check the permissions of the file and its directory";
    default:
      break;
  }
  const std::string_view message = sqlite3_errmsg(database);
  return message.starts_with("too many attached")
             ? "a statement may not reach other files: no VACUUM"
             : std::string(message);
}

std::string fault_in(sqlite3* database, const std::string& sql) {
  const int offset = sqlite3_error_offset(database);
  const std::string message = fmt::format("SQL: {}", sqlite3_errmsg(database));
  return offset < 0
             ? message
             : fmt::format("{}\n{}", message, with_caret(sql, static_cast<std::size_t>(offset)));
}

// SQLite asks this about every action of a statement while it is prepared; it chose the parameters.
// NOLINTNEXTLINE(readability-function-size)
int reading_only(
    void*, int action, const char* first, const char* second, const char*, const char*) {
  switch (action) {
    case SQLITE_SELECT:
    case SQLITE_READ:
    case SQLITE_RECURSIVE:
      return SQLITE_OK;
    case SQLITE_FUNCTION:
      return std::string_view(second) == "load_extension" ? SQLITE_DENY : SQLITE_OK;
    case SQLITE_PRAGMA:
      return is_reading_pragma(first, second != nullptr) ? SQLITE_OK : SQLITE_DENY;
    default:
      return SQLITE_DENY;
  }
}

// The same for a statement that may change the database: it reaches no other file.
// NOLINTNEXTLINE(readability-function-size)
int this_file_only(void*, int action, const char*, const char* second, const char*, const char*) {
  const bool is_extension =
      action == SQLITE_FUNCTION && std::string_view(second) == "load_extension";
  const bool is_attach = action == SQLITE_ATTACH || action == SQLITE_DETACH;
  return is_extension || is_attach ? SQLITE_DENY : SQLITE_OK;
}

std::string hexadecimal(const unsigned char* bytes, int size) {
  std::string out = "x'";
  for (int i = 0; i < size; ++i) {
    out += fmt::format("{:02x}", bytes[i]);
  }
  return out + "'";
}

std::string text_at(sqlite3_stmt* statement, int column) {
  const auto* bytes = sqlite3_column_text(statement, column);
  const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement, column));
  return bytes == nullptr ? std::string{} : std::string(reinterpret_cast<const char*>(bytes), size);
}

Cell cell_at(sqlite3_stmt* statement, int column) {
  switch (sqlite3_column_type(statement, column)) {
    case SQLITE_NULL:
      return std::monostate{};
    case SQLITE_INTEGER:
      return sqlite3_column_int64(statement, column);
    case SQLITE_FLOAT:
      return sqlite3_column_double(statement, column);
    case SQLITE_BLOB:
      return hexadecimal(static_cast<const unsigned char*>(sqlite3_column_blob(statement, column)),
                         sqlite3_column_bytes(statement, column));
    default:
      return text_at(statement, column);
  }
}

}  // namespace

std::string sqlite_version() { return sqlite3_libversion(); }

// --- SqliteStatement

SqliteStatement::SqliteStatement(sqlite3* database, sqlite3_stmt* statement, std::string place)
    : database_(database), statement_(statement), place_(std::move(place)) {}

void SqliteStatement::Finalize::operator()(sqlite3_stmt* statement) const {
  sqlite3_finalize(statement);
}

void SqliteStatement::check(int code) const {
  if (code != SQLITE_OK && code != SQLITE_ROW && code != SQLITE_DONE) {
    throw Error(fmt::format("{}: {}", place_, reason_of(database_, code)));
  }
}

void SqliteStatement::put(std::string_view text) {
  // A null pointer would bind NULL, and an empty view may hold one.
  const char* bytes = text.data() == nullptr ? "" : text.data();
  check(sqlite3_bind_text64(
      statement_.get(), ++parameter_, bytes, text.size(), SQLITE_TRANSIENT, SQLITE_UTF8));
}

void SqliteStatement::put_view(std::string_view text) {
  const char* bytes = text.data() == nullptr ? "" : text.data();
  check(sqlite3_bind_text64(
      statement_.get(), ++parameter_, bytes, text.size(), SQLITE_STATIC, SQLITE_UTF8));
}

void SqliteStatement::put(double number) {
  check(sqlite3_bind_double(statement_.get(), ++parameter_, number));
}

void SqliteStatement::put_integer(std::int64_t number) {
  check(sqlite3_bind_int64(statement_.get(), ++parameter_, number));
}

void SqliteStatement::put_null() { check(sqlite3_bind_null(statement_.get(), ++parameter_)); }

bool SqliteStatement::step() {
  const int code = sqlite3_step(statement_.get());
  check(code);
  column_ = 0;
  return code == SQLITE_ROW;
}

void SqliteStatement::run() {
  while (step()) {
  }
  reset();
}

void SqliteStatement::reset() {
  sqlite3_reset(statement_.get());
  sqlite3_clear_bindings(statement_.get());
  parameter_ = 0;
  column_ = 0;
}

std::string SqliteStatement::take_text() { return text_at(statement_.get(), column_++); }

double SqliteStatement::take_real() { return sqlite3_column_double(statement_.get(), column_++); }

std::int64_t SqliteStatement::take_integer() {
  return sqlite3_column_int64(statement_.get(), column_++);
}

bool SqliteStatement::next_is_null() const {
  return sqlite3_column_type(statement_.get(), column_) == SQLITE_NULL;
}

std::vector<std::string> SqliteStatement::column_names() const {
  const int count = sqlite3_column_count(statement_.get());
  std::vector<std::string> names;
  names.reserve(static_cast<std::size_t>(count));
  for (int i = 0; i < count; ++i) {
    names.emplace_back(sqlite3_column_name(statement_.get(), i));
  }
  return names;
}

std::vector<Cell> SqliteStatement::cells() const {
  const int count = sqlite3_column_count(statement_.get());
  std::vector<Cell> row;
  row.reserve(static_cast<std::size_t>(count));
  for (int i = 0; i < count; ++i) {
    row.push_back(cell_at(statement_.get(), i));
  }
  return row;
}

std::vector<std::string> SqliteStatement::parameter_names() const {
  std::vector<std::string> names;
  const int count = sqlite3_bind_parameter_count(statement_.get());
  names.reserve(static_cast<std::size_t>(count));
  for (int i = 1; i <= count; ++i) {
    const char* name = sqlite3_bind_parameter_name(statement_.get(), i);
    names.emplace_back(name == nullptr ? "" : name + 1);
  }
  return names;
}

// --- SqliteDatabase

SqliteDatabase::SqliteDatabase(const std::string& path, Access access) : path_(path) {
  sqlite3* handle = nullptr;
  const int writing = SQLITE_OPEN_READWRITE | (access == Access::write ? SQLITE_OPEN_CREATE : 0);
  // One thread at a time uses a connection, so SQLite need not lock it at each call.
  const int flags = SQLITE_OPEN_NOMUTEX | (access == Access::read ? SQLITE_OPEN_READONLY : writing);
  const int code = sqlite3_open_v2(path.c_str(), &handle, flags, nullptr);
  database_.reset(handle);
  if (code != SQLITE_OK) {
    throw Error(fmt::format("{}: cannot be opened as a database: {}",
                            path,
                            handle == nullptr ? "out of memory" : sqlite3_errmsg(handle)));
  }
  sqlite3_busy_timeout(handle, k_busy_timeout_ms);
  // No statement reaches another file: VACUUM INTO would, past every authorizer.
  sqlite3_limit(handle, SQLITE_LIMIT_ATTACHED, 0);
  // A database from a stranger may hold a schema made to do harm.
  sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  run(fmt::format("PRAGMA cache_size = -{}", k_cache_kib));
}

void SqliteDatabase::Close::operator()(sqlite3* database) const { sqlite3_close_v2(database); }

void SqliteDatabase::check(int code) const {
  if (code != SQLITE_OK) {
    throw Error(fmt::format("{}: {}", path_, reason_of(database_.get(), code)));
  }
}

void SqliteDatabase::run(const std::string& sql) {
  check(sqlite3_exec(database_.get(), sql.c_str(), nullptr, nullptr, nullptr));
}

SqliteStatement SqliteDatabase::prepare(std::string_view sql) {
  sqlite3_stmt* statement = nullptr;
  check(sqlite3_prepare_v2(
      database_.get(), sql.data(), static_cast<int>(sql.size()), &statement, nullptr));
  return SqliteStatement(database_.get(), statement, path_);
}

SqliteStatement SqliteDatabase::prepare_query(const std::string& sql, Access access) {
  if (sql.size() > static_cast<std::size_t>(std::numeric_limits<int>::max())) {
    throw Error("SQL: the statement is too long");
  }
  sqlite3_stmt* statement = nullptr;
  const char* rest = nullptr;
  // A virtual table that is met for the first time writes into its own copy of the schema, which
  // the authorizer would take for a change: let them all be met now. One of an unknown module fails
  // here and, by name, in the statement that uses it.
  sqlite3_exec(database_.get(),
               "SELECT count(*) FROM sqlite_schema s JOIN pragma_table_info(s.name)"
               " WHERE s.type = 'table' AND s.rootpage = 0",
               nullptr,
               nullptr,
               nullptr);
  sqlite3_set_authorizer(
      database_.get(), access == Access::read ? reading_only : this_file_only, nullptr);
  const int code = sqlite3_prepare_v2(
      database_.get(), sql.c_str(), static_cast<int>(sql.size()), &statement, &rest);
  sqlite3_set_authorizer(database_.get(), nullptr, nullptr);
  SqliteStatement prepared(database_.get(), statement, path_);
  // The authorizer is not asked about VACUUM.
  const bool changes = statement != nullptr && sqlite3_stmt_readonly(statement) == 0;
  if ((code & 0xff) == SQLITE_AUTH && access != Access::read) {
    throw Error("SQL: a statement may not reach other files: no ATTACH and no extensions");
  }
  if ((code & 0xff) == SQLITE_AUTH || (access == Access::read && changes)) {
    throw Error("SQL: a query may only read; `tally sql --write` allows changes");
  }
  if (code != SQLITE_OK) {
    throw Error(fault_in(database_.get(), sql));
  }
  if (statement == nullptr) {
    throw Error("SQL: there is no statement");
  }
  if (const auto next = std::string_view(rest).find_first_not_of(" \t\r\n;");
      next != std::string_view::npos) {
    const auto at = static_cast<std::size_t>(rest - sql.c_str()) + next;
    throw Error(fmt::format("SQL: one statement at a time\n{}", with_caret(sql, at)));
  }
  return prepared;
}

std::int64_t SqliteDatabase::last_id() { return sqlite3_last_insert_rowid(database_.get()); }

void SqliteDatabase::begin() { run("BEGIN IMMEDIATE"); }

bool SqliteDatabase::has_table(std::string_view name) {
  SqliteStatement tables = prepare("SELECT 1 FROM sqlite_schema WHERE name = ?");
  tables.put(name);
  return tables.step();
}

}  // namespace tally
