// SPDX-License-Identifier: Apache-2.0
// When a page was published.
#pragma once

#include <optional>
#include <vector>

#include "ingest/page_hints.h"
#include "ingest/page_metadata.h"
#include "ingest/published.h"
#include "ingest/selection.h"
#include "model/document.h"

namespace tally {

struct PageDate {
  Published published;
  PublishedFrom from = PublishedFrom::none;
  bool in_masthead = false;  // it stands far above the title: it may be that of the visit
};

// The first that says so: structured data, meta tags, a <time> declared as publication or near the
// title, the address, a line near the title, a <time> or a line called a date elsewhere, the only
// date above the title. Not a date within the text, a caption, or another article; that of an
// update only where there is no other.
std::optional<PageDate> date_of(const PageMetadata& metadata,
                                const WebPage& page,
                                const PageHints& hints,
                                const std::vector<PageBlock>& blocks,
                                const ArticleSelection& selection);

}  // namespace tally
