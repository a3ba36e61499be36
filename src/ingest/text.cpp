// SPDX-License-Identifier: Apache-2.0
#include "ingest/text.h"

#include <utility>

#include "ingest/charset.h"
#include "ingest/head.h"

namespace tally {

Document document_of_text(std::string bytes,
                          const std::string& path,
                          const Layout& layout,
                          std::string_view charset) {
  constexpr std::string_view k_byte_order_mark = "\xEF\xBB\xBF";
  Document document;
  document.id = path;
  document.path = path;
  document.file = path;
  document.text = utf8_of(std::move(bytes), charset, document.warnings);
  std::size_t at = 0;
  if (document.text.starts_with(k_byte_order_mark)) {
    at = k_byte_order_mark.size();
    document.skipped.push_back({0, at});
  }
  at = read_header_lines(document, at, layout);
  at = read_title_line(document, at);
  at = read_header_lines(document, at, layout);
  read_dateline(document, at, layout);
  return document;
}

}  // namespace tally
