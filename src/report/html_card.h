// SPDX-License-Identifier: Apache-2.0
// One fact of a comparison as a card of an HTML report.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "report/page.h"

namespace tally {

// An <article> with verdict, positions, drawing, the pairs of quotes side by side with the
// arithmetic, and all statements. Its data attributes are what the page's filters look at.
std::string fact_card(const Page& page, std::size_t fact);

// A claim as a <figure>: outlet, date and place, the sentence with the quote marked and the text
// around it, how it is read, who says so. `side` is a class that colours it; it may be empty.
std::string quote_figure(const Page& page, std::size_t claim, std::string_view side);

// A finding: both quotes side by side, the arithmetic, and what it rests on.
std::string finding_html(const Page& page, std::size_t finding);

// The second part of it alone: the arithmetic, and what it rests on.
std::string reason_html(const Page& page, std::size_t finding);

// "Conflict": a verdict as a label.
std::string_view label_of(Verdict verdict);

}  // namespace tally
