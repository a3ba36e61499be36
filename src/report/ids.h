// SPDX-License-Identifier: Apache-2.0
// Names of the parts of a report: "s1" a source, "c1" a claim, "f1" a fact, "d1" a finding, "o1" an
// origin, "t1" a story; numbers count from 1 in the order of the comparison.
#pragma once

#include <cstddef>
#include <string>

#include <fmt/format.h>

namespace tally {

inline std::string source_id(std::size_t index) { return fmt::format("s{}", index + 1); }
inline std::string claim_id(std::size_t index) { return fmt::format("c{}", index + 1); }
inline std::string fact_id(std::size_t index) { return fmt::format("f{}", index + 1); }
inline std::string finding_id(std::size_t index) { return fmt::format("d{}", index + 1); }
inline std::string origin_id(std::size_t number) { return fmt::format("o{}", number + 1); }
inline std::string story_id(std::size_t index) { return fmt::format("t{}", index + 1); }

}  // namespace tally
