// SPDX-License-Identifier: Apache-2.0
// A connection to a PostgreSQL server: statements out, rows in. The one door to libpq, and where
// tally is built without it, a closed one.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tally {

// What a column holds, as far as it matters to who shows it.
enum class ColumnType { text, integer, real, truth };

// The rows of a statement, as the server writes them, one field after the other.
struct PostgresRows {
  struct Field {
    std::size_t begin = 0;  // in `bytes`
    std::size_t size = 0;
    bool is_null = true;
  };
  std::vector<std::string> names;  // of the columns
  std::vector<ColumnType> types;
  std::string bytes;
  std::vector<Field> fields;

  std::size_t row_count() const { return names.empty() ? 0 : fields.size() / names.size(); }
  const Field& at(std::size_t row, std::size_t column) const {
    return fields[row * names.size() + column];
  }
  std::string_view text_of(const Field& field) const {
    return std::string_view(bytes).substr(field.begin, field.size);
  }
};

using PostgresParameters = std::vector<std::optional<std::string>>;

// Every member throws Error with the database's shown name and the server's own words.
class PostgresClient {
 public:
  // Connects. `shown` stands for the address in messages, which never hold the address itself.
  PostgresClient(const std::string& address, std::string shown);
  ~PostgresClient();
  PostgresClient(PostgresClient&&) noexcept;
  PostgresClient& operator=(PostgresClient&&) noexcept;

  // Runs statements without parameters, separated by semicolons; what they yield is dropped.
  void run(const std::string& sql);
  // Has the server parse a statement with parameters $1, $2 … Gives its name; the same SQL has the
  // same one.
  std::string prepare(const std::string& sql);
  // Runs what was prepared. Parameters are sent beside the statement, never within it.
  PostgresRows rows_of(const std::string& prepared, const PostgresParameters& parameters);
  // The same without waiting; a fault comes with the next member called. What it yields is dropped.
  void send(const std::string& prepared, const PostgresParameters& parameters);

  // A single statement from a user, with its parameters. A message carries the SQL with a caret
  // where the server tells the place.
  PostgresRows rows_of_query(const std::string& sql, const PostgresParameters& parameters);

  const std::string& shown() const { return shown_; }

 private:
  struct State;

  std::string shown_;
  std::unique_ptr<State> state_;
};

}  // namespace tally
