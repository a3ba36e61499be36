// SPDX-License-Identifier: Apache-2.0
// What of a source is shown for a mention or claim: the span, the quote, the sentence around it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "model/claim.h"
#include "model/mention.h"

namespace tally {

// The bytes of the document that stand for a mention: the figure and, for a count, the noun phrase
// it counts where that follows directly (at most one blank or hyphen between): "1,000 troops".
Span shown_span(const Mention& mention);

// `text` made safe for a terminal: control characters, escape sequences and marks that turn the
// direction of writing become U+FFFD, so that a hostile source cannot paint over a report.
std::string visible(std::string_view text);
// The same for text of several lines, whose line ends stay.
std::string visible_lines(std::string_view text);

// One line of a sentence with the place of the quote in it, in code points.
struct Excerpt {
  std::string line;
  std::size_t mark_begin = 0;
  std::size_t mark_end = 0;

  friend bool operator==(const Excerpt&, const Excerpt&) = default;
};

// The sentence of a claim on one line of at most `width` code points, cut with an ellipsis on the
// sides where it is longer, safe for a terminal. `text` is the text of the claim's document.
Excerpt excerpt_of(const Claim& claim, std::string_view text, std::size_t width);

// The text around the sentence of a claim, a line each, in whole sentences or cut with an ellipsis;
// empty where the text begins or ends, or the sentence cannot be found in it.
struct Surroundings {
  std::string before;
  std::string after;
};
Surroundings surroundings_of(const Claim& claim, const Document& document);

// A mark in the words around it: `span` of `text` with some words of its paragraph on both sides.
Excerpt excerpt_around(Span span, std::string_view text, std::size_t width);

// The line of an excerpt before its mark, in it and behind it.
struct ExcerptParts {
  std::string before;
  std::string quote;
  std::string after;
};
ExcerptParts parts_of(const Excerpt& excerpt);

}  // namespace tally
