// SPDX-License-Identifier: Apache-2.0
#include "base/text.h"

#include <doctest/doctest.h>

#include <string>

namespace tally {
namespace {

TEST_CASE("UTF-8 is told from other bytes") {
  CHECK(is_utf8("plain"));
  CHECK(is_utf8("caf\xC3\xA9 \xE2\x82\xAC"));
  CHECK_FALSE(is_utf8("caf\xE9"));
  CHECK_FALSE(is_utf8("\xC0\xAF"));      // overlong
  CHECK_FALSE(is_utf8("\xED\xA0\x80"));  // surrogate
  CHECK_FALSE(is_utf8("\xE2\x82"));      // cut short
}

TEST_CASE("Windows-1252 bytes become the characters they stood for") {
  CHECK(from_windows_1252("\x80 \x93x\x94 caf\xE9") ==
        "\xE2\x82\xAC \xE2\x80\x9Cx\xE2\x80\x9D caf\xC3\xA9");
  CHECK(from_windows_1252("\x81") == "\xEF\xBF\xBD");
}

TEST_CASE("folding lowers case and straightens the apostrophe") {
  CHECK(folded("Niger\xE2\x80\x99s \xC3\x89lys\xC3\xA9"
               "e") ==
        "niger's \xC3\xA9lys\xC3\xA9"
        "e");
}

TEST_CASE("white space is trimmed and squeezed, the no-break space too") {
  CHECK(trimmed(" \t\xC2\xA0x y\n ") == "x y");
  CHECK(trimmed("\n ") == "");
  CHECK(squeezed("  a\n\n  b\xC2\xA0 c ") == "a b c");
}

TEST_CASE("byte offsets become code points, lines and columns") {
  std::string text = "a\xC3\xA9z\n";
  for (int i = 0; i < 100; ++i) {
    text += "\xE2\x82\xAC";
  }
  text += "x";
  const Places places(text);
  CHECK(places.code_points_before(0) == 0);
  CHECK(places.code_points_before(3) == 2);
  CHECK(places.line_of(3) == 1);
  CHECK(places.column_of(3) == 3);
  CHECK(places.code_points_before(text.size() - 1) == 104);
  CHECK(places.line_of(text.size() - 1) == 2);
  CHECK(places.column_of(text.size() - 1) == 101);
  CHECK(places.code_points_before(text.size()) == 105);
}

}  // namespace
}  // namespace tally
