// SPDX-License-Identifier: Apache-2.0
#include "report/style.h"

#include <algorithm>

#include <fmt/format.h>

namespace tally {
namespace {

std::string_view code_of(Ink ink) {
  switch (ink) {
    case Ink::conflict:
      return "1;31";
    case Ink::caution:
      return "1;33";
    case Ink::agree:
      return "32";
    case Ink::strong:
      return "1";
    case Ink::faint:
      return "2";
  }
  return "0";
}

// Bytes that the first `count` code points of `text` take.
std::size_t bytes_of(std::string_view text, std::size_t count) {
  std::size_t at = 0;
  for (; count > 0 && at < text.size(); --count) {
    at += code_point_at(text, at).length;
  }
  return at;
}

}  // namespace

Ink ink_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::agree:
      return Ink::agree;
    case Verdict::conflict:
      return Ink::conflict;
    case Verdict::update:
    case Verdict::scope:
    case Verdict::unclear:
      return Ink::caution;
  }
  return Ink::strong;
}

std::string painted(const Style& style, Ink ink, std::string_view text) {
  return style.colour ? fmt::format("\x1b[{}m{}\x1b[0m", code_of(ink), text) : std::string(text);
}

std::size_t code_points_in(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
  }));
}

std::string wrapped(const Style& style, std::string_view label, std::string_view text) {
  const std::string indent(code_points_in(label), ' ');
  std::string out;
  std::string line(label);
  bool empty = true;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    const std::string_view word = text.substr(at, end - at);
    if (!empty && code_points_in(line) + 1 + code_points_in(word) > style.width) {
      out += fmt::format("{}\n", line);
      line = indent;
      empty = true;
    }
    line += fmt::format("{}{}", empty ? "" : " ", word);
    empty = false;
    at = end + 1;
  }
  return fmt::format("{}{}\n", out, line);
}

std::string marked(const Style& style, std::size_t indent, const Excerpt& excerpt) {
  const std::string margin(indent, ' ');
  const std::string_view line = excerpt.line;
  if (style.colour) {
    const std::size_t begin = bytes_of(line, excerpt.mark_begin);
    const std::size_t end = bytes_of(line, excerpt.mark_end);
    return fmt::format("{}{}{}{}\n",
                       margin,
                       line.substr(0, begin),
                       painted(style, Ink::strong, line.substr(begin, end - begin)),
                       line.substr(end));
  }
  const std::string blanks(indent + excerpt.mark_begin, ' ');
  const std::string carets(std::max<std::size_t>(1, excerpt.mark_end - excerpt.mark_begin), '^');
  return fmt::format("{}{}\n{}{}\n", margin, line, blanks, carets);
}

std::string fitted(std::string_view text, std::size_t width) {
  const std::size_t size = code_points_in(text);
  if (size <= width) {
    return fmt::format("{}{}", text, std::string(width - size, ' '));
  }
  return fmt::format("{}\u2026", text.substr(0, bytes_of(text, width - 1)));
}

}  // namespace tally
