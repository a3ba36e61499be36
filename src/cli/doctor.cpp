// SPDX-License-Identifier: Apache-2.0
// `tally doctor`: what a bug report needs, and whether the database is sound.
#include <unistd.h>

#include <filesystem>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/database.h"
#include "report/quote.h"
#include "report/wording.h"
#include "store/address.h"

namespace tally::cli {
namespace {

namespace fs = std::filesystem;

void say(Session& session, std::string_view name, std::string_view value) {
  session.streams.out << fmt::format("{:<12} {}\n", name, visible(value));
}

std::string compiler() {
#if defined(__clang__)
  return fmt::format("clang {}.{}", __clang_major__, __clang_minor__);
#else
  return fmt::format("gcc {}.{}", __GNUC__, __GNUC_MINOR__);
#endif
}

void examine_pack(Session& session) {
  const auto pack = pack_of(session);
  std::size_t rules = 0;
  std::size_t patterns = 0;
  std::string languages;
  for (const auto& [name, language] : pack->languages) {
    rules += language->rules.size();
    patterns += language->values.size();
    languages += fmt::format("{}{}", languages.empty() ? "" : ", ", name);
  }
  say(session,
      "rules",
      fmt::format("{} {}, sha256 {}", pack->name, pack->version, pack->sha256.substr(0, 16)));
  say(session,
      "",
      fmt::format("{}: {}, {}",
                  languages,
                  counted(patterns, "value pattern"),
                  counted(rules, "claim rule")));
  if (!pack->diagnostics.empty()) {
    say(session, "", counted(pack->diagnostics.size(), "fault"));
  }
}

std::string rights_on(const fs::path& path) {
  const bool reads = access(path.c_str(), R_OK) == 0;
  const bool writes = access(path.c_str(), W_OK) == 0;
  return reads && writes ? "may be read and written"
         : reads         ? "may be read only"
                         : "may not be read";
}

std::int64_t count_of(const Store& store, const std::string& sql) {
  const Table table = table_of(store, sql);
  const auto* count = table.rows.empty() ? nullptr : std::get_if<std::int64_t>(&table.rows[0][0]);
  return count == nullptr ? 0 : *count;
}

// The integrity of file, references and index; true when all is well.
bool examine_content(Session& session, const Store& store) {
  bool is_sound = true;
  for (const auto& row : table_of(store, "PRAGMA integrity_check").rows) {
    const std::string text = cell_text(row[0]);
    say(session, "integrity", text);
    is_sound = is_sound && text == "ok";
  }
  const std::size_t broken = table_of(store, "PRAGMA foreign_key_check").rows.size();
  say(session,
      "references",
      broken == 0 ? "ok" : counted(broken, "row") + " without what they name");
  return is_sound && broken == 0;
}

void say_contents(Session& session, const Store& store, std::int64_t schema) {
  say(session,
      "",
      fmt::format("schema {}, {} documents, {} claims, {} findings, {} decisions",
                  schema,
                  count_of(store, "SELECT count(*) FROM document"),
                  count_of(store, "SELECT count(*) FROM claim"),
                  count_of(store, "SELECT count(*) FROM finding"),
                  count_of(store, "SELECT count(*) FROM decision")));
}

// What the server keeps whole is its own affair.
void examine_server(Session& session, const std::string& address) {
  const Store store(address, Access::read);
  const Table version = table_of(store, "SHOW server_version");
  say(session,
      "database",
      fmt::format("{}: PostgreSQL {}", shown_database(session), cell_text(version.rows[0][0])));
  say_contents(session, store, count_of(store, "SELECT version FROM tally_schema"));
}

void examine_database(Session& session) {
  const std::string path = database_path(session);
  if (is_server_address(path)) {
    examine_server(session, path);
    return;
  }
  std::error_code fault;
  if (!fs::exists(path, fault)) {
    say(session, "database", fmt::format("{}: none yet; `tally add` makes one", path));
    return;
  }
  const fs::path folder = fs::absolute(path, fault).parent_path();
  say(session,
      "database",
      fmt::format("{}: {} bytes, {}; its directory {}",
                  path,
                  fs::file_size(path, fault),
                  rights_on(path),
                  rights_on(folder)));
  const Store store(path, Access::read);
  say_contents(session, store, count_of(store, "PRAGMA user_version"));
  session.failed = !examine_content(session, store) || session.failed;
}

}  // namespace

int doctor(Session& session) {
  say(session, "tally", fmt::format("{}, built with {}", version(), compiler()));
  say(session,
      "libraries",
      fmt::format("SQLite {}, PostgreSQL {}, fmt {}",
                  sqlite_version(),
                  has_postgres() ? "yes" : "no",
                  FMT_VERSION));
  examine_pack(session);
  examine_database(session);
  return 0;
}

}  // namespace tally::cli
