// SPDX-License-Identifier: Apache-2.0
#include "rules/flat.h"

#include <doctest/doctest.h>

#include <array>
#include <cstdint>
#include <string>

#include "rules/class_name.h"

namespace tally {
namespace {

TEST_CASE("a word table finds what was added, and nothing else") {
  WordTable<std::uint32_t> table;
  CHECK(table.find("a") == nullptr);
  for (std::uint32_t i = 0; i < 1000; ++i) {
    table.add(std::to_string(i), i);
  }
  table.add("", 5000);
  for (std::uint32_t i = 0; i < 1000; ++i) {
    REQUIRE(table.find(std::to_string(i)) != nullptr);
    CHECK(*table.find(std::to_string(i)) == i);
  }
  CHECK(*table.find("") == 5000);
  CHECK(table.find("1000") == nullptr);
  CHECK(table.find("00") == nullptr);
}

TEST_CASE("a hash table tells names by their hash and refuses a second one with it") {
  HashTable table;
  CHECK(table.find(hash_of("a")) == HashTable::k_none);
  for (std::uint32_t i = 0; i < 1000; ++i) {
    CHECK(table.add(hash_of(std::to_string(i)), i));
  }
  for (std::uint32_t i = 0; i < 1000; ++i) {
    CHECK(table.find(hash_of(std::to_string(i))) == i);
  }
  CHECK(table.find(hash_of("1000")) == HashTable::k_none);
  CHECK_FALSE(table.add(hash_of("7"), 5));
  CHECK(table.find(hash_of("7")) == 7);
}

TEST_CASE("a list table keeps its lists apart, empty ones too") {
  ListTable<int> table;
  table.add(std::array{1, 2});
  table.add({});
  table.add(std::array{3});
  REQUIRE(table.size() == 3);
  CHECK(table[0].size() == 2);
  CHECK(table[1].empty());
  CHECK(table[2].front() == 3);
}

TEST_CASE("a bit table has rows of bits, none of them beyond its columns") {
  BitTable table(3, 130);
  table.set(1, 0);
  table.set(1, 129);
  table.set(2, 64);
  CHECK(table.test(1, 0));
  CHECK(table.test(1, 129));
  CHECK(table.test(2, 64));
  CHECK(!table.test(0, 0));
  CHECK(!table.test(2, 129));
  CHECK(!table.test(1, 5000));
}

TEST_CASE("the hash of a class name is one and the same, whenever it is taken") {
  constexpr ClassName literal = "unit";
  CHECK(literal.hash == ClassName(std::string("unit")).hash);
  CHECK(literal.hash == hash_of("unit"));
  CHECK(literal.hash != hash_of("units"));
}

}  // namespace
}  // namespace tally
