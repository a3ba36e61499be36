// SPDX-License-Identifier: Apache-2.0
// Plain text files to documents.
#pragma once

#include <string>

#include "model/document.h"

namespace tally {

// `bytes` as UTF-8. Bytes that are not well-formed UTF-8 are read as Windows-1252, and a warning
// that says so is added.
std::string decoded(std::string bytes, std::vector<std::string>& warnings);

// The document of a .txt file: the text is the whole of `bytes`; header lines (see head.h) and a
// byte-order mark are skipped spans of it. `path` becomes id, path and file.
Document document_of_text(std::string bytes, const std::string& path);

}  // namespace tally
