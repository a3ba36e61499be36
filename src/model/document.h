// SPDX-License-Identifier: Apache-2.0
// One source's text with what is known about it.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/civil.h"
#include "base/text.h"

namespace tally {

// How the publication date is known.
enum class PublishedFrom {
  none,
  flag,
  record,
  header,
  front_matter,
  json_ld,
  meta,
  time_element,
  url,
  dateline,
  assumed
};

// The text from byte `at` on, up to the next mark, stands on line `line` (from 1) of the file.
struct LineMark {
  std::size_t at = 0;
  std::size_t line = 1;

  friend bool operator==(const LineMark&, const LineMark&) = default;
};

struct Document {
  std::string id;    // names the source: the path, or the "id" of a record in a .jsonl file
  std::string path;  // as given on the command line; the record's id for a record of a .jsonl file
  std::string file;  // the file it stands in, for places; equal to path for a plain file
  std::string title;
  std::string outlet;
  std::string byline;
  std::string url;
  std::string language;              // ISO 639, "en"; empty: to be told from the text
  std::string text;                  // UTF-8, unchanged; for a .txt file the whole file
  std::vector<Span> skipped;         // header lines: part of the text, but without mentions
  std::optional<Span> title_span;    // where the title stands in the text
  std::vector<Span> captions;        // picture captions
  std::vector<LineMark> line_marks;  // of text taken out of markup, ascending; else empty
  std::optional<Day> published;
  std::string published_time;  // "HH:MM" when known, in the outlet's own time
  PublishedFrom published_from = PublishedFrom::none;
  std::vector<std::string> warnings;  // what ingest had to assume, one sentence each

  friend bool operator==(const Document&, const Document&) = default;
};

std::string_view name_of(PublishedFrom from);
std::optional<PublishedFrom> published_from_named(std::string_view name);

}  // namespace tally
