// SPDX-License-Identifier: Apache-2.0
// The tables and views of the claim database, and the way from one version of them to the next.
#pragma once

#include <string>

#include "store/store.h"

namespace tally {

class Database;

// "tlly": what SQLite's application_id says in a database of ours.
inline constexpr int k_application_id = 0x746c6c79;
// SQLite's user_version of a database that this program writes.
inline constexpr int k_schema_version = 6;

// Opens a claim database: makes it when it is new, brings it to k_schema_version when it is older,
// each step in a transaction of its own. Throws Error when `path` is a directory, is missing or
// older and may only be read, is no SQLite file, belongs to another program, or is newer.
Database open_claim_database(const std::string& path, Access access);

// The SQL that leads from `version - 1` to `version` (1 to k_schema_version), without the views.
std::string migration_sql(int version);

// Where the two programs differ: in what a date looks like, and in how texts of rows are joined.
enum class Dialect { sqlite, postgres };

// The SQL that makes the views, and that drops them: every migration makes them anew.
std::string views_sql(Dialect dialect);
std::string drop_views_sql();

}  // namespace tally
