// SPDX-License-Identifier: Apache-2.0
// Tables of a page that hold data.
#pragma once

#include <cstddef>
#include <string_view>

#include "ingest/block.h"
#include "ingest/page.h"

namespace tally {

// Words parted by white space.
std::size_t word_count(std::string_view text);

// Does the table `id` hold data? Then its rows have several short cells, or it says what heads
// them, and no part of a page stands in it. Other tables lay out the page.
bool is_data_table(const WebPage& page, NodeId id);

struct TableText {
  Block block;  // a line for the caption and for each row, " | " between cells
  std::size_t letters = 0;
  std::size_t link_letters = 0;  // of these within links
};
TableText table_text_of(const WebPage& page, NodeId id);

}  // namespace tally
