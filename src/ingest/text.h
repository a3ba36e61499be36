// SPDX-License-Identifier: Apache-2.0
// Plain text files to documents.
#pragma once

#include <string>
#include <string_view>

#include "model/document.h"
#include "model/layout.h"

namespace tally {

// The document of a .txt file: the text is the whole of `bytes` as UTF-8 (see utf8_of; `charset` is
// what a header declares, if any); header lines (see head.h) and a byte-order mark are skipped
// spans of it. `path` becomes id, path and file.
Document document_of_text(std::string bytes,
                          const std::string& path,
                          const Layout& layout,
                          std::string_view charset = {});

}  // namespace tally
