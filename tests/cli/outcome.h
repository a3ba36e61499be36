// SPDX-License-Identifier: Apache-2.0
// One run of the program inside a test, and what it left behind.
#pragma once

#include <sstream>
#include <string>
#include <vector>

#include "cli/run.h"

namespace tally::cli {

struct Outcome {
  int status = 0;
  std::string out;
  std::string err;
};

inline Outcome outcome_of(const std::vector<std::string>& arguments,
                          const Environment& environment = {},
                          const std::string& input = "") {
  std::istringstream in(input);
  std::ostringstream out;
  std::ostringstream err;
  const int status = run(arguments, {in, out, err}, environment);
  return {status, out.str(), err.str()};
}

}  // namespace tally::cli
