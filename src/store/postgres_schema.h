// SPDX-License-Identifier: Apache-2.0
// The schema of the claim database on a PostgreSQL server: the tables and views of the file.
#pragma once

#include <string>
#include <string_view>

#include "store/database.h"

namespace tally {

// The SQL of a migration (store/schema.h) as PostgreSQL takes it.
std::string postgres_sql(std::string_view sqlite_sql);

// The SQL that makes the whole schema in an empty database: tables, views and the table
// `tally_schema` with the version.
std::string postgres_tables_sql();
std::string postgres_views_sql();

// Opens a claim database on a server: with Access::write it is made where there is none, and an
// older one is brought up to date unless it may only be read. Throws Error like
// open_claim_database().
Database open_on_server(const std::string& address, Access access);

}  // namespace tally
