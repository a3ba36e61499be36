// SPDX-License-Identifier: Apache-2.0
// Names of the parts of a report: "s1" a source, "c1" a claim, "f1" a fact, "d1" a finding, "o1" an
// origin, "t1" a story; numbers count from 1 in the order of the comparison.
#pragma once

#include <charconv>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include <fmt/format.h>

namespace tally {

inline std::string source_id(std::size_t index) { return fmt::format("s{}", index + 1); }
inline std::string claim_id(std::size_t index) { return fmt::format("c{}", index + 1); }
inline std::string fact_id(std::size_t index) { return fmt::format("f{}", index + 1); }
inline std::string finding_id(std::size_t index) { return fmt::format("d{}", index + 1); }
inline std::string origin_id(std::size_t number) { return fmt::format("o{}", number + 1); }
inline std::string story_id(std::size_t index) { return fmt::format("t{}", index + 1); }

// The index that an id stands for: "d3" with the letter d is 2. Nothing when it is no such id or
// not below `size`.
inline std::optional<std::size_t> index_of_id(std::string_view id, char letter, std::size_t size) {
  if (!id.starts_with(letter)) {
    return std::nullopt;
  }
  std::size_t number = 0;
  const char* end = id.data() + id.size();
  const auto [stop, fault] = std::from_chars(id.data() + 1, end, number);
  const bool valid = fault == std::errc{} && stop == end && number >= 1 && number <= size;
  return valid ? std::optional(number - 1) : std::nullopt;
}

}  // namespace tally
