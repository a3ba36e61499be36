// SPDX-License-Identifier: Apache-2.0
#include "store/store.h"

#include <doctest/doctest.h>

#include <cstdint>
#include <filesystem>
#include <string>
#include <type_traits>
#include <variant>
#include <vector>

#include <fmt/format.h>

#include "base/error.h"
#include "folder.h"
#include "store/generated.h"

namespace tally {
namespace {

// What a query yields, one line a row, cells parted by "|", under the names of the columns.
std::string answer(const Store& store,
                   const std::string& sql,
                   const std::vector<QueryParameter>& parameters = {},
                   Access access = Access::read) {
  std::string out;
  const auto text_of = [](const Cell& cell) {
    return std::visit(
        [](const auto& value) -> std::string {
          if constexpr (std::is_same_v<std::decay_t<decltype(value)>, std::monostate>) {
            return "NULL";
          } else {
            return fmt::format("{}", value);
          }
        },
        cell);
  };
  store.query(sql,
              parameters,
              {[&out](std::span<const std::string> names) {
                 out += fmt::format("{}", fmt::join(names, "|"));
               },
               [&](std::span<const Cell> row) {
                 std::vector<std::string> cells;
                 for (const Cell& cell : row) {
                   cells.push_back(text_of(cell));
                 }
                 out += fmt::format("\n{}", fmt::join(cells, "|"));
               }},
              access);
  return out;
}

std::string fault_of(const Store& store,
                     const std::string& sql,
                     const std::vector<QueryParameter>& parameters = {}) {
  try {
    answer(store, sql, parameters);
  } catch (const Error& error) {
    return error.what();
  }
  return "no fault";
}

Harvest small_harvest(const std::string& id) {
  Harvest harvest;
  harvest.document.id = id;
  harvest.document.path = id;
  harvest.document.outlet = "The Herald";
  harvest.document.text = "D\xC3\xA9p\xC3\xB4t: it cost $30 million in 2016.";
  Claim claim;
  claim.mention.span = {harvest.document.text.find('$'), harvest.document.text.find(" in")};
  claim.mention.sentence = 0;
  claim.mention.value.kind = Kind::money;
  claim.mention.value.unit = "USD";
  claim.mention.value.low = 30e6;
  claim.mention.value.high = 30e6;
  claim.quote = "$30 million";
  claim.sentence = harvest.document.text;
  claim.subject = "depot";
  claim.predicate = "construction-cost";
  claim.rule = "en.construction";
  claim.rule_rev = 1;
  harvest.claims = {claim};
  harvest.claims.push_back(claim);
  harvest.claims[1].mention.value = {};
  harvest.claims[1].mention.value.kind = Kind::date;
  harvest.claims[1].mention.value.low = 16801;
  harvest.claims[1].mention.value.high = 17166;
  harvest.claims[1].mention.value.time = TimeDetail{};
  harvest.claims[1].quote = "2016";
  harvest.claims[1].predicate = "built";
  harvest.figures = 2;
  return harvest;
}

void check_equal(const Comparison& a, const Comparison& b) {
  CHECK(a.sources == b.sources);
  CHECK(a.claims == b.claims);
  CHECK(a.stories == b.stories);
  CHECK(a.facts == b.facts);
  CHECK(a.findings == b.findings);
  CHECK(a.origin_of_source == b.origin_of_source);
  CHECK(a.coverage == b.coverage);
}

TEST_CASE("what is saved comes back the same, whatever it is") {
  for (std::uint32_t seed = 0; seed < 150; ++seed) {
    CAPTURE(seed);
    const Comparison comparison = generated_comparison(seed);
    Store store;
    store.save_comparison(comparison);
    check_equal(store.load_comparison(), comparison);
    CHECK(answer(store, "PRAGMA integrity_check") == "integrity_check\nok");
    CHECK(answer(store, "PRAGMA foreign_key_check") == "table|rowid|parent|fkid");
  }
}

TEST_CASE("a comparison takes the place of the one before it") {
  Store store;
  store.save_comparison(generated_comparison(1));
  const Comparison second = generated_comparison(2);
  store.save_comparison(second);
  check_equal(store.load_comparison(), second);
  store.save_comparison(second);
  check_equal(store.load_comparison(), second);
}

TEST_CASE("adding twice is adding once") {
  Store store;
  const std::vector<Harvest> harvests = {small_harvest("a.txt"), small_harvest("b.txt")};
  CHECK(store.add(harvests) == std::vector{Added::fresh, Added::fresh});
  const std::string before = answer(store, "SELECT * FROM claims");
  CHECK(store.add(harvests) == std::vector{Added::unchanged, Added::unchanged});
  CHECK(answer(store, "SELECT * FROM claims") == before);
  std::vector<Harvest> loaded = store.load_harvests();
  CHECK(loaded[1].claims[0].source == 1);
  loaded[1].claims[0].source = loaded[1].claims[1].source = 0;
  CHECK(loaded == harvests);
}

TEST_CASE("a changed document has its claims replaced and keeps its place") {
  Store store;
  store.add(std::vector{small_harvest("a.txt"), small_harvest("b.txt")});
  Harvest changed = small_harvest("a.txt");
  changed.claims.pop_back();
  CHECK(store.add(std::vector{changed}) == std::vector{Added::replaced});
  CHECK(answer(store, "SELECT source, claims FROM sources") == "source|claims\na.txt|1\nb.txt|2");
  CHECK(store.load_documents()[0].id == "a.txt");
}

TEST_CASE("another pack makes a document worth extracting again") {
  Store store;
  store.use_pack({"base", "1", "sha-1", "0.1.0", {}, {}});
  store.add(std::vector{small_harvest("a.txt")});
  CHECK(store.holds(small_harvest("a.txt").document));
  CHECK_FALSE(store.holds(small_harvest("b.txt").document));
  Document edited = small_harvest("a.txt").document;
  edited.text += "!";
  CHECK_FALSE(store.holds(edited));
  store.use_pack({"base", "2", "sha-2", "0.1.0", {}, {}});
  CHECK_FALSE(store.holds(small_harvest("a.txt").document));
}

TEST_CASE("a date that a comparison assumed does not make a document a different one") {
  Store store;
  Harvest dated = small_harvest("a.txt");
  dated.document.published = 100;
  dated.document.published_from = PublishedFrom::assumed;
  store.add(std::vector{dated});
  CHECK(store.holds(small_harvest("a.txt").document));
}

// Three sources on a depot: two of them on its cost, the outer ones on the year it was built.
Comparison small_comparison() {
  Comparison comparison;
  for (const char* id : {"a.txt", "b.txt", "c.txt"}) {
    const Harvest harvest = small_harvest(id);
    for (Claim claim : harvest.claims) {
      claim.source = comparison.sources.size();
      comparison.claims.push_back(claim);
    }
    comparison.sources.push_back(harvest.document);
  }
  comparison.sources[1].outlet = "";
  comparison.stories = {{"depot", {0, 1}}, {"another", {2}}};
  comparison.origin_of_source = {0, 1, 2};
  comparison.facts = {
      {"cost of depot", Kind::money, 0, Verdict::agree, {0, 2}, {{{0, 2}, 30e6, 30e6, 2, 2, 0}}},
      {"depot built", Kind::date, 1, Verdict::conflict, {1, 5}, {}}};
  comparison.findings = {
      {0, 0, 2, Verdict::agree, "same-value", "", "", "", {}, false, 1},
      {1, 1, 5, Verdict::conflict, "disjoint", "731 days", "", "", {}, false, 1}};
  return comparison;
}

TEST_CASE("removing a source removes all that rested on it") {
  Store store;
  store.save_comparison(small_comparison());
  CHECK(store.remove("b.txt"));
  CHECK_FALSE(store.remove("b.txt"));
  const Comparison left = store.load_comparison();
  CHECK(left.sources.size() == 2);
  REQUIRE(left.facts.size() == 1);
  CHECK(left.facts[0].name == "depot built");
  CHECK(left.findings.size() == 1);
  CHECK(store.remove("c.txt"));
  CHECK(store.load_comparison().facts.empty());
  CHECK(store.load_comparison().stories.size() == 1);
}

TEST_CASE("the views of a comparison read well") {
  Store store;
  store.save_comparison(small_comparison());
  CHECK(answer(store, "SELECT name, quote_a, low_a, outlet_b, gap FROM conflicts") ==
        "name|quote_a|low_a|outlet_b|gap\n"
        "conflict: depot built|2016|2016-01-01|The Herald|731 days");
  CHECK(answer(store, "SELECT fact, quote_a, outlet_b FROM agreements") ==
        "fact|quote_a|outlet_b\ncost of depot|$30 million|b.txt");
  CHECK(answer(store, "SELECT name, low, unit, origins, outlets, quotes FROM positions") ==
        "name|low|unit|origins|outlets|quotes\n"
        "cost of depot: $30 million|30000000|USD|2|The Herald; b.txt|$30 million");
  CHECK(answer(store, "SELECT outlet, origin, story FROM sources") ==
        "outlet|origin|story\nThe Herald|origin 0|depot\nb.txt|origin 1|depot\n"
        "The Herald|origin 2|another");
}

TEST_CASE("there is nothing to report before a comparison") {
  Store store;
  CHECK_FALSE(store.has_comparison());
  CHECK_THROWS_WITH_AS(store.load_comparison(),
                       ":memory:: the database holds no comparison yet; run `tally compare`",
                       Error);
}

TEST_CASE("the views read well") {
  Store store;
  store.add(std::vector{small_harvest("a.txt")});
  CHECK(answer(store, "SELECT name, outlet, low, high, unit, predicate, rule FROM claims") ==
        "name|outlet|low|high|unit|predicate|rule\n"
        "$30 million depot|The Herald|30000000|30000000|USD|construction-cost|en.construction\n"
        "2016 depot|The Herald|2016-01-01|2016-12-31||built|en.construction");
  CHECK(answer(store, "SELECT name, figures FROM sources") ==
        "name|figures\n"
        "The Herald: a.txt|2");
}

TEST_CASE("places are code points, so that substr gives the quote") {
  Store store;
  store.add(std::vector{small_harvest("a.txt")});
  CHECK(answer(store,
               "SELECT substr(d.text, c.begin_char + 1, c.end_char - c.begin_char) AS quote"
               " FROM claim c JOIN document d ON d.id = c.document_id WHERE c.kind = 'money'") ==
        "quote\n$30 million");
}

TEST_CASE("the pack's rules and units can be joined") {
  Store store;
  PackRecord pack{
      "base", "1", "sha", "0.1.0", {{"en.construction", 1, "What it cost", "desk", "7"}}, {}};
  pack.units = {{"mi", Kind::length, "m", 1609.344, 0, "mile"}};
  store.use_pack(pack);
  store.use_pack(pack);
  store.add(std::vector{small_harvest("a.txt")});
  CHECK(answer(store, "SELECT DISTINCT r.title FROM claim c JOIN rule r ON r.id = c.rule_id") ==
        "title\nWhat it cost");
  CHECK(answer(store,
               "SELECT DISTINCT rule, rule_rev, rule_pack, rule_pack_version FROM claims"
               " WHERE rule <> 'generic'") ==
        "rule|rule_rev|rule_pack|rule_pack_version\nen.construction|1|desk|7");
  CHECK(answer(store, "SELECT base, factor FROM unit WHERE code = 'mi'") ==
        "base|factor\nm|1609.344");
}

TEST_CASE("a query takes named parameters") {
  const Store store;
  CHECK(answer(store,
               "SELECT :a + 1 AS x, $b AS y, @a AS z",
               {{"a", std::int64_t{2}}, {"b", std::string("it's")}}) == "x|y|z\n3|it's|2");
  CHECK(fault_of(store, "SELECT :a") == "SQL: parameter 'a' has no value; give -p a=...");
  CHECK(fault_of(store, "SELECT ?") == "SQL: a parameter needs a name, such as :day");
  CHECK(fault_of(store, "SELECT 1", {{"b", std::int64_t{1}}}) ==
        "SQL: there is no parameter 'b' (:b) in the statement");
}

TEST_CASE("every kind of cell comes out") {
  const Store store;
  CHECK(answer(store, "SELECT NULL, 1, 1.5, 'a', x'0aff'") ==
        "NULL|1|1.5|'a'|x'0aff'\nNULL|1|1.5|a|x'0aff'");
  CHECK(answer(store, "SELECT 1 AS one WHERE 0") == "one");
}

TEST_CASE("a fault in SQL is shown with a caret") {
  const Store store;
  CHECK(fault_of(store, "SELECT quote,\n  \xC3\xA9t\xC3\xA9 FROM claims") ==
        "SQL: no such column: \xC3\xA9t\xC3\xA9\n"
        "    \xC3\xA9t\xC3\xA9 FROM claims\n"
        "    ^");
  CHECK(fault_of(store, "SELECT 1; SELECT 2") ==
        "SQL: one statement at a time\n  SELECT 1; SELECT 2\n            ^");
  CHECK(fault_of(store, " ; ") == "SQL: there is no statement");
  CHECK(fault_of(store, "") == "SQL: there is no statement");
}

TEST_CASE("a read-only query can do nothing but read") {
  Store store;
  store.add(std::vector{small_harvest("a.txt")});
  for (const char* sql : {"DELETE FROM claim",
                          "UPDATE document SET title = 'x'",
                          "DROP TABLE finding",
                          "INSERT INTO story (name) VALUES ('x')",
                          "CREATE TEMP TABLE t (x)",
                          "CREATE TABLE t (x)",
                          "ATTACH ':memory:' AS other",
                          "VACUUM",
                          "REINDEX",
                          "PRAGMA user_version = 7",
                          "PRAGMA journal_mode = WAL",
                          "PRAGMA writable_schema = 1",
                          "BEGIN",
                          "ANALYZE",
                          "WITH x AS (SELECT 1) DELETE FROM claim",
                          "ALTER TABLE claim RENAME TO c",
                          "REPLACE INTO story (id, name) VALUES (1, 'x')"}) {
    CHECK_MESSAGE(
        fault_of(store, sql) == "SQL: a query may only read; `tally sql --write` allows changes",
        sql);
  }
  CHECK(fault_of(store, "SELECT load_extension('x')") != "no fault");
  CHECK(answer(store, "SELECT count(*) AS n FROM claim") == "n\n2");
  CHECK(answer(store, "PRAGMA user_version") == "user_version\n6");
  CHECK(answer(store,
               "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 3)"
               " SELECT max(x) AS m FROM n") == "m\n3");
}

TEST_CASE("a statement that may write reaches no other file") {
  const Folder folder;
  const Store store(folder.name("a.db"), Access::write);
  const std::string other = folder.name("other.db");
  struct Row {
    std::string sql;
    const char* fault;
  };
  const Row rows[] = {
      {fmt::format("ATTACH '{}' AS other", other), "may not reach other files"},
      {"DETACH main", "may not reach other files"},
      {fmt::format("VACUUM INTO '{}'", other), "may not reach other files"},
      {"SELECT load_extension('x')", "load_extension"},
      {"UPDATE sqlite_schema SET sql = ''", "may not be modified"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.sql);
    std::string fault;
    try {
      answer(store, row.sql, {}, Access::change);
    } catch (const Error& error) {
      fault = error.what();
    }
    CHECK(fault.find(row.fault) != std::string::npos);
  }
  CHECK_FALSE(std::filesystem::exists(other));
}

TEST_CASE("the full-text index follows what is added, replaced and removed") {
  Store store;
  store.add(std::vector{small_harvest("a.txt")});
  store.index_sentences();
  const std::string found =
      "SELECT count(*) AS n FROM sentence_fts WHERE sentence_fts MATCH 'costing'";
  CHECK(answer(store, found) == "n\n1");
  store.add(std::vector{small_harvest("b.txt")});
  CHECK(answer(store, found) == "n\n2");
  Harvest changed = small_harvest("b.txt");
  changed.claims[0].sentence = changed.claims[1].sentence = "It was for nothing.";
  store.add(std::vector{changed});
  CHECK(answer(store, found) == "n\n1");
  store.remove("a.txt");
  CHECK(answer(store, found) == "n\n0");
  answer(store,
         "INSERT INTO sentence_fts (sentence_fts, rank) VALUES ('integrity-check', 1)",
         {},
         Access::change);
  store.index_sentences();
  CHECK(answer(store, "SELECT rowid FROM sentence_fts WHERE sentence_fts MATCH 'nothing'") ==
        "rowid\n2");
}

TEST_CASE("a query that may write does") {
  const Store store;
  answer(store, "INSERT INTO story (name) VALUES ('x')", {}, Access::write);
  CHECK(answer(store, "SELECT name FROM story") == "name\nx");
}

}  // namespace
}  // namespace tally
