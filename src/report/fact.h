// SPDX-License-Identifier: Apache-2.0
// One fact of a comparison as a block of text.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "model/finding.h"
#include "report/style.h"

namespace tally {

// A comparison ready to be written: its indices turned round. Views `comparison`, which must
// outlive it.
struct Page {
  explicit Page(const Comparison& whole);

  const Comparison& comparison;
  std::vector<Places> places;                      // of each source
  std::vector<std::vector<std::size_t>> findings;  // of each fact, gravest first
};

// How grave a verdict is for the reader: 0 is the gravest (conflict), agreement comes last.
int rank_of(Verdict verdict);

// The gravest verdict among the findings of a fact that the page holds.
Verdict verdict_of(const Page& page, std::size_t fact);

// True when somebody has dismissed every finding of the fact that has its gravest verdict.
bool is_dismissed(const Page& page, std::size_t fact);

// "story/post.txt:3:17": the place of a claim, safe for a terminal.
std::string place_of(const Page& page, std::size_t claim);

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

}  // namespace tally
