// SPDX-License-Identifier: Apache-2.0
#include "base/text.h"

#include <utf8proc.h>

#include <algorithm>
#include <array>

namespace tally {
namespace {

constexpr char32_t k_replacement = 0xFFFD;
constexpr std::size_t k_block = 64;  // bytes between two counts of Places

bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

utf8proc_category_t category_of(char32_t c) {
  return utf8proc_category(static_cast<utf8proc_int32_t>(c));
}

// Windows-1252 0x80 to 0x9F (WHATWG Encoding Standard, index windows-1252); 0 marks the undefined.
constexpr std::array<char32_t, 32> k_windows_1252 = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

char32_t windows_1252_code_point(unsigned char byte) {
  if (byte < 0x80 || byte >= 0xA0) {
    return byte;
  }
  const char32_t mapped = k_windows_1252[byte - 0x80U];
  return mapped == 0 ? k_replacement : mapped;
}

}  // namespace

bool is_utf8(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    if (static_cast<unsigned char>(text[at]) < 0x80) {
      ++at;
      continue;
    }
    utf8proc_int32_t code_point = -1;
    const auto length =
        utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data() + at),
                         static_cast<utf8proc_ssize_t>(text.size() - at),
                         &code_point);
    if (length < 1 || code_point < 0) {
      return false;
    }
    at += static_cast<std::size_t>(length);
  }
  return true;
}

std::string from_windows_1252(std::string_view bytes) {
  std::string text;
  text.reserve(bytes.size() + bytes.size() / 8);
  for (const char byte : bytes) {
    append_utf8(text, windows_1252_code_point(static_cast<unsigned char>(byte)));
  }
  return text;
}

namespace beyond_ascii {

CodePoint code_point_at(std::string_view text, std::size_t at) {
  utf8proc_int32_t code_point = -1;
  const auto length = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data() + at),
                                       static_cast<utf8proc_ssize_t>(text.size() - at),
                                       &code_point);
  if (length < 1 || code_point < 0) {
    return {.value = k_replacement, .length = 1};
  }
  return {.value = static_cast<char32_t>(code_point), .length = static_cast<std::size_t>(length)};
}

bool is_letter(char32_t c) {
  const auto category = category_of(c);
  return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_ME;
}

bool is_upper(char32_t c) {
  const auto category = category_of(c);
  return category == UTF8PROC_CATEGORY_LU || category == UTF8PROC_CATEGORY_LT;
}

bool is_space(char32_t c) {
  const auto category = category_of(c);
  return c == 0x85 || c == 0xFEFF || c == 0x200B ||
         (category >= UTF8PROC_CATEGORY_ZS && category <= UTF8PROC_CATEGORY_ZP);
}

}  // namespace beyond_ascii

void append_utf8(std::string& out, char32_t code_point) {
  std::array<utf8proc_uint8_t, 4> bytes{};
  const auto length = utf8proc_encode_char(static_cast<utf8proc_int32_t>(code_point), bytes.data());
  out.append(reinterpret_cast<const char*>(bytes.data()), static_cast<std::size_t>(length));
}

std::string folded(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  std::size_t at = 0;
  while (at < text.size()) {
    if (is_ascii(static_cast<unsigned char>(text[at]))) {
      out.push_back(lower_of_ascii(text[at]));
      ++at;
      continue;
    }
    const CodePoint point = code_point_at(text, at);
    const bool is_curly_apostrophe = point.value == 0x2019;
    append_utf8(
        out,
        is_curly_apostrophe
            ? U'\''
            : static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(point.value))));
    at += point.length;
  }
  return out;
}

std::size_t begin_of_code_point_before(std::string_view text, std::size_t at) {
  --at;
  while (at > 0 && is_continuation(text[at])) {
    --at;
  }
  return at;
}

std::string_view trimmed(std::string_view text) {
  std::size_t begin = 0;
  while (begin < text.size()) {
    const CodePoint point = code_point_at(text, begin);
    if (!is_space(point.value)) {
      break;
    }
    begin += point.length;
  }
  std::size_t end = text.size();
  while (end > begin) {
    const std::size_t last = begin_of_code_point_before(text, end);
    if (!is_space(code_point_at(text, last).value)) {
      break;
    }
    end = last;
  }
  return text.substr(begin, end - begin);
}

std::string squeezed(std::string_view text) {
  const std::string_view body = trimmed(text);
  std::string out;
  out.reserve(body.size());
  std::size_t word = 0;  // where the run of other characters begins
  for (std::size_t at = 0; at < body.size();) {
    CodePoint point = code_point_at(body, at);
    if (!is_space(point.value)) {
      at += point.length;
      continue;
    }
    out.append(body.substr(word, at - word));
    out.push_back(' ');
    while (is_space(point.value)) {  // ends, as the body ends in another character
      at += point.length;
      point = code_point_at(body, at);
    }
    word = at;
  }
  out.append(body.substr(word));
  return out;
}

std::string_view nth_line(std::string_view text, std::size_t number) {
  std::size_t begin = 0;
  for (std::size_t i = 1; i < number; ++i) {
    begin = text.find('\n', begin);
    if (begin == std::string_view::npos) {
      return {};
    }
    ++begin;
  }
  return text.substr(begin, text.find('\n', begin) - begin);
}

Places::Places(std::string_view text) : continuation_map_((text.size() + 7) / 8, '\0') {
  line_begins_.push_back(0);
  std::size_t continuations = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (at % k_block == 0) {
      continuation_bytes_.push_back(continuations);
    }
    if (is_continuation(text[at])) {
      ++continuations;
      auto& bits = continuation_map_[at / 8];
      bits = static_cast<char>(static_cast<unsigned char>(bits) | (1U << (at % 8)));
    }
    if (text[at] == '\n') {
      line_begins_.push_back(at + 1);
    }
  }
  continuation_bytes_.push_back(continuations);
}

std::size_t Places::code_points_before(std::size_t at) const {
  const std::size_t block = std::min(at / k_block, continuation_bytes_.size() - 1);
  std::size_t continuations = continuation_bytes_[block];
  for (std::size_t byte = block * k_block; byte < at; ++byte) {
    const auto bits = static_cast<unsigned char>(continuation_map_[byte / 8]);
    continuations += (bits >> (byte % 8)) & 1U;
  }
  return at - continuations;
}

std::size_t Places::line_of(std::size_t at) const {
  const auto after = std::upper_bound(line_begins_.begin(), line_begins_.end(), at);
  return static_cast<std::size_t>(after - line_begins_.begin());
}

std::size_t Places::column_of(std::size_t at) const {
  const std::size_t begin = line_begins_[line_of(at) - 1];
  return code_points_before(at) - code_points_before(begin) + 1;
}

}  // namespace tally
