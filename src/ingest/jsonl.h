// SPDX-License-Identifier: Apache-2.0
// Lines of a .jsonl file to documents.
#pragma once

#include <string>
#include <string_view>
#include <variant>

#include "model/document.h"
#include "model/layout.h"

namespace tally {

// What is wrong with a record, in a few words for people.
struct RecordFault {
  std::string message;
};

// The document of one line {"id","text","published","title","url","outlet","byline","language"}.
// Only "text" is needed; the id is then `place` ("story.jsonl:3"). The text is the record's own, so
// offsets count from its beginning. `file` is where the line stands. A publication date that is not
// understood becomes a warning. Members of other names are passed over.
std::variant<Document, RecordFault> document_of_record(std::string line,
                                                       const std::string& file,
                                                       const std::string& place,
                                                       const Layout& layout);

}  // namespace tally
