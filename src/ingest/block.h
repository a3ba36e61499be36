// SPDX-License-Identifier: Apache-2.0
// Blocks of text taken out of markup, and how they make a document's text.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "model/document.h"

namespace tally {

struct Block {
  enum class Kind { title, heading, paragraph, item, table, caption };

  Kind kind = Kind::paragraph;
  std::string text;             // UTF-8; a table has a line for each row, " | " between its cells
  std::vector<LineMark> marks;  // where parts of `text` stand in the file, ascending

  // Adds `words`, which stand on line `line` of the file.
  void add(std::string_view words, std::size_t line);
};

// Fills in text, title_span, captions and line_marks: the blocks one after the other, an empty line
// between. Blocks without words are left out. A block of kind title gives the title where none is
// known yet.
void put_blocks(Document& document, const std::vector<Block>& blocks);

}  // namespace tally
