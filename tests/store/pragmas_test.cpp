// SPDX-License-Identifier: Apache-2.0
#include "store/pragmas.h"

#include <doctest/doctest.h>

namespace tally {
namespace {

TEST_CASE("only pragmas that are known to read count as reading") {
  CHECK(is_reading_pragma("table_info", true));
  CHECK(is_reading_pragma("integrity_check", false));
  CHECK(is_reading_pragma("user_version", false));
  CHECK_FALSE(is_reading_pragma("user_version", true));
  CHECK_FALSE(is_reading_pragma("journal_mode", false));
  CHECK_FALSE(is_reading_pragma("wal_checkpoint", false));
  CHECK_FALSE(is_reading_pragma("something_new", false));
}

}  // namespace
}  // namespace tally
