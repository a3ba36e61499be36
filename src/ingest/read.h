// SPDX-License-Identifier: Apache-2.0
// Files, directories and streams to documents, one at a time.
#pragma once

#include <istream>
#include <optional>
#include <string>
#include <vector>

#include "ingest/byte_stream.h"
#include "ingest/input_type.h"
#include "ingest/sink.h"
#include "model/layout.h"

namespace tally {

// The files that `path` stands for: itself, or, where it is a directory, every file below it of a
// type that is read, sorted by path. Hidden files and directories and README files are passed over,
// links to directories are not followed. Empty when there is none.
std::vector<std::string> files_of(const std::string& path);

// What is known of an input before it is read.
struct InputForm {
  const Layout& layout;
  std::optional<InputType> type = std::nullopt;  // absent: its name and first bytes tell
};

// Reads one file as its type says; without one by the end of its name, and where that says nothing
// by its first bytes. Files packed with gzip are read as what they hold ("page.html.gz"). A file
// that is missing, a directory, empty, binary, too large, or of a type that is not read is a fault.
Faults read_file(const std::string& path,
                 const InputForm& form,
                 const DocumentSink& sink,
                 const ByteMeter& meter = {});

// The same for a stream; `name` stands for it in places and messages. Without a type its first
// bytes tell: a web archive, a web page, a JSON object on its first line, else plain text.
Faults read_stream(std::istream& in,
                   const std::string& name,
                   const InputForm& form,
                   const DocumentSink& sink,
                   const ByteMeter& meter = {});

}  // namespace tally
