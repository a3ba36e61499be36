// SPDX-License-Identifier: Apache-2.0
#include "store/postgres_client.h"

#include <libpq-fe.h>

#include <array>
#include <map>
#include <utility>

#include <fmt/format.h>

#include "base/error.h"
#include "base/text.h"
#include "store/address.h"
#include "store/caret.h"
#include "store/postgres_text.h"
#include "store/store.h"

namespace tally {
namespace {

// Statements under way before their outcome is fetched: enough to hide the way to the server, few
// enough that what it answers fits the buffers of the connection.
constexpr std::size_t k_most_under_way = 256;

// Oids of pg_type that are fixed for all servers (catalog/pg_type.dat).
constexpr Oid k_bool = 16;
constexpr Oid k_int8 = 20;
constexpr Oid k_int2 = 21;
constexpr Oid k_int4 = 23;
constexpr Oid k_float4 = 700;
constexpr Oid k_float8 = 701;
constexpr Oid k_numeric = 1700;

ColumnType type_of(Oid oid) {
  switch (oid) {
    case k_bool:
      return ColumnType::truth;
    case k_int2:
    case k_int4:
    case k_int8:
      return ColumnType::integer;
    case k_float4:
    case k_float8:
    case k_numeric:
      return ColumnType::real;
    default:
      return ColumnType::text;
  }
}

struct Clear {
  void operator()(PGresult* result) const { PQclear(result); }
};
using Result = std::unique_ptr<PGresult, Clear>;

bool is_fault(const PGresult* result) {
  switch (PQresultStatus(result)) {
    case PGRES_COMMAND_OK:
    case PGRES_TUPLES_OK:
    case PGRES_EMPTY_QUERY:
    case PGRES_PIPELINE_SYNC:
      return false;
    default:
      return true;
  }
}

PostgresRows rows_in(const PGresult* result) {
  PostgresRows rows;
  const int columns = PQnfields(result);
  for (int column = 0; column < columns; ++column) {
    rows.names.emplace_back(PQfname(result, column));
    rows.types.push_back(type_of(PQftype(result, column)));
  }
  const int count = PQntuples(result);
  rows.fields.reserve(static_cast<std::size_t>(count) * rows.names.size());
  for (int row = 0; row < count; ++row) {
    for (int column = 0; column < columns; ++column) {
      const auto size = static_cast<std::size_t>(PQgetlength(result, row, column));
      rows.fields.push_back({rows.bytes.size(), size, PQgetisnull(result, row, column) != 0});
      rows.bytes.append(PQgetvalue(result, row, column), size);
    }
  }
  return rows;
}

// Parameters as libpq takes them: pointers into strings that live as long as this does.
class Values {
 public:
  explicit Values(const PostgresParameters& parameters) {
    for (const auto& parameter : parameters) {
      texts_.push_back(parameter ? storable(*parameter) : std::string());
    }
    for (std::size_t i = 0; i < parameters.size(); ++i) {
      pointers_.push_back(parameters[i] ? texts_[i].c_str() : nullptr);
    }
  }
  int count() const { return static_cast<int>(pointers_.size()); }
  const char* const* data() const { return pointers_.data(); }

 private:
  std::vector<std::string> texts_;
  std::vector<const char*> pointers_;
};

std::string field_of(const PGresult* result, int code) {
  const char* text = PQresultErrorField(result, code);
  return text == nullptr ? std::string() : std::string(text);
}

// The byte of the code point that the server counts, from 1.
std::size_t byte_of(std::string_view sql, std::size_t code_point) {
  std::size_t at = 0;
  for (std::size_t i = 1; i < code_point && at < sql.size(); ++i) {
    at += code_point_at(sql, at).length;
  }
  return at;
}

std::string fault_in(const PGresult* result, const std::string& sql) {
  const std::string words = field_of(result, PG_DIAG_MESSAGE_PRIMARY);
  const std::string position = field_of(result, PG_DIAG_STATEMENT_POSITION);
  if (position.empty()) {
    return fmt::format("SQL: {}", words);
  }
  return fmt::format("SQL: {}\n{}", words, with_caret(sql, byte_of(sql, std::stoul(position))));
}

}  // namespace

struct PostgresClient::State {
  struct Finish {
    void operator()(PGconn* open) const { PQfinish(open); }
  };
  std::unique_ptr<PGconn, Finish> connection;
  std::map<std::string, std::string> names;  // of prepared statements, by their SQL
  std::size_t under_way = 0;                 // sent, and not yet fetched

