// SPDX-License-Identifier: Apache-2.0
// The text of a page in blocks, each with what tells an article's words from the rest.
#pragma once

#include <cstddef>
#include <vector>

#include "ingest/block.h"
#include "ingest/page.h"
#include "ingest/page_hints.h"

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

// All blocks in order of the page, hidden ones left out. A data table is one block; a table that
// only lays out the page is none. Two line breaks in a row part paragraphs.
std::vector<PageBlock> blocks_of(const WebPage& page, const PageHints& hints);

}  // namespace tally
