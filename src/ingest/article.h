// SPDX-License-Identifier: Apache-2.0
// Web pages to documents.
#pragma once

#include <string>
#include <variant>

#include "ingest/html.h"
#include "model/document.h"
#include "model/layout.h"

namespace tally {

// Where a page comes from.
struct PageOrigin {
  std::string path;     // becomes id, path and file
  std::string url;      // its address, where an archive knows it
  std::string charset;  // as a header declares it; may be empty
};

// The article on a page: title and body without navigation, adverts, related links, notices and
// comments; captions are marked as such; line_marks give the lines of the file. The charset is that
// of a byte-order mark, the header, the page's own declaration. The publication date is that of
// structured data (JSON-LD), else of meta tags, of <time>, of the address, of a line near the
// title, of the dateline. A fault when the page is nested too deep, too large, or holds no article.
std::variant<Document, PageFault> document_of_page(std::string bytes,
                                                   const PageOrigin& origin,
                                                   const Layout& layout);

}  // namespace tally
