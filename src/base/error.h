// SPDX-License-Identifier: Apache-2.0
// The two ways a failure is reported: Error ends a run, Diagnostic describes a fault in a user's
// file.
#pragma once

#include <cstddef>
#include <stdexcept>
#include <string>
#include <utility>

namespace tally {

// The run cannot go on. `what()` is one sentence for the user that names the thing, the place and
// the way out. Thrown in ingest/, the pack loader, store/ and cli/ only; caught once in cli::run.
class Error : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// A place in a file; both count from 1.
struct FilePlace {
  std::string file;
  std::size_t line = 0;
  std::size_t column = 0;
};

// A fault in a file that the user wrote. `line` and `column` count from 1; 0 means the whole file.
// `code` is a stable name such as "unknown-class"; `message` says what is wrong and the way out.
struct Diagnostic {
  std::string file;
  std::size_t line = 0;
  std::size_t column = 0;
  std::string code;
  std::string message;
  std::string source_line;  // the line as written, for the caret; empty when there is none

  friend bool operator==(const Diagnostic&, const Diagnostic&) = default;
};

// A fault at a place, without the line that stands there.
inline Diagnostic fault_at(const FilePlace& place, std::string code, std::string message) {
  return {place.file, place.line, place.column, std::move(code), std::move(message), {}};
}

}  // namespace tally
