// SPDX-License-Identifier: Apache-2.0
// `tally sql`: one statement on the database.
#include <fmt/format.h>

#include "base/error.h"
#include "cli/commands.h"
#include "cli/database.h"
#include "cli/findings.h"

namespace tally::cli {
namespace {

QueryParameter parameter_of(const std::string& assignment) {
  const std::size_t equals = assignment.find('=');
  if (equals == std::string::npos || equals == 0) {
    throw Error(fmt::format("-p {}: write NAME=VALUE", assignment));
  }
  return {assignment.substr(0, equals), assignment.substr(equals + 1)};
}

}  // namespace

int sql(Session& session) {
  const Options& options = session.options;
  if (options.schema) {
    session.streams.out << schema_sql();
    return 0;
  }
  if (options.index) {
    Store(database_path(session), Access::change).index_sentences();
  }
  if (options.subject.empty() && options.index) {
    return 0;
  }
  if (options.subject.empty()) {
    throw Error("sql: give a statement, such as 'SELECT * FROM conflicts', --schema or --index");
  }
  const Access access = options.writing == Writing::allowed ? Access::change : Access::read;
  std::vector<QueryParameter> parameters;
  for (const std::string& assignment : options.parameters) {
    parameters.push_back(parameter_of(assignment));
  }
  const Store store(database_path(session), access);
  const Table table = table_of(store, options.subject, parameters, access);
  if (!table.columns.empty()) {
    print_table(session, table);
  }
  return 0;
}

}  // namespace tally::cli
