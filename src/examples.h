// SPDX-License-Identifier: Apache-2.0
// Runs the examples and rejects that the rules of a pack carry.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "rules/pack.h"

namespace tally {

// An example or reject that did not hold.
struct ExampleFailure {
  std::string rule;  // id
  std::string file;
  std::size_t line = 0;
  std::string text;
  std::string span;      // code points of what is meant: "16-29 'six years ago'"; may be "-"
  std::string expected;  // one line
  std::string actual;    // one line; what the text yields instead
};

struct ExampleOutcome {
  std::size_t rules = 0;
  std::size_t examples = 0;
  std::size_t rejects = 0;
  std::vector<ExampleFailure> failures;
};

// Runs the rules whose id or file (or the end of its path) is `only`, all where it is empty. An
// example holds when every expectation is met by a mention (of a value pattern) or a claim (of a
// claim rule) that this very rule makes of the text; a name pattern's example, when it takes
// something of the text and others meet the expectations. A reject holds when the rule makes
// nothing of the text.
ExampleOutcome examples_outcome(const RulePack& pack, std::string_view only);

}  // namespace tally
