// SPDX-License-Identifier: Apache-2.0
#include "ingest/head.h"

#include <algorithm>
#include <string_view>

#include <fmt/format.h>

#include "ingest/published.h"

namespace tally {
namespace {

constexpr std::size_t k_longest_title = 140;    // bytes
constexpr std::size_t k_longest_byline = 80;    // bytes
constexpr std::size_t k_longest_dateline = 90;  // bytes, up to the dash

// What a line with this key says; nothing where it is no header.
std::optional<HeaderField> field_named(std::string_view key, const Layout& layout) {
  return found_in(layout.headers, folded(trimmed(key)));
}

// The line that begins at byte `at`, without its line break.
Span line_at(std::string_view text, std::size_t at) {
  return {at, std::min(text.find('\n', at), text.size())};
}

std::size_t next_line(std::string_view text, Span line) {
  return std::min(line.end + 1, text.size());
}

std::size_t first_written_line(std::string_view text, std::size_t at) {
  while (at < text.size() && trimmed(slice(text, line_at(text, at))).empty()) {
    at = next_line(text, line_at(text, at));
  }
  return at;
}

struct Header {
  HeaderField field;
  std::string_view value;
};

// "Key: value".
std::optional<Header> keyed_header(std::string_view line, const Layout& layout) {
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos) {
    return std::nullopt;
  }
  const auto field = field_named(line.substr(0, colon), layout);
  return field ? std::optional<Header>({*field, trimmed(line.substr(colon + 1))}) : std::nullopt;
}

bool looks_like_byline(std::string_view names, std::string_view line) {
  return !names.empty() && is_upper(code_point_at(names, 0).value) && !line.ends_with('.') &&
         line.size() <= k_longest_byline;
}

// "date 2024-04-21", "By A. Writer": a key without a colon, where the value leaves no doubt.
std::optional<Header> bare_header(std::string_view line, const Layout& layout) {
  const std::size_t blank = line.find(' ');
  if (blank == std::string_view::npos) {
    return std::nullopt;
  }
  const auto field = field_named(line.substr(0, blank), layout);
  const std::string_view value = trimmed(line.substr(blank));
  const bool is_date = field == HeaderField::published && parse_iso_date(value).has_value();
  const bool is_byline = field == HeaderField::byline && looks_like_byline(value, line);
  return is_date || is_byline ? std::optional<Header>({*field, value}) : std::nullopt;
}

void keep_first(std::string& member, std::string_view value) {
  if (member.empty()) {
    member = value;
  }
}

void take_published(Document& document,
                    std::string_view value,
                    PublishedFrom from,
                    const Layout& layout) {
  if (document.published) {
    return;
  }
  const auto published = published_in(value, layout);
  if (!published) {
    document.warnings.push_back(
        fmt::format("the header's date '{}' is not understood; write it as 2024-04-21", value));
    return;
  }
  document.published = published->day;
  document.published_time = published->time;
  document.published_from = from;
}

void take(Document& document, const Header& header, PublishedFrom from, const Layout& layout) {
  switch (header.field) {
    case HeaderField::title:
      return keep_first(document.title, header.value);
    case HeaderField::outlet:
      return keep_first(document.outlet, header.value);
    case HeaderField::published:
      return take_published(document, header.value, from, layout);
    case HeaderField::url:
      return keep_first(document.url, header.value);
    case HeaderField::byline:
      return keep_first(document.byline, header.value);
    case HeaderField::language:
      return keep_first(document.language, primary_language(header.value));
  }
}

bool ends_like_a_sentence(std::string_view line) {
  constexpr std::string_view k_ends = ".,;:";
  return line.empty() || k_ends.find(line.back()) != std::string_view::npos;
}

bool looks_like_title(std::string_view text, Span line) {
  const std::string_view words = trimmed(slice(text, line));
  const std::size_t below = next_line(text, line);
  const bool blank_below =
      below < text.size() && trimmed(slice(text, line_at(text, below))).empty();
  return blank_below && words.size() <= k_longest_title && !ends_like_a_sentence(words);
}

// The part of a line before the dash of a dateline; empty when the line has none.
std::string_view dateline_in(std::string_view line) {
  for (const std::string_view dash : {"\u2014", "\u2013", " - ", " -- "}) {
    const std::size_t at = line.find(dash);
    if (at != std::string_view::npos && at <= k_longest_dateline) {
      return trimmed(line.substr(0, at));
    }
  }
  return {};
}

// Two capitals at the beginning: "DAKAR", "NEW YORK".
bool begins_in_capitals(std::string_view words) {
  if (words.empty()) {
    return false;
  }
  const CodePoint first = code_point_at(words, 0);
  return is_upper(first.value) && first.length < words.size() &&
         is_upper(code_point_at(words, first.length).value);
}

std::string_view in_brackets(std::string_view words) {
  const std::size_t open = words.find('(');
  const std::size_t close = words.find(')', std::min(open, words.size()));
  return close == std::string_view::npos ? std::string_view{}
                                         : trimmed(words.substr(open + 1, close - open - 1));
}

}  // namespace

std::string primary_language(std::string_view tag) {
  const std::string folded_tag = folded(trimmed(tag));
  const std::string primary = folded_tag.substr(0, folded_tag.find_first_of("-_ ,;"));
  const bool is_code =
      (primary.size() == 2 || primary.size() == 3) &&
      std::all_of(primary.begin(), primary.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  return is_code ? primary : std::string();
}

bool take_header(Document& document,
                 std::string_view key,
                 std::string_view value,
                 PublishedFrom from,
                 const Layout& layout) {
  const auto field = field_named(key, layout);
  if (field && !value.empty()) {
    take(document, {*field, value}, from, layout);
  }
  return field.has_value();
}

std::size_t read_header_lines(Document& document, std::size_t at, const Layout& layout) {
  const std::string_view text = document.text;
  for (;;) {
    at = first_written_line(text, at);
    const Span line = line_at(text, at);
    const std::string_view words = trimmed(slice(text, line));
    auto header = keyed_header(words, layout);
    header = header ? header : bare_header(words, layout);
    if (at >= text.size() || !header) {
      return at;
    }
    take(document, *header, PublishedFrom::header, layout);
    document.skipped.push_back(line);
    at = next_line(text, line);
  }
}

std::size_t read_title_line(Document& document, std::size_t at) {
  const std::string_view text = document.text;
  at = first_written_line(text, at);
  const Span line = line_at(text, at);
  const std::string_view words = trimmed(slice(text, line));
  const bool known = !words.empty() && squeezed(words) == squeezed(document.title);
  if (!known && (words.empty() || !looks_like_title(text, line))) {
    return at;
  }
  const std::size_t begin = static_cast<std::size_t>(words.data() - text.data());
  document.title_span = Span{begin, begin + words.size()};
  keep_first(document.title, words);
  return next_line(text, line);
}

void read_dateline(Document& document, std::size_t at, const Layout& layout) {
  const std::string_view text = document.text;
  at = first_written_line(text, at);
  const std::string_view dateline = dateline_in(trimmed(slice(text, line_at(text, at))));
  if (!begins_in_capitals(dateline)) {
    return;
  }
  keep_first(document.byline, in_brackets(dateline));
  const auto published = published_in(dateline, layout);
  if (published && !document.published) {
    document.published = published->day;
    document.published_from = PublishedFrom::dateline;
  }
}

}  // namespace tally
