// SPDX-License-Identifier: Apache-2.0
// Bytes into code points and back: the program counts bytes, the database code points.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "base/text.h"

namespace tally {

// The offsets of one text (UTF-8, under 4 GiB), in both directions. Keeps no view of it.
class Offsets {
 public:
  explicit Offsets(std::string_view text);
  // Code points before byte `at` (<= text.size()); a byte inside a code point counts as its start.
  std::size_t code_points_before(std::size_t at) const;
  // The byte at which code point `index` begins; the size of the text beyond the last one.
  std::size_t byte_of(std::size_t index) const;

  Span code_points_of(Span bytes) const {
    return {code_points_before(bytes.begin), code_points_before(bytes.end)};
  }
  Span bytes_of(Span code_points) const {
    return {byte_of(code_points.begin), byte_of(code_points.end)};
  }

 private:
  std::size_t size_;
  std::vector<std::uint32_t> begins_;  // of each code point; empty when all of the text is ASCII
};

}  // namespace tally
