// SPDX-License-Identifier: Apache-2.0
// `tally config`: the settings in effect, and where each comes from.
#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/database.h"
#include "cli/findings.h"

namespace tally::cli {
namespace {

std::string written(const FilePlace& place) { return fmt::format("{}:{}", place.file, place.line); }

std::string source_of_database(const Session& session) {
  if (!session.options.database.empty()) {
    return "--db";
  }
  if (!session.environment.tally_db.empty()) {
    return "TALLY_DB";
  }
  return session.settings.database ? written(session.settings.database->place) : "default";
}

}  // namespace

int config(Session& session) {
  const Settings& settings = session.settings;
  Table table{.columns = {"setting", "value", "from"}};
  const auto add = [&table](std::string name, std::string value, std::string from) {
    table.rows.push_back({std::move(name), std::move(value), std::move(from)});
  };
  add("settings", settings.file.empty() ? "none" : settings.file, "found upwards from here");
  const BasePack base = base_pack(session.environment.tally_rules, session.environment.binary);
  add("rules", base.directory.empty() ? "built in" : base.directory, std::string(base.from));
  for (const Setting& extend : settings.extend) {
    add("rules", extend.value, written(extend.place));
  }
  for (const std::string& directory : session.options.rules) {
    add("rules", directory, "--rules");
  }
  for (const DisabledRule& rule : settings.disabled) {
    add("disable", rule.id, written(rule.place));
  }
  add("db", shown_database(session), source_of_database(session));
  add("colour", session.environment.colour ? "yes" : "no", "terminal, NO_COLOR");
  print_table(session, table);
  return 0;
}

}  // namespace tally::cli
