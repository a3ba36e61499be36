// SPDX-License-Identifier: Apache-2.0
// One claim as a report prints it: its words, its place, how it is read.
#pragma once

#include <cstddef>
#include <string>

#include "report/page.h"

namespace tally {

const Document& source_of(const Page& page, std::size_t claim);

// The words of a claim as they stand in its source, on one line. Not made safe for a terminal.
std::string quote_of(const Page& page, std::size_t claim);

// "story/post.txt:3:17": the place of a claim, safe for a terminal.
std::string place_of(const Page& page, std::size_t claim);
// The same of any byte of a source.
std::string place_in(const Page& page, std::size_t source, std::size_t at);

// "The Post, 2024-04-21", as far as it is known; says when the date is assumed.
std::string provenance_of(const Document& source);

// The normalised value, what a relative date was counted from, and whether the unit was assumed.
std::string reading_of(const Claim& claim);

// "attributed (Pentagon)": how the source stands to the figure; empty where it simply states it.
std::string said_by(const Claim& claim);

}  // namespace tally
