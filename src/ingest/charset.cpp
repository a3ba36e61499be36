// SPDX-License-Identifier: Apache-2.0
#include "ingest/charset.h"

#include <iconv.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "base/text.h"

namespace tally {
namespace {

constexpr std::string_view k_utf_8 = "utf-8";
constexpr std::string_view k_windows_1252 = "windows-1252";
constexpr std::string_view k_replacement = "\xEF\xBF\xBD";
constexpr std::size_t k_inspected_bytes = 4096;

// Names that mean another charset than they say (WHATWG Encoding Standard), and those iconv lacks.
constexpr auto k_aliases = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"utf8", k_utf_8},
    {"unicode-1-1-utf-8", k_utf_8},
    {"ascii", k_windows_1252},
    {"us-ascii", k_windows_1252},
    {"iso-8859-1", k_windows_1252},
    {"iso8859-1", k_windows_1252},
    {"iso_8859-1", k_windows_1252},
    {"latin1", k_windows_1252},
    {"latin-1", k_windows_1252},
    {"l1", k_windows_1252},
    {"cp1252", k_windows_1252},
    {"x-cp1252", k_windows_1252},
    {"iso-8859-9", "windows-1254"},
    {"latin5", "windows-1254"},
    {"x-sjis", "shift_jis"},
    {"x-gbk", "gb18030"},
    {"gb2312", "gb18030"},
    {"gbk", "gb18030"},
    {"ks_c_5601-1987", "cp949"},
    {"euc-kr", "cp949"},
    {"windows-31j", "cp932"},
    {"shift_jis", "cp932"},
    {"x-mac-roman", "macintosh"},
});

struct Mark {
  std::string_view bytes;
  std::string_view charset;
};

// UTF-32 before UTF-16, whose mark it begins with.
constexpr std::array<Mark, 5> k_marks = {{{{"\xFF\xFE\0\0", 4}, "utf-32le"},
                                          {{"\0\0\xFE\xFF", 4}, "utf-32be"},
                                          {"\xEF\xBB\xBF", k_utf_8},
                                          {"\xFF\xFE", "utf-16le"},
                                          {"\xFE\xFF", "utf-16be"}}};

std::string canonical(std::string_view name) {
  const std::string plain = folded(trimmed(name));
  const auto alias = std::find_if(
      k_aliases.begin(), k_aliases.end(), [&](const auto& row) { return row.first == plain; });
  return alias == k_aliases.end() ? plain : std::string(alias->second);
}

// How the bytes that are not ASCII fall: code points of UTF-8, and bytes that belong to none.
struct Utf8Count {
  std::size_t sequences = 0;
  std::size_t stray = 0;
};

Utf8Count utf8_count(std::string_view bytes) {
  Utf8Count count;
  for (std::size_t at = 0; at < bytes.size();) {
    if (static_cast<unsigned char>(bytes[at]) < 0x80U) {
      ++at;
      continue;
    }
    const std::size_t length = code_point_at(bytes, at).length;
    ++(length > 1 ? count.sequences : count.stray);
    at += length;
  }
  return count;
}

// Every byte that belongs to no code point becomes U+FFFD.
std::string mended(std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size() + 16);
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t length = code_point_at(bytes, at).length;
    const bool stray = length == 1 && static_cast<unsigned char>(bytes[at]) >= 0x80U;
    out.append(stray ? k_replacement : bytes.substr(at, length));
    at += length;
  }
  return out;
}

