// SPDX-License-Identifier: Apache-2.0
// Markdown files to documents.
#pragma once

#include <string>

#include "model/document.h"
#include "model/layout.h"

namespace tally {

// The document of a Markdown text (UTF-8): what a reader of the rendered page sees, without marks,
// addresses, code and comments; a picture's text is a caption. Metadata come from the front matter,
// YAML between `---` or TOML between `+++`, of which the keys of head.h are read:
//
//     ---
//     title: "The title"
//     date: 2024-04-21
//     author: [A. Writer, B. Reporter]
//     ---
//
// The title is that of the front matter, else the first heading. `path` becomes id, path and file.
Document document_of_markdown(const std::string& text,
                              const std::string& path,
                              const Layout& layout);

}  // namespace tally
