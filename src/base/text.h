// SPDX-License-Identifier: Apache-2.0
// Text as UTF-8 bytes: spans, code points, folding, places by line and column.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tally {

// Half-open range of bytes in a text.
struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;

  std::size_t size() const { return end - begin; }
  bool contains(Span other) const { return begin <= other.begin && other.end <= end; }
  bool overlaps(Span other) const { return begin < other.end && other.begin < end; }
  friend bool operator==(const Span&, const Span&) = default;
};

inline std::string_view slice(std::string_view text, Span span) {
  return text.substr(span.begin, span.end - span.begin);
}

// True when every byte belongs to well-formed UTF-8 (no surrogates, no overlong forms).
bool is_utf8(std::string_view text);
// `bytes` read as Windows-1252 and written as UTF-8; undefined bytes become U+FFFD.
std::string from_windows_1252(std::string_view bytes);

// The code point that begins at `at` (< text.size(), on a boundary) and its length in bytes.
// Malformed bytes come back as U+FFFD with length 1.
struct CodePoint {
  char32_t value = 0;
  std::size_t length = 1;
};
CodePoint code_point_at(std::string_view text, std::size_t at);
// Where the code point that ends before byte `at` (> 0, on a boundary) begins.
std::size_t begin_of_code_point_before(std::string_view text, std::size_t at);
void append_utf8(std::string& out, char32_t code_point);

bool is_letter(char32_t c);  // Unicode letters and combining marks
bool is_upper(char32_t c);
bool is_digit(char32_t c);  // ASCII digits only: other digits are not read as figures
bool is_space(char32_t c);  // Unicode white space, the no-break spaces included

// The answers for what is not ASCII. The functions above answer for ASCII where they are called, as
// they are asked of every character.
namespace beyond_ascii {
CodePoint code_point_at(std::string_view text, std::size_t at);
bool is_letter(char32_t c);
bool is_upper(char32_t c);
bool is_space(char32_t c);
}  // namespace beyond_ascii

constexpr bool is_ascii(char32_t c) { return c < 0x80; }

inline CodePoint code_point_at(std::string_view text, std::size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  return is_ascii(byte) ? CodePoint{.value = byte, .length = 1}
                        : beyond_ascii::code_point_at(text, at);
}

inline bool is_letter(char32_t c) {
  const char32_t lower = c | 0x20U;
  return is_ascii(c) ? lower >= 'a' && lower <= 'z' : beyond_ascii::is_letter(c);
}

inline bool is_upper(char32_t c) {
  return is_ascii(c) ? c >= 'A' && c <= 'Z' : beyond_ascii::is_upper(c);
}

inline bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }

inline bool is_space(char32_t c) {
  return is_ascii(c) ? c == ' ' || (c >= '\t' && c <= '\r') : beyond_ascii::is_space(c);
}

constexpr char lower_of_ascii(char c) {
  return static_cast<char>(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
}

// Lower case by simple Unicode case mapping; the curly apostrophe becomes "'".
std::string folded(std::string_view text);
std::string_view trimmed(std::string_view text);
// Runs of white space become one blank: what a quote looks like on one line.
std::string squeezed(std::string_view text);

// The line of that number, from 1, without its end; empty where there is none.
std::string_view nth_line(std::string_view text, std::size_t number);

// Byte offsets of one text turned into code-point offsets, lines and columns. Keeps no view of it.
class Places {
 public:
  explicit Places(std::string_view text);
  // Code points before byte `at` (<= text.size()). Logarithmic.
  std::size_t code_points_before(std::size_t at) const;
  std::size_t line_of(std::size_t at) const;    // from 1
  std::size_t column_of(std::size_t at) const;  // from 1, in code points

 private:
  std::vector<std::size_t> line_begins_;
  std::vector<std::size_t> continuation_bytes_;  // how many, before every 64th byte
  std::string continuation_map_;                 // one bit a byte: is it a continuation byte?
};

}  // namespace tally
