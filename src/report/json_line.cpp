// SPDX-License-Identifier: Apache-2.0
#include "report/json_line.h"

#include <cmath>
#include <cstdint>
#include <iterator>

#include <fmt/format.h>

#include "base/text.h"

namespace tally {
namespace {

constexpr double k_largest_integer = 9007199254740992;  // 2^53: exact in a double

bool is_plain(char c) { return static_cast<unsigned char>(c) >= 0x20 && c != '"' && c != '\\'; }

void append_escaped(std::string& out, char c) {
  constexpr std::string_view k_short = "\b\f\n\r\t\"\\";
  constexpr std::string_view k_letters = "bfnrt\"\\";
  if (const std::size_t at = k_short.find(c); at != std::string_view::npos) {
    out += {'\\', k_letters[at]};
  } else {
    fmt::format_to(std::back_inserter(out), "\\u{:04x}", static_cast<unsigned char>(c));
  }
}

// With U+FFFD for what is no UTF-8.
std::string mended(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    append_utf8(out, point.value);
    at += point.length;
  }
  return out;
}

}  // namespace

void append_json(std::string& out, std::string_view text) {
  if (!is_utf8(text)) {
    append_json(out, mended(text));
    return;
  }
  out += '"';
  std::size_t plain = 0;  // where the run of plain bytes begins
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!is_plain(text[at])) {
      out += text.substr(plain, at - plain);
      append_escaped(out, text[at]);
      plain = at + 1;
    }
  }
  out += text.substr(plain);
  out += '"';
}

std::string quoted_json(std::string_view text) {
  std::string out;
  append_json(out, text);
  return out;
}

void JsonLine::begin(std::string_view key) {
  if (!members_.empty()) {
    members_ += ',';
  }
  append_json(members_, key);
  members_ += ':';
}

void JsonLine::text(std::string_view key, std::string_view value) {
  begin(key);
  append_json(members_, value);
}

void JsonLine::text_or_null(std::string_view key, std::string_view value) {
  if (value.empty()) {
    null(key);
  } else {
    text(key, value);
  }
}

void JsonLine::texts(std::string_view key, const std::vector<std::string>& values) {
  begin(key);
  members_ += '[';
  for (const std::string& value : values) {
    members_ += &value == &values.front() ? "" : ",";
    append_json(members_, value);
  }
  members_ += ']';
}

void JsonLine::integer(std::string_view key, std::size_t value) {
  begin(key);
  fmt::format_to(std::back_inserter(members_), "{}", value);
}

void JsonLine::number_or_null(std::string_view key, std::optional<double> value) {
  if (!value || !std::isfinite(*value)) {
    null(key);
    return;
  }
  begin(key);
  if (std::floor(*value) == *value && std::abs(*value) < k_largest_integer) {
    fmt::format_to(std::back_inserter(members_), "{}", static_cast<std::int64_t>(*value));
  } else {
    fmt::format_to(std::back_inserter(members_), "{}", *value);
  }
}

void JsonLine::boolean(std::string_view key, bool value) {
  begin(key);
  members_ += value ? "true" : "false";
}

void JsonLine::null(std::string_view key) {
  begin(key);
  members_ += "null";
}

void JsonLine::object(std::string_view key, const JsonLine& value) {
  begin(key);
  members_ += value.written();
}

}  // namespace tally