// `bytes` by way of iconv; nothing when it does not know the charset.
std::optional<std::string> converted(std::string bytes,
                                     const std::string& charset,
                                     std::size_t& wrong) {
  const iconv_t conversion = iconv_open("UTF-8", charset.c_str());
  if (conversion == reinterpret_cast<iconv_t>(-1)) {  // NOLINT(performance-no-int-to-ptr)
    return std::nullopt;
  }
  std::string out;
  std::array<char, 1U << 14U> piece{};
  char* in = bytes.data();
  std::size_t left = bytes.size();
  while (left > 0) {
    char* to = piece.data();
    std::size_t room = piece.size();
    const std::size_t outcome = iconv(conversion, &in, &left, &to, &room);
    out.append(piece.data(), piece.size() - room);
    if (outcome == static_cast<std::size_t>(-1) && errno != E2BIG) {
      ++wrong;
      out += k_replacement;
      ++in;
      --left;
    }
  }
  iconv_close(conversion);
  return out;
}

std::string wrong_bytes(std::size_t count, std::string_view charset) {
  return fmt::format("{} byte{} not {}: replaced by U+FFFD; check the words around",
                     count,
                     count == 1 ? " is" : "s are",
                     charset);
}

// UTF-16 without a mark, as far as Latin letters show it.
std::string_view utf_16_in(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, k_inspected_bytes);
  std::array<std::size_t, 2> zeros{};
  for (std::size_t i = 0; i < head.size(); ++i) {
    zeros[i % 2] += static_cast<std::size_t>(head[i] == '\0');
  }
  const std::size_t half = head.size() / 2;
  if (zeros[1] * 10 > half * 7 && zeros[0] * 20 < half) {
    return "utf-16le";
  }
  return zeros[0] * 10 > half * 7 && zeros[1] * 20 < half ? "utf-16be" : "";
}

std::string guessed(std::string bytes, std::vector<std::string>& warnings) {
  const Utf8Count count = utf8_count(bytes);
  if (count.stray == 0) {
    return bytes;
  }
  if (count.sequences > count.stray) {  // UTF-8 with damage
    warnings.push_back(wrong_bytes(count.stray, "UTF-8"));
    return mended(bytes);
  }
  warnings.emplace_back("not valid UTF-8: read as Windows-1252; check accents and currency signs");
  return from_windows_1252(bytes);
}

std::string by_iconv(std::string bytes,
                     const std::string& charset,
                     std::vector<std::string>& warnings) {
  std::size_t wrong = 0;
  std::optional<std::string> out = converted(bytes, charset, wrong);
  if (!out) {
    warnings.push_back(fmt::format("the charset '{}' is not known", charset));
    return guessed(std::move(bytes), warnings);
  }
  if (wrong > 0) {
    warnings.push_back(wrong_bytes(wrong, charset));
  }
  return std::move(*out);
}

bool is_single_byte_latin(std::string_view charset) {
  return charset.starts_with("windows-125") || charset.starts_with("iso-8859");
}

}  // namespace

std::string utf8_of(std::string bytes,
                    std::string_view declared,
                    std::vector<std::string>& warnings) {
  for (const Mark& mark : k_marks) {
    if (!bytes.starts_with(mark.bytes)) {
      continue;
    }
    return mark.charset == k_utf_8
               ? guessed(std::move(bytes), warnings)
               : by_iconv(bytes.substr(mark.bytes.size()), std::string(mark.charset), warnings);
  }
  if (const std::string_view utf_16 = utf_16_in(bytes); !utf_16.empty()) {
    warnings.push_back(fmt::format("read as {}, which has no byte-order mark", utf_16));
    return by_iconv(std::move(bytes), std::string(utf_16), warnings);
  }
  const std::string charset = canonical(declared);
  if (charset.empty() || charset == k_utf_8 || charset.starts_with("utf-16")) {
    return guessed(std::move(bytes), warnings);
  }
  if (is_single_byte_latin(charset)) {
    const Utf8Count count = utf8_count(bytes);
    if (count.sequences > 0 && count.stray == 0) {
      warnings.push_back(fmt::format("declared as {} but is UTF-8: read as UTF-8", charset));
      return bytes;
    }
  }
  return charset == k_windows_1252 ? from_windows_1252(bytes)
                                   : by_iconv(std::move(bytes), charset, warnings);
}

}  // namespace tally
