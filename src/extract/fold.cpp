// SPDX-License-Identifier: Apache-2.0
#include "extract/fold.h"

#include <vector>

#include "rules/lexicon.h"

namespace tally {
namespace {

// The first token of which `holds` is not true; it is true of those before and of none behind.
template <typename Holds>
std::size_t first_not(const Words& words, const Holds& holds) {
  std::size_t begin = 0;
  std::size_t end = words.size();
  while (begin < end) {
    const std::size_t middle = begin + (end - begin) / 2;
    if (holds(words[middle].span)) {
      begin = middle + 1;
    } else {
      end = middle;
    }
  }
  return begin;
}

// The tokens that a mention covers.
Range tokens_of(const Words& words, Span span) {
  return {first_not(words, [span](Span token) { return token.end <= span.begin; }),
          first_not(words, [span](Span token) { return token.begin < span.end; })};
}

// The mention that begins at each token, of several the one that covers most tokens, with these.
struct Begin {
  std::size_t mention = Folded::k_no_mention;
  Range range;
};

std::vector<Begin> begins_of(const Words& words, std::span<const Mention> mentions) {
  std::vector<Begin> begins(words.size());
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    const Range range = tokens_of(words, mentions[i].span);
    if (mentions[i].part == Part::sum || range.begin >= range.end) {
      continue;
    }
    Begin& begin = begins[range.begin];
    if (begin.mention == Folded::k_no_mention || range.size() > begin.range.size()) {
      begin = {i, range};
    }
  }
  return begins;
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
  const std::vector<Begin> begins = begins_of(words, mentions);
  for (std::size_t i = 0; i < words.size();) {
    const std::size_t chosen = begins[i].mention;
    const Range range = chosen == Folded::k_no_mention ? Range{i, i + 1} : begins[i].range;
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
