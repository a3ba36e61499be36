// SPDX-License-Identifier: Apache-2.0
// The line from documents to findings: the table of contents of the program.
#pragma once

#include <functional>
#include <span>
#include <vector>

#include "model/claim.h"
#include "model/document.h"
#include "model/draft.h"
#include "model/finding.h"
#include "model/mention.h"
#include "model/review.h"

namespace tally {

class RulePack;

// Everything that one document says, in order of the text.
struct Extraction {
  std::vector<Sentence> sentences;
  std::vector<Mention> mentions;   // every mention, claimed or not
  std::vector<Claim> claims;       // source is 0; compare() renumbers
  std::vector<Rejected> rejected;  // what looked like a figure and became no mention
};
Extraction extraction_of(const Document& document, const RulePack& pack);

// The figures of a document that take no part in a comparison, in order of the text: those that no
// pattern read, and mentions that no claim was made of. Their `source` is 0.
std::vector<Gap> gaps_of(const Extraction& extraction);

// Gives documents without a publication date their story's as assumed: the lower median of the
// dates of its other sources. Where no source of a story has one, nothing changes.
void assume_dates(std::vector<Document>& documents, const std::vector<Story>& stories);

// Reads documents and hands over what each of them says, in their order.
using ExtractAll = std::function<void(std::span<const Document> documents,
                                      const std::function<void(Extraction)>& take)>;

// One document after the other.
ExtractAll extract_in_turn(const RulePack& pack);

// What to make of documents besides what they say.
struct Comparing {
  bool one_story = false;                      // all are one story unless they clearly are not
  LinkBook links = {};                         // what people have said of the links of claims
  std::vector<DecisionRecord> decisions = {};  // and of findings
};

// Groups the documents into stories, assumes missing dates, extracts and compares.
// Decisions about findings are left to the caller.
Comparison comparison_of(std::vector<Document> documents,
                         const RulePack& pack,
                         const Comparing& comparing,
                         const ExtractAll& extract);
// The same, extracting in turn.
Comparison comparison_of(std::vector<Document> documents, const RulePack& pack, bool one_story);

// Compares a draft with its sources. A draft without a date is taken to be as old as the newest
// source of its story, as it was written after them. What was decided on two sources holds for the
// draft that takes the side of one of them.
DraftCheck draft_check_of(Document draft,
                          std::vector<Document> sources,
                          const RulePack& pack,
                          const Comparing& comparing,
                          const ExtractAll& extract);

}  // namespace tally
