// SPDX-License-Identifier: Apache-2.0
// Text as HTML, and the page around it.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "report/program.h"

namespace tally {

// `text` as HTML text or attribute value that shows it as it is: & < > " ' are escaped, control
// characters and marks that turn the direction of writing become U+FFFD.
std::string escaped_html(std::string_view text);

// The parts of a page by name, already HTML: title, heading, lead, verdicts, kinds, sources,
// findings, appendix. Absent ones are empty.
using PageParts = std::map<std::string, std::string, std::less<>>;

// One self-contained HTML file. Its Content-Security-Policy admits its own style and script by
// their hashes and nothing else: no network, no inline handlers, no style attributes.
std::string html_page(PageParts parts, const Program& program);

// "<button …>": a filter that shows or hides the cards of one verdict (or mark of a draft).
std::string verdict_button(std::string_view verdict, std::string_view label, std::size_t count);

// "<option …>" of a filter.
std::string option(std::string_view value, std::string_view label);

}  // namespace tally
