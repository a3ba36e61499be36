// SPDX-License-Identifier: Apache-2.0
#include "store/offsets.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace tally {
namespace {

TEST_CASE("bytes become code points and come back") {
  const std::string text = "a\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80z";  // 1, 2, 3, 4 and 1 bytes
  const Offsets offsets(text);
  const std::vector<std::size_t> begins = {0, 1, 3, 6, 10, 11};
  for (std::size_t i = 0; i < begins.size(); ++i) {
    CHECK(offsets.byte_of(i) == begins[i]);
    CHECK(offsets.code_points_before(begins[i]) == i);
  }
  CHECK(offsets.code_points_before(2) == 1);  // inside the second one
  CHECK(offsets.byte_of(99) == text.size());
  CHECK(offsets.bytes_of({1, 3}) == Span{1, 6});
  CHECK(offsets.code_points_of({1, 6}) == Span{1, 3});
}

TEST_CASE("plain text needs no table") {
  const Offsets offsets("plain");
  CHECK(offsets.byte_of(3) == 3);
  CHECK(offsets.code_points_before(3) == 3);
  CHECK(offsets.byte_of(9) == 5);
  CHECK(Offsets("").code_points_before(0) == 0);
}

}  // namespace
}  // namespace tally
