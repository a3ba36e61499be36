// SPDX-License-Identifier: Apache-2.0
#include "ingest/references.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <utility>

#include "base/text.h"

namespace tally {
namespace {

constexpr std::size_t k_longest = 10;  // bytes of a reference

constexpr auto k_named = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"amp", "&"},
    {"lt", "<"},
    {"gt", ">"},
    {"quot", "\""},
    {"apos", "'"},
    {"nbsp", "\u00A0"},
    {"ndash", "\u2013"},
    {"mdash", "\u2014"},
    {"lsquo", "\u2018"},
    {"rsquo", "\u2019"},
    {"ldquo", "\u201C"},
    {"rdquo", "\u201D"},
    {"hellip", "\u2026"},
    {"euro", "\u20AC"},
    {"pound", "\u00A3"},
    {"deg", "\u00B0"},
    {"eacute", "\u00E9"},
});

// What "#8217", "#x2019" or "amp" stands for; empty when it is no reference.
std::string character_of(std::string_view name) {
  if (name.starts_with('#')) {
    const bool hexadecimal = name.size() > 1 && (name[1] == 'x' || name[1] == 'X');
    name.remove_prefix(hexadecimal ? 2 : 1);
    std::uint32_t code = 0;
    const auto [end, fault] =
        std::from_chars(name.data(), name.data() + name.size(), code, hexadecimal ? 16 : 10);
    const bool valid = fault == std::errc{} && end == name.data() + name.size() && code > 0 &&
                       code <= 0x10FFFF && (code < 0xD800 || code > 0xDFFF);
    std::string out;
    if (valid) {
      append_utf8(out, static_cast<char32_t>(code));
    }
    return out;
  }
  const auto row = std::find_if(
      k_named.begin(), k_named.end(), [name](const auto& one) { return one.first == name; });
  return row == k_named.end() ? std::string() : std::string(row->second);
}

std::string resolved_once(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '&') {
      const std::size_t end = text.substr(0, at + k_longest).find(';', at);
      const std::string character = end == std::string_view::npos
                                        ? std::string()
                                        : character_of(text.substr(at + 1, end - at - 1));
      if (!character.empty()) {
        out += character;
        at = end;
        continue;
      }
    }
    out += text[at];
  }
  return out;
}

bool begins_tag(std::string_view text, std::size_t at) {
  if (text[at] != '<' || at + 1 >= text.size()) {
    return false;
  }
  return text[at + 1] == '/' || is_letter(static_cast<unsigned char>(text[at + 1]));
}

}  // namespace

std::string resolved(std::string_view text) {
  std::string words = resolved_once(text);
  if (words.find('&') != std::string::npos) {
    words = resolved_once(words);
  }
  std::string out;
  for (std::size_t at = 0; at < words.size(); ++at) {
    const std::size_t end = begins_tag(words, at) ? words.find('>', at) : std::string::npos;
    if (end == std::string::npos) {
      out += words[at];
    } else {
      at = end;
    }
  }
  return out;
}

}  // namespace tally
