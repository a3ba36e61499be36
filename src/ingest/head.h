// SPDX-License-Identifier: Apache-2.0
// The head of an article: header lines, title line, byline, dateline.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "model/document.h"
#include "model/layout.h"

namespace tally {

// The language of a tag as in "en-GB" or "fr_FR": its first part in lower case; empty when that is
// no code of two or three letters.
std::string primary_language(std::string_view tag);

// Takes one header of any of the layout's keys into the metadata, where it is not known yet; `from`
// is how a publication date is then known. False: no such key.
bool take_header(Document& document,
                 std::string_view key,
                 std::string_view value,
                 PublishedFrom from,
                 const Layout& layout);

// Reads header lines at the top of `document.text`, from byte `at` on, into the metadata and marks
// them as skipped. The keys are those of the layout, as docs/cli.md lists them. Two shapes: `Key:
// value` and, for a date that is written as 2024-04-21 and a byline that begins with a capital,
// `key value`:
//
//     Title: The title
//     Published: 21 April 2024
//     By A. Writer
//
// Case does not matter, blank lines between are allowed, the first other line ends the header.
// A key that stands twice keeps its first value. Returns where that other line begins.
std::size_t read_header_lines(Document& document, std::size_t at, const Layout& layout);

// Finds the title line of an article that begins at byte `at`: the line that equals the title
// already known, or else a first line of at most 140 bytes that does not end as a sentence does and
// has a blank line behind it. Fills title_span, and title when it is empty.
// Returns where the article goes on: behind the title, or `at`.
std::size_t read_title_line(Document& document, std::size_t at);

// Reads what a dateline at byte `at` tells ("NIAMEY, Niger (AP) — ", "PARIS, April 21, 2024 - "):
// the agency in brackets becomes the byline and a full date the publication date, each only where
// nothing is known yet. A line that begins with no word in capitals is left alone.
void read_dateline(Document& document, std::size_t at, const Layout& layout);

}  // namespace tally
