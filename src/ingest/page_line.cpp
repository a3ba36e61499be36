// SPDX-License-Identifier: Apache-2.0
#include "ingest/page_line.h"

#include <algorithm>

#include "base/text.h"

namespace tally {
namespace {

bool is_apostrophe(char32_t c) { return c == '\'' || c == 0x2019; }

}  // namespace

std::string bare_line(std::string_view line) {
  std::string out;
  bool blank = false;
  for (std::size_t at = 0; at < line.size();) {
    const CodePoint point = code_point_at(line, at);
    if (is_apostrophe(point.value) && !out.empty() && !blank) {
      out += '\'';
    } else if (is_letter(point.value) || (point.value == '-' && !out.empty() && !blank)) {
      out += blank && !out.empty() ? " " : "";
      out += line.substr(at, point.length);
      blank = false;
    } else {
      blank = true;
    }
    at += point.length;
  }
  return folded(out);
}

bool is_label(std::string_view line, const Layout& layout) {
  return std::binary_search(layout.labels.begin(), layout.labels.end(), bare_line(line));
}

bool is_link_line(std::string_view line, const Layout& layout) {
  const std::size_t sign = line.find_first_of(":|");
  if (sign == std::string_view::npos) {
    return false;
  }
  const std::string beginning = bare_line(line.substr(0, sign));
  return std::find(layout.links.begin(), layout.links.end(), beginning) != layout.links.end();
}

bool holds_appeal(std::string_view line, const Layout& layout) {
  const std::string words = " " + bare_line(line) + " ";
  return std::any_of(layout.appeals.begin(), layout.appeals.end(), [&](const std::string& appeal) {
    const std::size_t at = words.find(appeal);
    return at != std::string::npos && words[at - 1] == ' ' && words[at + appeal.size()] == ' ';
  });
}

}  // namespace tally
