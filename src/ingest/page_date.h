// SPDX-License-Identifier: Apache-2.0
// When a page was published.
#pragma once

#include <optional>
#include <vector>

#include "ingest/page_metadata.h"
#include "ingest/published.h"
#include "ingest/selection.h"
#include "model/document.h"

namespace tally {

struct PageDate {
  Published published;
  PublishedFrom from = PublishedFrom::none;
};

// The first that says so: structured data, meta tags, <time> (declared as publication, called so,
// or near the title), the address, a line called a date or standing near the title. Not a <time>
// within the text, a caption, or another article; not the time of an update.
std::optional<PageDate> date_of(const PageMetadata& metadata,
                                const WebPage& page,
                                const std::vector<PageBlock>& blocks,
                                const ArticleSelection& selection);

}  // namespace tally
