// SPDX-License-Identifier: Apache-2.0
#include "store/caret.h"

#include <doctest/doctest.h>

namespace tally {
namespace {

TEST_CASE("a caret stands under the fault, in the line that has it") {
  CHECK(with_caret("SELECT x", 7) == "  SELECT x\n         ^");
  CHECK(with_caret("SELECT\n  x\nFROM y", 9) == "    x\n    ^");
  CHECK(with_caret("SELECT\nx", 7) == "  x\n  ^");
  CHECK(with_caret("SELECT '\xC3\xA9', x", 13) == "  SELECT '\xC3\xA9', x\n              ^");
  CHECK(with_caret("SELECT", 6) == "  SELECT\n        ^");
  CHECK(with_caret("", 0) == "  \n  ^");
}

}  // namespace
}  // namespace tally
