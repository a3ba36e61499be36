// SPDX-License-Identifier: Apache-2.0
// Which elements of a page hold the caption of a picture.
#pragma once

#include "ingest/page_hints.h"

namespace tally {

// True for an element that is called a caption, a figure with a picture whose text nothing calls
// otherwise, and a cell of a layout table that holds a picture and a few words.
bool is_caption(const WebPage& page, const PageHints& hints, NodeId id);

}  // namespace tally
