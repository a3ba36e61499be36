// SPDX-License-Identifier: Apache-2.0
#include "view.h"

#include <algorithm>
#include <utility>

#include "extract/claims.h"
#include "extract/mentions.h"
#include "extract/segment.h"

namespace tally {

DocumentView view_of(Document document, const RulePack& pack) {
  const Language& language = pack.language_of(document);
  DocumentView view{.document = std::move(document)};
  const std::vector<Sentence> sentences = sentences_of(view.document, language);
  Mentions mentions = mentions_of(view.document, sentences, pack);
  view.claims = claims_of(view.document, sentences, mentions, pack);
  std::size_t first = 0;
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    std::size_t last = first;
    while (last < mentions.found.size() && mentions.found[last].sentence == i) {
      ++last;
    }
    SentenceView sentence{.span = sentences[i].span, .tokens = std::move(mentions.tokens[i])};
    const Words words(view.document.text, sentence.tokens, language.lexicon);
    for (const Token& token : sentence.tokens) {
      sentence.codes.push_back(language.lexicon.code_of(token));
    }
    const std::span<const Mention> own(mentions.found.data() + first, last - first);
    sentence.folded = folded_sentence(words, own, first);
    view.sentences.push_back(std::move(sentence));
    first = last;
  }
  view.mentions = std::move(mentions.found);
  view.rejected = std::move(mentions.rejected);
  return view;
}

bool gaps_fit(const Pattern& pattern, const PatternMatch& match, std::size_t max_gap) {
  return std::all_of(match.captures.begin(), match.captures.end(), [&](const auto& capture) {
    return !pattern.names()[capture.first].empty() || capture.second.size() <= max_gap;
  });
}

std::vector<PatternMatch> matches_of(const Pattern& pattern,
                                     std::span<const Code> codes,
                                     std::optional<std::size_t> max_gap) {
  std::vector<PatternMatch> out;
  const Runes runes = pattern.runes_of(codes);
  std::size_t from = 0;
  while (const auto whole = pattern.find(runes, from)) {
    from = max_gap ? whole->begin + 1 : whole->end;
    PatternMatch match{.whole = *whole, .captures = pattern.captures(runes, *whole)};
    if (!max_gap || gaps_fit(pattern, match, *max_gap)) {
      out.push_back(std::move(match));
    }
  }
  return out;
}

}  // namespace tally
