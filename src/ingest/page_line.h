// SPDX-License-Identifier: Apache-2.0
// Short lines of a page, as they are looked up among the layout's words.
#pragma once

#include <string>
#include <string_view>

#include "model/layout.h"

namespace tally {

// The words of a line in lower case, without figures and signs: "Comments (12)" is "comments". One
// apostrophe stands for all.
std::string bare_line(std::string_view line);

// True for a line that says of itself that it is no text: "Advertisement".
bool is_label(std::string_view line, const Layout& layout);

// True for a line that leads elsewhere: "Read more: …", "Lire aussi | …".
bool is_link_line(std::string_view line, const Layout& layout);

// True when one of the words of a request stands in the line: "… in your inbox".
bool holds_appeal(std::string_view line, const Layout& layout);

}  // namespace tally
