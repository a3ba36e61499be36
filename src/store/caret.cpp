// SPDX-License-Identifier: Apache-2.0
#include "store/caret.h"

#include <algorithm>

#include <fmt/format.h>

namespace tally {

std::string with_caret(std::string_view sql, std::size_t at) {
  const std::string_view before = sql.substr(0, at);
  const std::size_t begin = before.rfind('\n') == before.npos ? 0 : before.rfind('\n') + 1;
  const std::string_view line = sql.substr(begin, sql.find('\n', begin) - begin);
  const std::string_view indent = before.substr(begin);
  const auto starts_character = [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
  };
  const auto column = std::count_if(indent.begin(), indent.end(), starts_character);
  return fmt::format("  {}\n  {:{}}^", line, "", column);
}

}  // namespace tally
