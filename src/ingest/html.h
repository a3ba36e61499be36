// SPDX-License-Identifier: Apache-2.0
// HTML to a tree: the one door to libxml2.
#pragma once

#include <string>
#include <variant>

#include "ingest/page.h"

namespace tally {

// Why a page cannot be read, without its name.
struct PageFault {
  std::string message;
  bool holds_no_article = false;  // the page itself is fine
};

// The tree of a page in UTF-8, as forgiving as browsers are. Scripts, styles and other things that
// are no words are left out. Nothing is fetched and no entity is declared. A fault when elements
// stand within each other more than k_most_nesting deep or are more than k_most_elements.
std::variant<WebPage, PageFault> page_of(const std::string& html);

}  // namespace tally
