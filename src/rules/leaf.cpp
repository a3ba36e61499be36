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

void collect_captured_kinds(const Expression& node,
                            bool captured,
                            const Lexicon& lexicon,
                            std::vector<std::string>& kinds) {
  if (node.type == Type::named && captured && lexicon.is_mention_class(node.text)) {
    kinds.push_back(node.text.substr(0, node.text.find('.')));
  }
  for (const Expression& child : node.children) {
    collect_captured_kinds(child, captured || node.type == Type::capture, lexicon, kinds);
  }
}

}  // namespace

Leaves::Leaves(const Expression& tree, const Lexicon& lexicon, bool mentions)
    : lexicon_(lexicon), mentions_(mentions) {
  if (mentions) {
    collect_captured_kinds(tree, false, lexicon, captured_kinds_);
  }
}

bool Leaves::is_mention(const std::string& name) const {
  return mentions_ && lexicon_.is_mention_class(name);
}

std::vector<Code> Leaves::named(const std::string& name, bool glued) const {
  return is_mention(name) ? lexicon_.codes_of_mention(name, glued)
                          : lexicon_.codes_of_class(name, glued);
}

std::vector<std::vector<std::string>> Leaves::phrases(const std::string& name) const {
  return is_mention(name) ? std::vector<std::vector<std::string>>{} : lexicon_.phrases_of(name);
}

std::vector<Code> Leaves::literal(const std::string& word, bool glued) const {
  return lexicon_.codes_of_literal(word, glued);
}

std::vector<Code> Leaves::choice(const Expression& node) const {
  std::vector<std::string> classes;
  std::vector<std::string> literals;
  for (const Expression& member : node.children) {
    (member.type == Type::named ? classes : literals).push_back(member.text);
  }
  return lexicon_.codes_of_choice(classes, literals, node.negated);
}

std::vector<Code> Leaves::gap() const { return lexicon_.codes_of_gap(captured_kinds_); }

bool is_leaf(const Expression& node) {
  return node.type == Type::literal || node.type == Type::named || node.type == Type::choice;
}

std::vector<Code> codes_of_leaf(const Expression& leaf, const Lexicon& lexicon, bool mentions) {
  const Leaves leaves(leaf, lexicon, mentions);
  if (leaf.type == Type::literal) {
    return leaves.literal(leaf.text, leaf.glued);
  }
  return leaf.type == Type::named ? leaves.named(leaf.text, leaf.glued) : leaves.choice(leaf);
}

bool takes_phrases(const Expression& leaf, const Lexicon& lexicon, bool mentions) {
  return leaf.type == Type::named && !Leaves(leaf, lexicon, mentions).phrases(leaf.text).empty();
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
