// SPDX-License-Identifier: Apache-2.0
// Between the pipeline and the database.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "cli/session.h"
#include "pipeline.h"
#include "report/table.h"
#include "store/store.h"

namespace tally::cli {

// The database of this run: --db, else TALLY_DB, else tally.db in the working directory. It may
// hold a password and is not to be printed.
std::string database_path(const Session& session);

// The same as messages name it: an address without what could be a password.
std::string shown_database(const Session& session);

// The pack as the database remembers it.
PackRecord record_of(const RulePack& pack);

// What a document yields, for the database.
Harvest harvest_of(Document document, const RulePack& pack);

// Reads documents with as many threads as --jobs asks for; a line on the terminal says how far it
// is.
ExtractAll extract_by_threads(const Session& session, const RulePack& pack);

// Puts what a person corrected in place of what the document says of itself.
void apply_correction(const Correction& correction, Document& document);
// The same with the corrections of a database, of which at most one is for this document.
void apply_corrections(const std::vector<Correction>& corrections, Document& document);

// What a statement yields, as a table.
Table table_of(const Store& store,
               const std::string& sql,
               std::span<const QueryParameter> parameters = {},
               Access access = Access::read);

}  // namespace tally::cli