  PGconn* get() const { return connection.get(); }
};

namespace {

[[noreturn]] void fail(const std::string& shown, const PGconn* connection, const PGresult* result) {
  std::string words = result == nullptr ? "" : field_of(result, PG_DIAG_MESSAGE_PRIMARY);
  const std::string code = result == nullptr ? "" : field_of(result, PG_DIAG_SQLSTATE);
  if (code == "55P03") {  // lock_not_available
    words = "another program is writing to the database; try again when it is done";
  } else if (code == "25006") {  // read_only_sql_transaction
    words = "a query may only read; `tally sql --write` allows changes";
  } else if (words.empty()) {
    words = squeezed(trimmed(PQerrorMessage(connection)));
  }
  throw Error(fmt::format("{}: {}", shown, words));
}

}  // namespace

bool has_postgres() { return true; }

PostgresClient::PostgresClient(const std::string& address, std::string shown)
    : shown_(std::move(shown)), state_(std::make_unique<State>()) {
  // What libpq says of an address that it cannot read may quote it, password and all.
  char* unread = nullptr;
  PQconninfoOption* parts = PQconninfoParse(address.c_str(), &unread);
  PQfreemem(unread);
  PQconninfoFree(parts);
  if (parts == nullptr || !is_plain_address(address)) {
    throw Error(fmt::format(
        "{}: the address is not understood; write it as postgresql://host/database, with special "
        "characters as %40, and leave the password to ~/.pgpass or PGPASSWORD",
        shown_));
  }
  const std::array<const char*, 4> names = {
      "dbname", "client_encoding", "fallback_application_name", nullptr};
  const std::array<const char*, 4> values = {address.c_str(), "UTF8", "tally", nullptr};
  state_->connection.reset(PQconnectdbParams(names.data(), values.data(), 1));
  if (PQstatus(state_->get()) != CONNECTION_OK) {
    fail(shown_, state_->get(), nullptr);
  }
  PQsetNoticeProcessor(
      state_->get(), [](void*, const char*) {}, nullptr);
  PQenterPipelineMode(state_->get());
}

PostgresClient::~PostgresClient() = default;
PostgresClient::PostgresClient(PostgresClient&&) noexcept = default;
PostgresClient& PostgresClient::operator=(PostgresClient&&) noexcept = default;

namespace {

// Fetches the outcome of all that is under way; gives that of the last statement. The first fault
// is told: the server passes over what was sent after it.
Result fetched(PGconn* connection, std::size_t& under_way, const std::string& shown) {
  if (under_way == 0) {
    return nullptr;
  }
  const auto wait = [&] { return Result(PQgetResult(connection)); };
  if (PQpipelineSync(connection) != 1) {
    fail(shown, connection, nullptr);
  }
  Result last;
  Result fault;
  for (; under_way > 0; --under_way) {
    last = wait();
    if (!fault && is_fault(last.get())) {
      fault = std::move(last);
    }
    while (wait()) {
    }
  }
  const Result sync = wait();
  if (!sync && !fault) {
    fail(shown, connection, nullptr);
  }
  if (fault) {
    fail(shown, connection, fault.get());
  }
  return last;
}

}  // namespace

void PostgresClient::send(const std::string& prepared, const PostgresParameters& parameters) {
  const Values values(parameters);
  if (PQsendQueryPrepared(
          state_->get(), prepared.c_str(), values.count(), values.data(), nullptr, nullptr, 0) !=
      1) {
    fail(shown_, state_->get(), nullptr);
  }
  if (++state_->under_way >= k_most_under_way) {
    fetched(state_->get(), state_->under_way, shown_);
  }
}

PostgresRows PostgresClient::rows_of(const std::string& prepared,
                                     const PostgresParameters& parameters) {
  fetched(state_->get(), state_->under_way, shown_);
  send(prepared, parameters);
  const Result result = fetched(state_->get(), state_->under_way, shown_);
  return rows_in(result.get());
}

std::string PostgresClient::prepare(const std::string& sql) {
  const auto known = state_->names.find(sql);
  if (known != state_->names.end()) {
    return known->second;
  }
  fetched(state_->get(), state_->under_way, shown_);
  std::string name = fmt::format("t{}", state_->names.size());
  if (PQsendPrepare(state_->get(), name.c_str(), sql.c_str(), 0, nullptr) != 1) {
    fail(shown_, state_->get(), nullptr);
  }
  ++state_->under_way;
  fetched(state_->get(), state_->under_way, shown_);
  state_->names.emplace(sql, name);
  return name;
}

void PostgresClient::run(const std::string& sql) {
  fetched(state_->get(), state_->under_way, shown_);
  PQexitPipelineMode(state_->get());  // which takes one statement at a time
  const Result result(PQexec(state_->get(), sql.c_str()));
  PQenterPipelineMode(state_->get());
  if (is_fault(result.get())) {
    fail(shown_, state_->get(), result.get());
  }
}

PostgresRows PostgresClient::rows_of_query(const std::string& sql,
                                           const PostgresParameters& parameters) {
  fetched(state_->get(), state_->under_way, shown_);
  PQexitPipelineMode(state_->get());
  const Values values(parameters);
  const Result result(PQexecParams(
      state_->get(), sql.c_str(), values.count(), nullptr, values.data(), nullptr, nullptr, 0));
  if (PQresultStatus(result.get()) == PGRES_COPY_OUT ||
      PQresultStatus(result.get()) == PGRES_COPY_IN) {
    throw Error("SQL: COPY is for psql");
  }
  PQenterPipelineMode(state_->get());
  if (is_fault(result.get())) {
    if (field_of(result.get(), PG_DIAG_SQLSTATE) == "25006") {
      fail(shown_, state_->get(), result.get());
    }
    throw Error(fault_in(result.get(), sql));
  }
  return rows_in(result.get());
}

}  // namespace tally
