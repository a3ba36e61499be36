// SPDX-License-Identifier: Apache-2.0
// `tally gaps`: figures that no pattern reads, the most frequent surroundings first.
#include <algorithm>
#include <cstdint>
#include <map>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/findings.h"
#include "model/place.h"
#include "pipeline.h"

namespace tally::cli {
namespace {

constexpr std::size_t k_words_around = 2;

// Surroundings of a figure with an example of them.
struct Gap {
  std::int64_t count = 0;
  std::string example;  // "story/post.txt:3:17"
};

// Where the `count`-th word to the left or right of byte `at` begins or ends, in the same line.
std::size_t words_before(std::string_view text, std::size_t at, std::size_t count) {
  bool in_word = false;
  while (at > 0 && text[at - 1] != '\n') {
    const bool blank = text[at - 1] == ' ';
    if (blank && in_word && --count == 0) {
      break;
    }
    in_word = !blank;
    --at;
  }
  return at;
}

std::size_t words_after(std::string_view text, std::size_t at, std::size_t count) {
  bool in_word = false;
  while (at < text.size() && text[at] != '\n') {
    const bool blank = text[at] == ' ';
    if (blank && in_word && --count == 0) {
      break;
    }
    in_word = !blank;
    ++at;
  }
  return at;
}

// The words around a figure, with every digit as #, so that like cases fall together.
std::string surroundings(const Document& document, Span figure) {
  const std::string_view text = document.text;
  std::string out = squeezed(slice(text,
                                   {words_before(text, figure.begin, k_words_around),
                                    words_after(text, figure.end, k_words_around)}));
  std::replace_if(
      out.begin(), out.end(), [](char c) { return c >= '0' && c <= '9'; }, '#');
  return out;
}

}  // namespace

int gaps(Session& session) {
  const auto pack = ready_pack_of(session);
  std::map<std::string, Gap> found;
  read_inputs(session, *pack, [&](const Document& document) {
    const Places places(document.text);
    for (const Rejected& rejected : extraction_of(document, *pack).rejected) {
      if (!rejected.pattern.empty()) {
        continue;
      }
      Gap& gap = found[surroundings(document, rejected.span)];
      const std::size_t at = rejected.span.begin;
      if (++gap.count == 1) {
        gap.example = place_of(document, places, at);
      }
    }
  });
  std::vector<std::pair<std::string, Gap>> sorted(found.begin(), found.end());
  std::stable_sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) {
    return a.second.count > b.second.count;
  });
  Table table{.columns = {"count", "context", "example"}};
  for (const auto& [context, gap] : sorted) {
    table.rows.push_back({gap.count, context, gap.example});
  }
  print_table(session, table);
  return 0;
}

}  // namespace tally::cli
