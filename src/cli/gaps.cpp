// SPDX-License-Identifier: Apache-2.0
// `tally gaps`: figures that no pattern reads or no claim was made of, the most frequent
// surroundings first.
#include <algorithm>
#include <cstdint>
#include <map>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/database.h"
#include "cli/findings.h"
#include "model/place.h"
#include "pipeline.h"

namespace tally::cli {
namespace {

constexpr std::size_t k_words_around = 2;

// Why a figure takes no part, and the words around it.
using Key = std::pair<GapKind, std::string>;

// How often figures stand in such words, and where first.
struct Context {
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

// The words around a figure, with every digit as # and without marks at the end, so that like cases
// fall together.
std::string surroundings(const Document& document, Span figure) {
  const std::string_view text = document.text;
  std::string out = squeezed(slice(text,
                                   {words_before(text, figure.begin, k_words_around),
                                    words_after(text, figure.end, k_words_around)}));
  std::replace_if(
      out.begin(), out.end(), [](char c) { return c >= '0' && c <= '9'; }, '#');
  out.erase(out.find_last_not_of(".,;:!?") + 1);
  return out;
}

std::string_view reason_of(GapKind kind) {
  return kind == GapKind::unread ? "not read" : "no claim";
}

// The most frequent first; of those that are as frequent, those that no pattern reads.
Table table_of(const std::map<Key, Context>& found) {
  std::vector<std::pair<Key, Context>> sorted(found.begin(), found.end());
  std::stable_sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) {
    return a.second.count > b.second.count;
  });
  Table table{.columns = {"count", "why", "context", "example"}};
  for (const auto& [key, context] : sorted) {
    table.rows.push_back(
        {context.count, std::string(reason_of(key.first)), key.second, context.example});
  }
  return table;
}

}  // namespace

int gaps(Session& session) {
  const auto pack = ready_pack_of(session);
  std::map<Key, Context> found;
  const auto take = [&](const Document& document) {
    const Places places(document.text);
    for (const Gap& gap : gaps_of(extraction_of(document, *pack))) {
      Context& context = found[{gap.kind, surroundings(document, gap.span)}];
      if (++context.count == 1) {
        context.example = place_of(document, places, gap.span.begin);
      }
    }
  };
  if (session.options.inputs.empty()) {
    const Store store(database_path(session), Access::read);
    for (const Document& document : store.load_documents()) {
      take(document);
    }
  } else {
    read_inputs(session, *pack, take);
  }
  print_table(session, table_of(found));
  return 0;
}

}  // namespace tally::cli
