// SPDX-License-Identifier: Apache-2.0
// Files and streams to documents, one at a time.
#pragma once

#include <functional>
#include <istream>
#include <optional>
#include <string>
#include <vector>

#include "model/document.h"

namespace tally {

// Takes each document as it is read, so that a stream of any length needs the memory of one.
using DocumentSink = std::function<void(Document)>;

// What could not be read, one sentence each, with file and line. Everything else was handed over.
using Faults = std::vector<std::string>;

// What stands in an input: one article as plain text, or a record on each line.
enum class InputType { text, records };

// Reads one file as `type`; without one, `.jsonl` (or `.ndjson`) as records and anything else as
// plain text. A file that is missing, a directory, empty, binary, or of a type that is known not to
// be plain text is a fault.
Faults read_file(const std::string& path, std::optional<InputType> type, const DocumentSink& sink);

// The same for a stream; `name` stands for it in places and messages.
Faults read_stream(std::istream& in,
                   const std::string& name,
                   InputType type,
                   const DocumentSink& sink);

}  // namespace tally
