// SPDX-License-Identifier: Apache-2.0
#include "store/postgres_text.h"

#include "base/text.h"

namespace tally {

std::string storable(std::string_view text) {
  if (is_utf8(text) && text.find('\0') == std::string_view::npos) {
    return std::string(text);
  }
  constexpr char32_t k_replacement = 0xFFFD;
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    append_utf8(out, point.value == 0 ? k_replacement : point.value);
    at += point.length;
  }
  return out;
}

}  // namespace tally
