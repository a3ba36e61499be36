// SPDX-License-Identifier: Apache-2.0
// One fact of a comparison as a block of text.
#pragma once

#include <cstddef>
#include <string>

#include "report/page.h"
#include "report/style.h"

namespace tally {

// A fact whose sources differ, in full: for each pair of values that differ both quotes with place
// and normalised value, the arithmetic and what it rests on; then the positions with their counts.
std::string difference_block(const Page& page, std::size_t fact, const Style& style);

// A fact on which all agree, in short: its value, and one line for each source.
std::string agreement_block(const Page& page, std::size_t fact, const Style& style);

// One claim: its place and provenance, the sentence with the quote marked, the normalised value.
std::string claim_block(const Page& page, std::size_t claim, const Style& style);
// The same on one line: the quote and its place.
std::string quote_line(const Page& page, std::size_t claim, const Style& style);

// One finding: both claims, the arithmetic, what it rests on.
std::string finding_block(const Page& page, std::size_t finding, const Style& style);

// The second part of it alone: the arithmetic, and what it rests on.
std::string reason_block(const Finding& finding, const Style& style);

}  // namespace tally
