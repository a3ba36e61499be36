// SPDX-License-Identifier: Apache-2.0
// Text into sentences.
#pragma once

#include <vector>

#include "model/document.h"
#include "model/mention.h"
#include "rules/language.h"

namespace tally {

// The sentences of a document, in order, without its skipped parts. A title or caption is a
// sentence of its own, a blank line ends one, an abbreviation of the lexicon (class
// "abbreviation") or a decimal point does not.
std::vector<Sentence> sentences_of(const Document& document, const Language& language);

}  // namespace tally
