// SPDX-License-Identifier: Apache-2.0
#include "store/postgres.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include <fmt/format.h>

#include "store/address.h"

namespace tally {
namespace {

// "tlly": the lock that one writer of claims holds until its transaction ends.
constexpr int k_writer_lock = 0x746c6c79;
constexpr std::string_view k_lock_timeout = "60s";

template <typename Number>
Number number_in(std::string_view text) {
  Number number{};
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

bool is_name_start(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }

bool is_name_part(char c) { return is_name_start(c) || (c >= '0' && c <= '9'); }

// The end of the quote, comment or cast that begins at `at`; `at` where none does.
std::size_t end_of_opaque(std::string_view sql, std::size_t at) {
  const auto behind = [&](std::string_view end, std::size_t from) {
    const std::size_t found = sql.find(end, from);
    return found == std::string_view::npos ? sql.size() : found + end.size();
  };
  const std::string_view rest = sql.substr(at);
  if (rest.starts_with("--")) {
    return behind("\n", at);
  }
  if (rest.starts_with("/*")) {
    return behind("*/", at + 2);
  }
  if (rest.starts_with("::")) {
    return at + 2;
  }
  if (rest.starts_with('\'') || rest.starts_with('"')) {
    return behind(rest.substr(0, 1), at + 1);  // a doubled quote opens again at once
  }
  return at;
}

Cell cell_of(const PostgresRows& rows, std::size_t row, std::size_t column) {
  const PostgresRows::Field& field = rows.at(row, column);
  if (field.is_null) {
    return std::monostate{};
  }
  const std::string_view text = rows.text_of(field);
  switch (rows.types[column]) {
    case ColumnType::integer:
      return number_in<std::int64_t>(text);
    case ColumnType::real:
      return number_in<double>(text);
    case ColumnType::truth:
      return std::int64_t{text == "t" ? 1 : 0};
    case ColumnType::text:
      break;
  }
  return std::string(text);
}

}  // namespace

std::string with_numbered_parameters(std::string_view sql, std::vector<std::string>& names) {
  std::string out;
  std::size_t count = 0;
  for (std::size_t at = 0; at < sql.size();) {
    const std::size_t opaque = end_of_opaque(sql, at);
    if (opaque > at) {
      out += sql.substr(at, opaque - at);
      at = opaque;
    } else if (sql[at] == '?') {
      out += fmt::format("${}", ++count);
      ++at;
    } else if (sql[at] == ':' && at + 1 < sql.size() && is_name_start(sql[at + 1])) {
      const auto end = std::find_if_not(
          sql.begin() + static_cast<std::ptrdiff_t>(at) + 1, sql.end(), is_name_part);
      const std::string name(sql.begin() + static_cast<std::ptrdiff_t>(at) + 1, end);
      const auto known = std::find(names.begin(), names.end(), name);
      out += fmt::format("${}", known - names.begin() + 1);
      if (known == names.end()) {
        names.push_back(name);
      }
      at = static_cast<std::size_t>(end - sql.begin());
    } else {
      out += sql[at++];
    }
  }
  return out;
}

// --- PostgresStatement

void PostgresStatement::put(std::string_view text) { parameters_.emplace_back(text); }

void PostgresStatement::put(double number) { parameters_.emplace_back(fmt::format("{}", number)); }

void PostgresStatement::put_integer(std::int64_t number) {
  parameters_.emplace_back(fmt::format("{}", number));
}

void PostgresStatement::put_null() { parameters_.emplace_back(std::nullopt); }

bool PostgresStatement::step() {
  if (is_asked_) {
    ++row_;
  } else {
    rows_ = prepared_.empty() ? client_->rows_of_query(query_, parameters_)
                              : client_->rows_of(prepared_, parameters_);
    is_asked_ = true;
    row_ = 0;
  }
  column_ = 0;
  return row_ < rows_.row_count();
}

void PostgresStatement::run() {
  if (!is_asked_) {
    client_->send(prepared_, parameters_);
  }
  reset();
}

void PostgresStatement::reset() {
  parameters_.clear();
  rows_ = {};
  is_asked_ = false;
}

std::string_view PostgresStatement::take() {
  const std::size_t column = column_++;
  return rows_.text_of(rows_.at(row_, column));
}

std::string PostgresStatement::take_text() { return std::string(take()); }

double PostgresStatement::take_real() { return number_in<double>(take()); }

std::int64_t PostgresStatement::take_integer() { return number_in<std::int64_t>(take()); }

bool PostgresStatement::next_is_null() const { return rows_.at(row_, column_).is_null; }

std::vector<std::string> PostgresStatement::column_names() const { return rows_.names; }

std::vector<Cell> PostgresStatement::cells() const {
  std::vector<Cell> row;
  for (std::size_t column = 0; column < rows_.names.size(); ++column) {
    row.push_back(cell_of(rows_, row_, column));
  }
  return row;
}

// --- PostgresDatabase

PostgresDatabase::PostgresDatabase(const std::string& address, Access access)
    : client_(std::make_unique<PostgresClient>(address, shown_address(address))) {
  // Who only reads sees one state of the database from here on, and the server refuses changes.
  run(access == Access::read ? "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
                             : fmt::format("SET lock_timeout = '{}'", k_lock_timeout));
}

void PostgresDatabase::run(const std::string& sql) { client_->run(sql); }

PostgresStatement PostgresDatabase::prepare(std::string_view sql) {
  std::vector<std::string> unused;
  return {*client_, client_->prepare(with_numbered_parameters(sql, unused)), {}};
}

PostgresStatement PostgresDatabase::prepare_query(const std::string& sql, Access) {
  std::vector<std::string> names;
  PostgresStatement statement(*client_, {}, with_numbered_parameters(sql, names));
  statement.names_ = std::move(names);
  return statement;
}

std::int64_t PostgresDatabase::last_id() {
  PostgresStatement last = prepare("SELECT lastval()");
  return last.step() ? last.take_integer() : 0;
}

void PostgresDatabase::begin() {
  run(fmt::format("BEGIN; SELECT pg_advisory_xact_lock({})", k_writer_lock));
}

bool PostgresDatabase::has_table(std::string_view name) {
  PostgresStatement table = prepare("SELECT to_regclass(?) IS NOT NULL");
  table.put(name);
  return table.step() && table.take_text() == "t";
}

std::string PostgresDatabase::version() {
  PostgresStatement version = prepare("SHOW server_version");
  return version.step() ? version.take_text() : std::string();
}

}  // namespace tally
