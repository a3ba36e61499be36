// SPDX-License-Identifier: Apache-2.0
// Text into sentences.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "model/document.h"
#include "model/mention.h"
#include "rules/language.h"

namespace tally {

// Bytes of the longest sentence. What is longer is no prose, and work on a sentence grows faster
// than its length; docs/formats.md lists this limit.
inline constexpr std::size_t k_most_sentence_bytes = 8000;

// The sentences of a document, in order, without its skipped parts. A title or caption is a
// sentence of its own, a blank line ends one, an abbreviation of the lexicon (class
// "abbreviation") or a decimal point does not. One that is too long is cut at a blank.
std::vector<Sentence> sentences_of(const Document& document, const Language& language);

// Where a sentence that is too long begins, the first of the document; nothing when there is none.
std::optional<std::size_t> long_sentence_in(const Document& document, const Language& language);

}  // namespace tally
