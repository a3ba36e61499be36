// SPDX-License-Identifier: Apache-2.0
// Files to documents.
#pragma once

#include <functional>
#include <istream>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/document.h"

namespace tally {

// What an input yields besides documents: faults of single records, named by file and line. The
// rest of the file is read all the same.
struct ReadOutcome {
  std::vector<Document> documents;
  std::vector<std::string> faults;  // one sentence each; any of them makes the exit status 2
};

// Reads one file by its type (.txt, .jsonl). Throws Error when the file cannot be read at all:
// missing, a directory, binary, empty.
ReadOutcome read_file(const std::string& path);

// The document of one .jsonl line {"id","text","published","title","url","outlet"}; `where` names
// the line in messages. Throws Error when it is no such object.
Document document_of_record(std::string_view line, const std::string& where);

// The document of a .txt file's bytes; `path` becomes id, path and file.
Document document_of_text(std::string bytes, const std::string& path);

}  // namespace tally
