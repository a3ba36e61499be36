// SPDX-License-Identifier: Apache-2.0
// How fast claims are kept: Store::add into a file with its indexes, against plain inserts of the
// same columns into tables that have none. Claims a second of CPU, in turn, the median of `times`.
#include <sqlite3.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "store/store.h"
#include "synthetic.h"

namespace tally::bench {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t k_batch = 256;  // documents, as `tally add` writes them

double seconds_now() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

std::vector<Harvest> harvests_of(const Collection& collection) {
  std::vector<Harvest> harvests(collection.documents.size());
  for (std::size_t i = 0; i < harvests.size(); ++i) {
    harvests[i].document = collection.documents[i];
  }
  for (const Claim& claim : collection.claims) {
    harvests[claim.source].claims.push_back(claim);
    harvests[claim.source].claims.back().source = 0;
  }
  return harvests;
}

double seconds_of_add(const std::vector<Harvest>& harvests, const std::string& path) {
  fs::remove(path);
  const double begin = seconds_now();
  Store store(path, Access::write);
  for (std::size_t i = 0; i < harvests.size(); i += k_batch) {
    store.add(std::span(harvests).subspan(i, std::min(k_batch, harvests.size() - i)));
  }
  return seconds_now() - begin;
}

// The rows of a table as they were written, bound again and again.
struct Table {
  std::string insert;
  std::vector<std::vector<sqlite3_value*>> rows;
};

void check(int code, sqlite3* database) {
  if (code != SQLITE_OK && code != SQLITE_DONE && code != SQLITE_ROW) {
    fmt::print(stderr, "bench_store: {}\n", sqlite3_errmsg(database));
    std::exit(2);
  }
}

// What `path` holds in a table, without the columns that are worked out.
Table table_in(sqlite3* database, const std::string& name) {
  sqlite3_stmt* select = nullptr;
  std::string columns;
  check(sqlite3_prepare_v2(
            database,
            fmt::format("SELECT group_concat(name) FROM pragma_table_info('{}')", name).c_str(),
            -1,
            &select,
            nullptr),
        database);
  check(sqlite3_step(select), database);
  columns = reinterpret_cast<const char*>(sqlite3_column_text(select, 0));
  sqlite3_finalize(select);
  check(
      sqlite3_prepare_v2(
          database, fmt::format("SELECT {} FROM {}", columns, name).c_str(), -1, &select, nullptr),
      database);
  Table table;
  const int count = sqlite3_column_count(select);
  while (sqlite3_step(select) == SQLITE_ROW) {
    auto& row = table.rows.emplace_back();
    for (int i = 0; i < count; ++i) {
      row.push_back(sqlite3_value_dup(sqlite3_column_value(select, i)));
    }
  }
  sqlite3_finalize(select);
  std::string marks = "?";
  for (int i = 1; i < count; ++i) {
    marks += ",?";
  }
  table.insert = fmt::format("INSERT INTO {} ({}) VALUES ({})", name, columns, marks);
  return table;
}

void run(sqlite3* database, const std::string& sql) {
  check(sqlite3_exec(database, sql.c_str(), nullptr, nullptr, nullptr), database);
}

// One transaction, tables without indexes and constraints.
double seconds_of_inserts(const std::vector<Table>& tables, const std::string& path) {
  fs::remove(path);
  sqlite3* database = nullptr;
  check(sqlite3_open(path.c_str(), &database), database);
  for (const Table& table : tables) {
    const std::string head = table.insert.substr(0, table.insert.find(" VALUES"));
    run(database, "CREATE TABLE " + head.substr(std::string("INSERT INTO ").size()));
  }
  const double begin = seconds_now();
  run(database, "BEGIN");
  for (const Table& table : tables) {
    sqlite3_stmt* insert = nullptr;
    check(sqlite3_prepare_v2(database, table.insert.c_str(), -1, &insert, nullptr), database);
    for (const auto& row : table.rows) {
      for (std::size_t i = 0; i < row.size(); ++i) {
        sqlite3_bind_value(insert, static_cast<int>(i) + 1, row[i]);
      }
      check(sqlite3_step(insert), database);
      sqlite3_reset(insert);
    }
    sqlite3_finalize(insert);
  }
  run(database, "COMMIT");
  const double seconds = seconds_now() - begin;
  sqlite3_close(database);
  return seconds;
}

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

void run(std::size_t count, int times, const std::string& folder) {
  const Collection collection = collection_of(count);
  const std::vector<Harvest> harvests = harvests_of(collection);
  const std::string ours = folder + "/ours.db";
  const std::string plain = folder + "/plain.db";
  seconds_of_add(harvests, ours);
  std::vector<Table> tables;
  {
    sqlite3* database = nullptr;
    check(sqlite3_open(ours.c_str(), &database), database);
    for (const char* name : {"document", "sentence", "claim"}) {
      tables.push_back(table_in(database, name));
    }
    sqlite3_close(database);
  }
  std::vector<double> add;
  std::vector<double> insert;
  for (int i = 0; i < times; ++i) {
    add.push_back(seconds_of_add(harvests, ours));
    insert.push_back(seconds_of_inserts(tables, plain));
  }
  const auto claims = static_cast<double>(collection.claims.size());
  fmt::print("| add, {} claims | {:.0f} k claims/s |\n",
             collection.claims.size(),
             claims / median(add) / 1e3);
  fmt::print(
      "| plain inserts of the same columns | {:.0f} k claims/s; add has {:.2f} of that rate |\n",
      claims / median(insert) / 1e3,
      median(insert) / median(add));
  fmt::print("| the database, with its indexes | {:.0f} bytes a claim |\n",
             static_cast<double>(fs::file_size(ours)) / claims);
}

}  // namespace
}  // namespace tally::bench

int main(int count, char** arguments) {
  if (count < 2) {
    std::fputs("usage: bench_store FOLDER [CLAIMS [TIMES]]\n", stderr);
    return 2;
  }
  const std::size_t claims =
      count > 2 ? static_cast<std::size_t>(std::strtod(arguments[2], nullptr)) : 300'000;
  tally::bench::run(claims, count > 3 ? std::atoi(arguments[3]) : 5, arguments[1]);
  return 0;
}
