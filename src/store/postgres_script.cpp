// SPDX-License-Identifier: Apache-2.0
#include "store/postgres_script.h"

#include <algorithm>
#include <cassert>
#include <string>
#include <variant>
#include <vector>

#include <fmt/format.h>

#include "base/error.h"
#include "store/database.h"
#include "store/postgres_schema.h"
#include "store/postgres_text.h"

namespace tally {
namespace {

std::vector<std::string> texts_of(Statement statement) {
  std::vector<std::string> texts;
  while (statement.step()) {
    texts.push_back(statement.take_text());
  }
  return texts;
}

// Whether rows of the table refer to rows of one of the others.
bool refers_to(Database& database,
               const std::string& table,
               const std::vector<std::string>& others) {
  Statement references = database.prepare("SELECT \"table\" FROM pragma_foreign_key_list(?)");
  references.put(table);
  const std::vector<std::string> named = texts_of(std::move(references));
  return std::find_first_of(named.begin(), named.end(), others.begin(), others.end()) !=
         named.end();
}

// Without the tables of the full-text index. What rows refer to comes before them; no table refers
// to itself, and none in a circle.
std::vector<std::string> tables_of(Database& database) {
  std::vector<std::string> left =
      texts_of(database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'"
                                " AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'sentence_fts%'"
                                " ORDER BY rowid"));
  std::vector<std::string> ordered;
  while (!left.empty()) {
    const auto next = std::find_if(left.begin(), left.end(), [&](const std::string& table) {
      return !refers_to(database, table, left);
    });
    assert(next != left.end());
    ordered.push_back(std::move(*next));
    left.erase(next);
  }
  return ordered;
}

// Those that hold something of their own: a generated column is computed again.
std::vector<std::string> columns_of(Database& database, const std::string& table) {
  Statement columns =
      database.prepare("SELECT name FROM pragma_table_xinfo(?) WHERE hidden = 0 ORDER BY cid");
  columns.put(table);
  return texts_of(std::move(columns));
}

std::string joined(const std::vector<std::string>& names) {
  std::string out;
  for (const std::string& name : names) {
    out += fmt::format("{}\"{}\"", out.empty() ? "" : ", ", name);
  }
  return out;
}

// A text as a field of COPY.
std::string escaped(const std::string& text) {
  std::string out;
  for (const char c : storable(text)) {
    switch (c) {
      case '\\':
        out += "\\\\";
        break;
      case '\n':
        out += "\\n";
        break;
      case '\r':
        out += "\\r";
        break;
      case '\t':
        out += "\\t";
        break;
      default:
        out += c;
    }
  }
  return out;
}

std::string field_of(const Cell& cell) {
  if (const auto* integer = std::get_if<std::int64_t>(&cell)) {
    return fmt::format("{}", *integer);
  }
  if (const auto* real = std::get_if<double>(&cell)) {
    return fmt::format("{}", *real);
  }
  if (const auto* text = std::get_if<std::string>(&cell)) {
    return escaped(*text);
  }
  return "\\N";
}

void write_rows(Database& database,
                const std::string& table,
                const std::function<void(std::string_view)>& sink) {
  const std::vector<std::string> columns = columns_of(database, table);
  Statement rows = database.prepare(fmt::format(
      "SELECT {} FROM \"{}\" ORDER BY \"{}\"", joined(columns), table, columns.front()));
  sink(fmt::format("COPY \"{}\" ({}) FROM stdin;\n", table, joined(columns)));
  while (rows.step()) {
    std::string line;
    for (const Cell& cell : rows.cells()) {
      line += field_of(cell);
      line += '\t';
    }
    line.back() = '\n';
    sink(line);
  }
  sink("\\.\n");
  if (columns.front() == "id") {
    sink(fmt::format(
        "ALTER TABLE \"{}\" ALTER COLUMN id RESTART WITH {};\n",
        table,
        database.integer_of(fmt::format("SELECT coalesce(max(id), 0) + 1 FROM \"{}\"", table))));
  }
}

}  // namespace

void write_postgres_script(Database& database, const std::function<void(std::string_view)>& sink) {
  if (database.server() != nullptr) {
    throw Error(fmt::format("{}: is on a PostgreSQL server already; pg_dump writes it as a script",
                            database.path()));
  }
  sink("\\set ON_ERROR_STOP on\nSET client_encoding = 'UTF8';\nBEGIN;\n");
  sink(postgres_tables_sql());
  for (const std::string& table : tables_of(database)) {
    write_rows(database, table, sink);
  }
  sink(postgres_views_sql());
  sink("COMMIT;\n");
}

}  // namespace tally
