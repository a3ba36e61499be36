// SPDX-License-Identifier: Apache-2.0
#include "store/address.h"

#include <string>

#include <doctest/doctest.h>

using namespace tally;

TEST_CASE("an address of a server is told from a path") {
  CHECK(is_server_address("postgresql://db.example/news"));
  CHECK(is_server_address("postgres://db.example/news"));
  CHECK_FALSE(is_server_address("tally.db"));
  CHECK_FALSE(is_server_address("postgresql.db"));
}

TEST_CASE("an address is shown without user, password and options") {
  struct Row {
    const char* address;
    const char* shown;
  };
  for (const Row& row :
       {Row{"tally.db", "tally.db"},
        Row{"postgresql://ann:secret@db.example:5432/news", "postgresql://db.example:5432/news"},
        Row{"postgres://db.example/news?password=secret", "postgres://db.example/news"},
        Row{"postgresql:///news?host=/run/postgresql&password=secret", "postgresql:///news"},
        Row{"postgresql://ann:secret@one.example,two.example:5433/news",
            "postgresql://one.example,two.example:5433/news"},
        Row{"postgresql://", "postgresql://"}}) {
    CHECK(shown_address(row.address) == row.shown);
    CHECK(is_plain_address(row.address));
  }
}

TEST_CASE("of an address that can be read in two ways nothing is shown") {
  for (const char* address : {"postgresql://ann:sec/ret@db.example/news",
                              "postgresql://ann:sec?ret@db.example/news",
                              "postgresql://ann:sec@ret@db.example/news",
                              "postgresql://ann:secret",
                              "postgresql://ann:secret/news",
                              "postgresql://ann:sec:ret@db.example:x/news",
                              "postgresql://db.example/news?user=a@secret"}) {
    CHECK(shown_address(address) == "postgresql://\u2026");
    CHECK_FALSE(is_plain_address(address));
  }
}
