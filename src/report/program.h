// SPDX-License-Identifier: Apache-2.0
// What made a report: the program and the rule pack, by name and version.
#pragma once

#include <string>

namespace tally {

struct Program {
  std::string version;     // of tally: "0.1.0"
  std::string rules_name;  // of the pack
  std::string rules_version;
  std::string rules_sha256;

  friend bool operator==(const Program&, const Program&) = default;
};

}  // namespace tally
