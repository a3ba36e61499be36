// SPDX-License-Identifier: Apache-2.0
#include "rules/leaf.h"

#include <fmt/format.h>

namespace tally {
namespace {

using Type = Expression::Type;

// Is the word a token, by itself or at the edge of another one, as clitics are?
bool is_token(const std::string& word, const Lexicon& lexicon) {
  for (const std::string& text : {word, fmt::format("{}a", word), fmt::format("a{}", word)}) {
    for (const Token& token : lexicon.tokens_of(text, {0, text.size()})) {
      if (slice(text, token.span) == word) {
        return true;
      }
    }
  }
  return false;
}

std::string literal_fault(const std::string& word, const Lexicon& lexicon) {
  if (is_token(word, lexicon)) {
    return {};
  }
  std::string parts;
  for (const Token& token : lexicon.tokens_of(word, {0, word.size()})) {
    parts += fmt::format("{}{}", parts.empty() ? "" : " ", slice(word, token.span));
  }
  return fmt::format("no token is '{}', as text falls into '{}'; write it so", word, parts);
}

}  // namespace

bool is_leaf(const Expression& node) {
  return node.type == Type::literal || node.type == Type::named || node.type == Type::choice;
}

std::vector<Code> codes_of_leaf(const Expression& leaf, const Lexicon& lexicon, bool mentions) {
  if (leaf.type == Type::literal) {
    return lexicon.codes_of_literal(leaf.text, leaf.glued);
  }
  if (leaf.type == Type::named) {
    return mentions && lexicon.is_mention_class(leaf.text)
               ? lexicon.codes_of_mention(leaf.text, leaf.glued)
               : lexicon.codes_of_class(leaf.text, leaf.glued);
  }
  std::vector<std::string> classes;
  std::vector<std::string> literals;
  for (const Expression& member : leaf.children) {
    (member.type == Type::named ? classes : literals).push_back(member.text);
  }
  return lexicon.codes_of_choice(classes, literals, leaf.negated);
}

bool takes_phrases(const Expression& leaf, const Lexicon& lexicon, bool mentions) {
  const bool is_mention = mentions && lexicon.is_mention_class(leaf.text);
  return leaf.type == Type::named && !is_mention && !lexicon.phrases_of(leaf.text).empty();
}

std::string fault_of_leaf(const Expression& leaf, const Lexicon& lexicon, bool mentions) {
  if (leaf.type == Type::literal) {
    return literal_fault(leaf.text, lexicon);
  }
  if (!is_leaf(leaf) || leaf.negated || takes_phrases(leaf, lexicon, mentions) ||
      !codes_of_leaf(leaf, lexicon, mentions).empty()) {
    return {};
  }
  return leaf.type == Type::named
             ? fmt::format("'{}' has no words", leaf.text)
             : "no single token is in these; write words that stand in a row as (a | b)";
}

}  // namespace tally
