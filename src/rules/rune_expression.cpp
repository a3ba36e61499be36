// SPDX-License-Identifier: Apache-2.0
// Trees of the pattern language written as RE2 over runes.
#include <fmt/format.h>

#include <string>
#include <utility>
#include <vector>

#include "rules/expression.h"
#include "rules/lexicon.h"

namespace tally {
namespace {

using Type = Expression::Type;

// The node without its empty match, where that is a repeat's or a capture's.
Expression non_empty(Expression node) {
  if (node.type == Type::repeat && node.at_least == 0) {
    node.at_least = 1;
  } else if (node.type == Type::capture) {
    node.children.front() = non_empty(std::move(node.children.front()));
  }
  return node;
}

void collect_captured_kinds(const Expression& node, bool captured, const Lexicon& lexicon,
                            std::vector<std::string>& kinds) {
  if (node.type == Type::named && captured && lexicon.is_mention_class(node.text)) {
    kinds.push_back(node.text.substr(0, node.text.find('.')));
  }
  for (const Expression& child : node.children) {
    collect_captured_kinds(child, captured || node.type == Type::capture, lexicon, kinds);
  }
}

class Writer {
 public:
  Writer(const Lexicon& lexicon, bool mentions, std::string gap)
      : lexicon_(lexicon), mentions_(mentions), gap_(std::move(gap)) {}

  std::string written(const Expression& node, bool glued) {
    const bool tight = glued || node.glued;
    switch (node.type) {
      case Type::literal:
        return lexicon_.expression_of_literal(node.text, tight);
      case Type::named:
        return named(node, tight);
      case Type::choice:
        return choice(node);
      case Type::sequence:
        return sequence(node.children, 0, tight);
      case Type::alternation:
        return alternation(node, tight);
      case Type::repeat:
        return repeat(node, tight);
      case Type::capture:
        names_.push_back(node.text);
        return fmt::format("({})", written(node.children.front(), tight));
      case Type::gap:
        names_.emplace_back();
        return fmt::format("((?:{})*?)", gap_);
      case Type::empty:
        return {};
    }
    return {};
  }

  std::vector<std::string> take_names() { return std::move(names_); }

 private:
  std::string named(const Expression& node, bool tight) const {
    const bool is_mention = mentions_ && lexicon_.is_mention_class(node.text);
    if (!is_mention && !lexicon_.has_class(node.text)) {
      throw PatternFault{.column = node.column,
                         .code = "unknown-class",
                         .message = fmt::format("there is no class or fragment '{}'", node.text)};
    }
    return is_mention ? lexicon_.expression_of_mention(node.text, tight)
                      : lexicon_.expression_of_class(node.text, tight);
  }

  std::string choice(const Expression& node) const {
    std::vector<std::string> classes;
    std::vector<std::string> literals;
    for (const Expression& member : node.children) {
      if (member.type == Type::named) {
        static_cast<void>(named(member, false));  // throws for an unknown class
        classes.push_back(member.text);
      } else {
        literals.push_back(member.text);
      }
    }
    return lexicon_.expression_of_choice(classes, literals, node.negated);
  }

  // `~` binds to the first token that is there: where the first child may be absent, it passes on.
  std::string sequence(const std::vector<Expression>& row, std::size_t from, bool tight) {
    std::string out;
    for (std::size_t i = from; i < row.size(); ++i) {
      if (tight && row[i].type != Type::gap && may_be_empty(row[i]) && i + 1 < row.size()) {
        const std::string with = written(non_empty(row[i]), true);
        const std::string rest = sequence(row, i + 1, false);
        const std::string without = sequence(row, i + 1, true);
        return fmt::format("{}(?:{}{}|{})", out, with, rest, without);
      }
      out += written(row[i], tight);
      tight = false;
    }
    return out;
  }

  std::string alternation(const Expression& node, bool tight) {
    std::string out;
    for (const Expression& child : node.children) {
      out += out.empty() ? "(?:" : "|";
      out += written(child, tight);
    }
    return fmt::format("{})", out);
  }

  std::string repeat(const Expression& node, bool tight) {
    const Expression& child = node.children.front();
    if (tight && node.at_most > 1) {
      const std::string first = written(child, true);
      const std::string rest = written(child, false);
      return fmt::format("(?:{}(?:{})*){}", first, rest, node.at_least == 0 ? "?" : "");
    }
    const std::string body = fmt::format("(?:{})", written(child, tight));
    if (node.at_most == Expression::k_unbounded) {
      return node.at_least <= 1 ? fmt::format("{}{}", body, node.at_least == 0 ? '*' : '+')
                                : fmt::format("{}{{{},}}", body, node.at_least);
    }
    return node.at_least == 0 && node.at_most == 1
               ? fmt::format("{}?", body)
               : fmt::format("{}{{{},{}}}", body, node.at_least, node.at_most);
  }

  const Lexicon& lexicon_;
  bool mentions_;
  std::string gap_;
  std::vector<std::string> names_;
};

}  // namespace

RuneExpression rune_expression(const Expression& expression, const Lexicon& lexicon,
                               bool mentions) {
  std::vector<std::string> kinds;
  if (mentions) {
    collect_captured_kinds(expression, false, lexicon, kinds);
  }
  Writer writer(lexicon, mentions, lexicon.expression_of_gap(kinds));
  RuneExpression out;
  out.re2 = writer.written(expression, false);
  out.names = writer.take_names();
  return out;
}

}  // namespace tally
