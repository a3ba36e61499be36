// SPDX-License-Identifier: Apache-2.0
#include "ingest/front_matter.h"

#include <algorithm>
#include <string>
#include <vector>

#include "ingest/head.h"

namespace tally {
namespace {

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    lines.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

std::string_view unquoted(std::string_view value) {
  value = trimmed(value);
  const bool quoted = value.size() >= 2 && value.front() == value.back() &&
                      (value.front() == '"' || value.front() == '\'');
  return quoted ? value.substr(1, value.size() - 2) : value;
}

// "[A, 'B']" as "A, B"; anything else without its quotes.
std::string plain_value(std::string_view value) {
  value = trimmed(value);
  if (!value.starts_with('[') || !value.ends_with(']')) {
    return std::string(unquoted(value));
  }
  value = value.substr(1, value.size() - 2);
  std::string out;
  for (std::size_t at = 0; at < value.size();) {
    const std::size_t end = std::min(value.find(',', at), value.size());
    out += out.empty() ? "" : ", ";
    out += unquoted(value.substr(at, end - at));
    at = end + 1;
  }
  return out;
}

struct Entry {
  std::string key;
  std::string value;
};

// The entries between the two marks; an item of a list is added to the entry above it.
std::vector<Entry> entries_of(const std::vector<std::string_view>& lines, char sign) {
  std::vector<Entry> entries;
  for (const std::string_view line : lines) {
    const std::string_view words = trimmed(line);
    if (words.starts_with("- ") && !entries.empty()) {
      std::string& value = entries.back().value;
      value += value.empty() ? "" : ", ";
      value += plain_value(words.substr(2));
      continue;
    }
    const std::size_t at = line.find(sign);
    const bool nested = line.starts_with(' ') || line.starts_with('\t');
    if (!nested && !words.starts_with('#') && at != std::string_view::npos) {
      entries.push_back(
          {std::string(unquoted(line.substr(0, at))), plain_value(line.substr(at + 1))});
    }
  }
  return entries;
}

}  // namespace

std::size_t read_front_matter(Document& document, std::string_view text, const Layout& layout) {
  const std::vector<std::string_view> lines = lines_of(text);
  const std::string_view mark = lines.empty() ? std::string_view() : trimmed(lines.front());
  if (mark != "---" && mark != "+++") {
    return 0;
  }
  const auto close = std::find_if(lines.begin() + 1, lines.end(), [mark](std::string_view line) {
    return trimmed(line) == mark || (mark == "---" && trimmed(line) == "...");
  });
  if (close == lines.end()) {
    return 0;
  }
  for (const Entry& entry : entries_of({lines.begin() + 1, close}, mark == "---" ? ':' : '=')) {
    take_header(document, entry.key, entry.value, PublishedFrom::front_matter, layout);
  }
  return static_cast<std::size_t>(close - lines.begin()) + 1;
}

}  // namespace tally
