// SPDX-License-Identifier: Apache-2.0
// What stands for the connection where tally is built without libpq.
#include <utility>

#include <fmt/format.h>

#include "base/error.h"
#include "store/postgres_client.h"
#include "store/store.h"

namespace tally {

struct PostgresClient::State {};

bool has_postgres() { return false; }

PostgresClient::PostgresClient(const std::string&, std::string shown) : shown_(std::move(shown)) {
  throw Error(
      fmt::format("{}: this tally was built without PostgreSQL; build it where libpq-dev is "
                  "installed, or name a file with --db",
                  shown_));
}

// Nobody has a client to call these on.
PostgresClient::~PostgresClient() = default;
PostgresClient::PostgresClient(PostgresClient&&) noexcept = default;
PostgresClient& PostgresClient::operator=(PostgresClient&&) noexcept = default;
void PostgresClient::run(const std::string&) {}
std::string PostgresClient::prepare(const std::string&) { return {}; }
PostgresRows PostgresClient::rows_of(const std::string&, const PostgresParameters&) { return {}; }
void PostgresClient::send(const std::string&, const PostgresParameters&) {}
PostgresRows PostgresClient::rows_of_query(const std::string&, const PostgresParameters&) {
  return {};
}

}  // namespace tally
