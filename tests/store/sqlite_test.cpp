// SPDX-License-Identifier: Apache-2.0
#include "store/database.h"

#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "store/transaction.h"

namespace tally {
namespace {

TEST_CASE("what is put in is taken out, in the same order") {
  Database database(":memory:", Access::write);
  Statement echo = database.prepare("SELECT ?, ?, ?, ?, ?, ?");
  for (int round = 0; round < 2; ++round) {
    echo.put("text").put(1.5).put_integer(7).put(std::optional<double>{}).put_null();
    echo.put(std::string_view{});
    REQUIRE(echo.step());
    CHECK(echo.take_text() == "text");
    CHECK(echo.take_real() == 1.5);
    CHECK(echo.take_integer() == 7);
    CHECK(echo.take_optional_real() == std::nullopt);
    CHECK(echo.next_is_null());
    CHECK(echo.take_text() == "");
    CHECK_FALSE(echo.next_is_null());
    CHECK_FALSE(echo.step());
    echo.reset();
  }
}

TEST_CASE("text with a null character keeps all of it") {
  Database database(":memory:", Access::write);
  Statement echo = database.prepare("SELECT ?");
  const std::string text("a\0b", 3);
  REQUIRE(echo.put(text).step());
  CHECK(echo.take_text() == text);
}

TEST_CASE("a transaction that is not committed leaves no trace") {
  Database database(":memory:", Access::write);
  database.run("CREATE TABLE t (x)");
  {
    const Transaction transaction(database);
    database.run("INSERT INTO t VALUES (1)");
  }
  CHECK(database.integer_of("SELECT count(*) FROM t") == 0);
  Transaction transaction(database);
  database.run("INSERT INTO t VALUES (2)");
  transaction.commit();
  CHECK(database.integer_of("SELECT x FROM t") == 2);
}

TEST_CASE("a fault names the database") {
  Database database(":memory:", Access::write);
  CHECK_THROWS_WITH_AS(database.run("CREATE"), ":memory:: incomplete input", Error);
  CHECK_THROWS_WITH_AS(database.prepare("SELECT x"), ":memory:: no such column: x", Error);
}

TEST_CASE("parameters are told by name") {
  Database database(":memory:", Access::write);
  const Statement statement = database.prepare_query("SELECT :a, ?, $b", Access::read);
  CHECK(statement.parameter_names() == std::vector<std::string>{"a", "", "b"});
}

}  // namespace
}  // namespace tally
