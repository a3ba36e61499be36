// SPDX-License-Identifier: Apache-2.0
#include "store/lists.h"

#include <charconv>
#include <cstddef>

#include <fmt/format.h>

namespace tally {
namespace {

void add_quoted(std::string& out, std::string_view word) {
  out += '"';
  for (const char c : word) {
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (static_cast<unsigned char>(c) < 0x20U) {
      out += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
    } else {
      out += c;
    }
  }
  out += '"';
}

// The character that an escape stands for, and its length: \" \\ \u001f.
std::pair<char, std::size_t> escaped_at(std::string_view json, std::size_t backslash) {
  const std::string_view rest = json.substr(backslash + 1);
  if (!rest.starts_with('u') || rest.size() < 5) {
    return {rest.empty() ? '\\' : rest.front(), 2};
  }
  unsigned code = 0;
  std::from_chars(rest.data() + 1, rest.data() + 5, code, 16);
  return {static_cast<char>(code), 6};
}

}  // namespace

std::string json_of(const std::vector<std::string>& words) {
  std::size_t size = 2;
  for (const std::string& word : words) {
    size += word.size() + 3;
  }
  std::string out;
  out.reserve(size);
  out += '[';
  for (const std::string& word : words) {
    if (out.size() > 1) {
      out += ',';
    }
    add_quoted(out, word);
  }
  out += ']';
  return out;
}

std::string json_of(const std::vector<Span>& spans) {
  std::string out = "[";
  for (const Span& span : spans) {
    out += fmt::format("{}[{},{}]", out.size() > 1 ? "," : "", span.begin, span.end);
  }
  return out + "]";
}

std::vector<std::string> words_of_json(std::string_view json) {
  std::vector<std::string> words;
  bool inside = false;
  for (std::size_t i = 0; i < json.size();) {
    const char c = json[i];
    if (c == '"') {
      inside = !inside;
      if (inside) {
        words.emplace_back();
      }
      ++i;
    } else if (inside && c == '\\') {
      const auto [character, length] = escaped_at(json, i);
      words.back() += character;
      i += length;
    } else {
      if (inside) {
        words.back() += c;
      }
      ++i;
    }
  }
  return words;
}

std::vector<Span> spans_of_json(std::string_view json) {
  std::vector<std::size_t> numbers;
  const char* const end = json.data() + json.size();
  for (const char* at = json.data(); at < end;) {
    std::size_t number = 0;
    const auto [stop, error] = std::from_chars(at, end, number);
    if (error == std::errc{}) {
      numbers.push_back(number);
    }
    at = stop == at ? at + 1 : stop;
  }
  std::vector<Span> spans;
  for (std::size_t i = 0; i + 1 < numbers.size(); i += 2) {
    spans.push_back({numbers[i], numbers[i + 1]});
  }
  return spans;
}

}  // namespace tally
