// SPDX-License-Identifier: Apache-2.0
// A comparison as Markdown (CommonMark with GitHub's tables), to paste into notes and issues.
#pragma once

#include <string>
#include <string_view>

#include "model/finding.h"
#include "report/page.h"
#include "report/program.h"

namespace tally {

// The report in the order of the text report. What a source says stays text: Markdown and HTML in
// it are escaped, control characters replaced.
std::string comparison_markdown(const Comparison& comparison, const Program& program);

// `text` on one line as Markdown that shows it as it is, safe in a table cell.
std::string escaped_markdown(std::string_view text);

// "> …the sentence with **the quote** in it": a claim as a block quote, with its place below.
std::string quoted_markdown(const Page& page, std::size_t claim);

// A finding: both quotes, the arithmetic, and what it rests on.
std::string finding_markdown(const Page& page, std::size_t finding);

// The second part of it alone: the arithmetic, and what it rests on.
std::string reason_markdown(const Finding& finding);

}  // namespace tally
