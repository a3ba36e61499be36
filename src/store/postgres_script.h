// SPDX-License-Identifier: Apache-2.0
// A claim database as an SQL script for psql: the schema, every row as COPY data, the views.
#pragma once

#include <functional>
#include <string_view>

namespace tally {

class Database;

// Hands over the script piece by piece. It makes everything in one transaction, in a database (or a
// schema, by search_path) that has none of the tables. `database` is an SQLite file; throws Error
// for a server's.
void write_postgres_script(Database& database, const std::function<void(std::string_view)>& sink);

}  // namespace tally
