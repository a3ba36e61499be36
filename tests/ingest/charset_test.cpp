// SPDX-License-Identifier: Apache-2.0
#include "ingest/charset.h"

#include <doctest/doctest.h>

namespace tally {
namespace {

TEST_CASE("a charset is told by mark, declaration, form") {
  struct Row {
    std::string bytes;
    const char* declared;
    const char* text;
    std::size_t warnings;
  };
  const Row rows[] = {
      {"caf\xC3\xA9", "", "café", 0},
      {"\xEF\xBB\xBF"
       "café",
       "windows-1252",
       "\xEF\xBB\xBF"
       "café",
       0},
      {std::string("\xFF\xFE\xE9\0a\0", 6), "utf-8", "éa", 0},
      {std::string("\xFE\xFF\0\xE9\0a", 6), "", "éa", 0},
      {std::string("\xFF\xFE\0\0\xE9\0\0\0", 8), "", "é", 0},
      {"\x80 5", "ISO-8859-1", "€ 5", 0},
      {"\xEF\xE8\xF2\xFC", "windows-1251", "пить", 0},
      {"\xB1\xE6", " ISO-8859-2 ", "ąć", 0},
      {"\x8A\xBF\x8E\x9A", "Shift_JIS", "漢字", 0},
      {"\xB0\xA1", "euc-kr", "가", 0},
      {"caf\xC3\xA9", "windows-1251", "café", 1},
      {"caf\xC3\xA9", "klingon", "café", 1},
      {"caf\xE9", "utf-8", "café", 1},
      {"\xC3\xA9\xC3\xA9 caf\xE9", "utf-8", "éé caf\uFFFD", 1},
      {"a\xFF"
       "b",
       "shift_jis",
       "a\uFFFD"
       "b",
       1},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CAPTURE(row.declared);
    std::vector<std::string> warnings;
    CHECK(utf8_of(row.bytes, row.declared, warnings) == row.text);
    CHECK(warnings.size() == row.warnings);
  }
}

}  // namespace
}  // namespace tally
