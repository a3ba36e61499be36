// SPDX-License-Identifier: Apache-2.0
// One block of a page with what tells an article's words from the rest.
#pragma once

#include <cstddef>
#include <string_view>

#include "ingest/block.h"
#include "ingest/page.h"

namespace tally {

// A paragraph, heading, list item, table or caption, and where it stands.
struct PageBlock {
  Block block;
  NodeId node = 0;          // the innermost element that holds all of it
  NodeId list = k_no_node;  // of an item: the outermost list around it
  std::size_t words = 0;
  std::size_t letters = 0;       // bytes of text
  std::size_t link_letters = 0;  // of these within links to elsewhere
  int level = 0;                 // of a heading: 1 to 6
  bool is_sentence = false;      // ends as a sentence does
  bool is_bold = false;          // all of it stands in bold
  bool has_time = false;         // some of it stands in <time>
  bool is_time = false;          // all of it does

  double link_share() const {
    return letters == 0 ? 0 : static_cast<double>(link_letters) / static_cast<double>(letters);
  }
  // A paragraph of running text: long enough, no list of links.
  bool is_prose() const;
  // How much it says that it is text of an article: its letters outside links.
  double weight() const;
};

// True for words that end as a sentence does.
bool ends_sentence(std::string_view words);

}  // namespace tally
