// SPDX-License-Identifier: Apache-2.0
// A line of Markdown without its marks.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tally {

struct PlainWords {
  std::string text;
  std::vector<std::string> pictures;  // what pictures say in place of themselves
};

// The words of a line: links become their words, emphasis, code marks, tags and footnote marks go,
// escapes and the commonest character references are resolved.
PlainWords plain_words(std::string_view line);

}  // namespace tally
