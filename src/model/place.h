// SPDX-License-Identifier: Apache-2.0
// Where something stands in a source, as people look it up.
#pragma once

#include <cstddef>
#include <string>

#include "model/document.h"

namespace tally {

// The place of byte `at` of the document's text: "story.txt:3:17" with line and column; for text
// that was taken out of markup "page.html:120", the line of the file it was taken from.
// `places` are those of the document's text.
std::string place_of(const Document& document, const Places& places, std::size_t at);

}  // namespace tally
