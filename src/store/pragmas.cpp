// SPDX-License-Identifier: Apache-2.0
#include "store/pragmas.h"

#include <algorithm>
#include <array>

namespace tally {
namespace {

// The argument of these names a table or an index.
constexpr auto k_with_argument = std::to_array<std::string_view>({
    "foreign_key_check",
    "foreign_key_list",
    "index_info",
    "index_list",
    "index_xinfo",
    "integrity_check",
    "quick_check",
    "table_info",
    "table_list",
    "table_xinfo",
});

// With an argument these would set something.
constexpr auto k_without_argument = std::to_array<std::string_view>({
    "application_id",
    "compile_options",
    "database_list",
    "encoding",
    "page_count",
    "page_size",
    "user_version",
});

}  // namespace

bool is_reading_pragma(std::string_view name, bool has_argument) {
  const auto has = [name](const auto& list) {
    return std::find(list.begin(), list.end(), name) != list.end();
  };
  return has(k_with_argument) || (!has_argument && has(k_without_argument));
}

}  // namespace tally
