// SPDX-License-Identifier: Apache-2.0
// The metadata above a Markdown text.
#pragma once

#include <cstddef>
#include <string_view>

#include "model/document.h"
#include "model/layout.h"

namespace tally {

// Reads front matter at the top of `text` into the metadata: YAML (`key: value`, lists in brackets
// or with a dash on each line) between two lines `---`, or TOML (`key = value`) between two lines
// `+++`. Other keys, nested ones and tables are passed over. Returns how many lines it takes; 0
// when there is none or it is not closed.
std::size_t read_front_matter(Document& document, std::string_view text, const Layout& layout);

}  // namespace tally
