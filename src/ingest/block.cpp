// SPDX-License-Identifier: Apache-2.0
#include "ingest/block.h"

namespace tally {

void Block::add(std::string_view words, std::size_t line) {
  if (!words.empty() && (marks.empty() || marks.back().line != line)) {
    marks.push_back({text.size(), line});
  }
  text += words;
}

namespace {

// Where the lines of `words`, a part of the block that stands at `span` of the document, begin.
void put_line_marks(Document& document, const Block& block, std::string_view words, Span span) {
  const auto cut = static_cast<std::size_t>(words.data() - block.text.data());
  for (const LineMark& mark : block.marks) {
    const std::size_t at = span.begin + (mark.at > cut ? mark.at - cut : 0);
    if (!document.line_marks.empty() && document.line_marks.back().at == at) {
      document.line_marks.pop_back();
    }
    if (at < span.end) {
      document.line_marks.push_back({at, mark.line});
    }
  }
}

}  // namespace

void put_blocks(Document& document, const std::vector<Block>& blocks) {
  for (const Block& block : blocks) {
    const std::string_view words = trimmed(block.text);
    if (words.empty()) {
      continue;
    }
    if (!document.text.empty()) {
      document.text += "\n\n";
    }
    const Span span{document.text.size(), document.text.size() + words.size()};
    put_line_marks(document, block, words, span);
    document.text += words;
    if (block.kind == Block::Kind::caption) {
      document.captions.push_back(span);
    }
    if (block.kind == Block::Kind::title && !document.title_span) {
      document.title_span = span;
      document.title = document.title.empty() ? squeezed(words) : document.title;
    }
  }
}

}  // namespace tally
