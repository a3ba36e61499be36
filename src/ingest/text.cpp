// SPDX-License-Identifier: Apache-2.0
#include "ingest/text.h"

#include <utility>

#include "ingest/head.h"

namespace tally {

std::string decoded(std::string bytes, std::vector<std::string>& warnings) {
  if (is_utf8(bytes)) {
    return bytes;
  }
  warnings.emplace_back("not valid UTF-8: read as Windows-1252; check accents and currency signs");
  return from_windows_1252(bytes);
}

Document document_of_text(std::string bytes, const std::string& path) {
  constexpr std::string_view k_byte_order_mark = "\xEF\xBB\xBF";
  Document document;
  document.id = path;
  document.path = path;
  document.file = path;
  document.text = decoded(std::move(bytes), document.warnings);
  std::size_t at = 0;
  if (document.text.starts_with(k_byte_order_mark)) {
    at = k_byte_order_mark.size();
    document.skipped.push_back({0, at});
  }
  at = read_header_lines(document, at);
  at = read_title_line(document, at);
  at = read_header_lines(document, at);
  read_dateline(document, at);
  return document;
}

}  // namespace tally
