// SPDX-License-Identifier: Apache-2.0
// Between the pipeline and the database.
#pragma once

#include <span>
#include <string>

#include "cli/session.h"
#include "report/table.h"
#include "store/store.h"

namespace tally::cli {

// The database of this run: --db, else TALLY_DB, else tally.db in the working directory.
std::string database_path(const Session& session);

// The pack as the database remembers it.
PackRecord record_of(const RulePack& pack);

// What a document yields, for the database.
Harvest harvest_of(Document document, const RulePack& pack);

// What a statement yields, as a table.
Table table_of(const Store& store,
               const std::string& sql,
               std::span<const QueryParameter> parameters = {},
               Access access = Access::read);

}  // namespace tally::cli
