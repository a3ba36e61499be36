// SPDX-License-Identifier: Apache-2.0
#include "store/database.h"

#include <utility>

#include "store/address.h"

namespace tally {
namespace {

std::variant<SqliteDatabase, PostgresDatabase> opened(const std::string& path, Access access) {
  if (is_server_address(path)) {
    return PostgresDatabase(path, access);
  }
  return SqliteDatabase(path, access);
}

}  // namespace

Statement& Statement::put(std::string_view text) {
  std::visit([text](auto& held) { held.put(text); }, held_);
  return *this;
}

Statement& Statement::put_view(std::string_view text) {
  std::visit([text](auto& held) { held.put_view(text); }, held_);
  return *this;
}

Statement& Statement::put(double number) {
  std::visit([number](auto& held) { held.put(number); }, held_);
  return *this;
}

Statement& Statement::put_integer(std::int64_t number) {
  std::visit([number](auto& held) { held.put_integer(number); }, held_);
  return *this;
}

Statement& Statement::put(std::optional<double> number) {
  return number ? put(*number) : put_null();
}

Statement& Statement::put_cell(const Cell& cell) {
  if (const auto* integer = std::get_if<std::int64_t>(&cell)) {
    return put_integer(*integer);
  }
  if (const auto* real = std::get_if<double>(&cell)) {
    return put(*real);
  }
  if (const auto* text = std::get_if<std::string>(&cell)) {
    return put(std::string_view(*text));
  }
  return put_null();
}

Statement& Statement::put_null() {
  std::visit([](auto& held) { held.put_null(); }, held_);
  return *this;
}

bool Statement::step() {
  return std::visit([](auto& held) { return held.step(); }, held_);
}

void Statement::run() {
  std::visit([](auto& held) { held.run(); }, held_);
}

void Statement::reset() {
  std::visit([](auto& held) { held.reset(); }, held_);
}

std::string Statement::take_text() {
  return std::visit([](auto& held) { return held.take_text(); }, held_);
}

double Statement::take_real() {
  return std::visit([](auto& held) { return held.take_real(); }, held_);
}

std::int64_t Statement::take_integer() {
  return std::visit([](auto& held) { return held.take_integer(); }, held_);
}

std::optional<double> Statement::take_optional_real() {
  const bool is_absent = next_is_null();
  const double number = take_real();
  return is_absent ? std::nullopt : std::optional<double>(number);
}

bool Statement::next_is_null() const {
  return std::visit([](const auto& held) { return held.next_is_null(); }, held_);
}

std::vector<std::string> Statement::column_names() const {
  return std::visit([](const auto& held) { return held.column_names(); }, held_);
}

std::vector<Cell> Statement::cells() const {
  return std::visit([](const auto& held) { return held.cells(); }, held_);
}

std::vector<std::string> Statement::parameter_names() const {
  return std::visit([](const auto& held) { return held.parameter_names(); }, held_);
}

Database::Database(const std::string& path, Access access) : held_(opened(path, access)) {}

void Database::run(const std::string& sql) {
  std::visit([&sql](auto& held) { held.run(sql); }, held_);
}

Statement Database::prepare(std::string_view sql) {
  return Statement(
      std::visit([sql](auto& held) { return Statement::Held(held.prepare(sql)); }, held_));
}

Statement Database::prepare_query(const std::string& sql, Access access) {
  return Statement(std::visit(
      [&](auto& held) { return Statement::Held(held.prepare_query(sql, access)); }, held_));
}

std::int64_t Database::integer_of(std::string_view sql) {
  Statement statement = prepare(sql);
  return statement.step() ? statement.take_integer() : 0;
}

std::string Database::text_of(std::string_view sql) {
  Statement statement = prepare(sql);
  return statement.step() ? statement.take_text() : std::string{};
}

std::int64_t Database::last_id() {
  return std::visit([](auto& held) { return held.last_id(); }, held_);
}

void Database::begin() {
  std::visit([](auto& held) { held.begin(); }, held_);
}

bool Database::has_table(std::string_view name) {
  return std::visit([name](auto& held) { return held.has_table(name); }, held_);
}

const std::string& Database::path() const {
  return std::visit([](const auto& held) -> const std::string& { return held.path(); }, held_);
}

}  // namespace tally
