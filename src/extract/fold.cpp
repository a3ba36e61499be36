// SPDX-License-Identifier: Apache-2.0
#include "extract/fold.h"

#include "rules/lexicon.h"

namespace tally {
namespace {

// The tokens that a mention covers.
Range tokens_of(const Words& words, Span span) {
  Range range;
  while (range.begin < words.size() && words[range.begin].span.end <= span.begin) {
    ++range.begin;
  }
  range.end = range.begin;
  while (range.end < words.size() && words[range.end].span.begin < span.end) {
    ++range.end;
  }
  return range;
}

}  // namespace

std::string_view manner_of(const Value& value) {
  if (value.modifier == Modifier::vague) {
    return "vague";
  }
  if (value.time && value.time->anchor) {
    return "relative";
  }
  return value.modifier == Modifier::range ? "range" : "point";
}

Folded folded_sentence(const Words& words, std::span<const Mention> mentions, std::size_t first) {
  Folded folded;
  for (std::size_t i = 0; i < words.size();) {
    std::size_t chosen = Folded::k_no_mention;
    Range range{i, i + 1};
    for (std::size_t m = 0; m < mentions.size(); ++m) {
      if (mentions[m].part == Part::sum) {
        continue;
      }
      const Range here = tokens_of(words, mentions[m].span);
      if (here.begin == i && !here.empty() &&
          (chosen == Folded::k_no_mention || here.size() > range.size())) {
        chosen = m;
        range = here;
      }
    }
    const Lexicon& lexicon = words.lexicon();
    const Token& token = words[i];
    const bool is_plain = chosen == Folded::k_no_mention;
    folded.codes.push_back(is_plain ? lexicon.code_of(token)
                                    : lexicon.code_of_mention(mentions[chosen].value.kind,
                                                              manner_of(mentions[chosen].value),
                                                              token.glued));
    folded.tokens.push_back(range);
    folded.mentions.push_back(is_plain ? chosen : first + chosen);
    i = range.end;
  }
  return folded;
}

}  // namespace tally
