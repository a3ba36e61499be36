// SPDX-License-Identifier: Apache-2.0
// The text of a page in blocks, each with what tells an article's words from the rest.
#pragma once

#include <vector>

#include "ingest/page.h"
#include "ingest/page_block.h"
#include "ingest/page_hints.h"

namespace tally {

// All blocks in order of the page, hidden ones left out. A data table is one block; a table that
// only lays out the page is none. Two line breaks in a row part paragraphs.
std::vector<PageBlock> blocks_of(const WebPage& page, const PageHints& hints);

}  // namespace tally
