// SPDX-License-Identifier: Apache-2.0
#include "rules/expression.h"

#include <fmt/format.h>

#include <charconv>

#include "base/text.h"
#include "rules/lexicon.h"

namespace tally {
namespace {

using Type = Expression::Type;

constexpr std::size_t k_deepest_fragment = 16;
constexpr std::size_t k_most_repeats = 50;

bool is_word_character(char32_t c) {
  return is_letter(c) || is_digit(c) || c == '\'' || c == 0x2019;
}

bool is_name_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
         c == '.' || c == '-';
}

class Parser {
 public:
  Parser(std::string_view pattern, const Fragments& fragments, std::size_t depth)
      : pattern_(pattern), fragments_(fragments), depth_(depth) {}

  Expression parsed() {
    Expression tree = alternation();
    if (at_ < pattern_.size()) {
      fail(fmt::format("'{}' has no opening bracket before it", pattern_[at_]));
    }
    return tree;
  }

 private:
  [[noreturn]] void fail(std::string message, std::string code = "bad-pattern") const {
    throw PatternFault{.column = at_, .code = std::move(code), .message = std::move(message)};
  }

  void skip_blanks() {
    while (at_ < pattern_.size() && is_space(code_point_at(pattern_, at_).value)) {
      at_ += code_point_at(pattern_, at_).length;
    }
  }

  bool take(std::string_view text) {
    if (pattern_.substr(at_, text.size()) != text) {
      return false;
    }
    at_ += text.size();
    return true;
  }

  Expression alternation() {
    Expression either{.type = Type::alternation, .column = at_};
    do {
      either.children.push_back(sequence());
    } while (take("|"));
    return either.children.size() == 1 ? std::move(either.children.front()) : either;
  }

  Expression sequence() {
    Expression row{.type = Type::sequence, .column = at_};
    for (skip_blanks(); at_ < pattern_.size() && pattern_[at_] != ')' && pattern_[at_] != '|';
         skip_blanks()) {
      bool glued = false;
      while (take("~")) {
        glued = true;
        skip_blanks();
      }
      if (at_ == pattern_.size() || pattern_[at_] == ')' || pattern_[at_] == '|') {
        fail("'~' needs a token behind it");
      }
      Expression next = repeated(atom());
      next.glued = glued;
      row.children.push_back(std::move(next));
    }
    return row;
  }

  Expression repeated(Expression atom) {
    if (atom.type == Type::gap) {
      return atom;
    }
    skip_blanks_before_repeat();
    if (take("?")) {
      return repeat_of(std::move(atom), 0, 1);
    }
    if (take("*")) {
      return repeat_of(std::move(atom), 0, Expression::k_unbounded);
    }
    if (take("+")) {
      return repeat_of(std::move(atom), 1, Expression::k_unbounded);
    }
    return take("{") ? counted(std::move(atom)) : atom;
  }

  // A blank before a repeat means nothing, but "a *? b" is a gap between two tokens.
  void skip_blanks_before_repeat() {
    const std::size_t before = at_;
    skip_blanks();
    if (at_ != before && pattern_.substr(at_, 2) == "*?") {
      at_ = before;
    }
  }

  static Expression repeat_of(Expression atom, std::size_t at_least, std::size_t at_most) {
    Expression repeat{.type = Type::repeat, .column = atom.column};
    repeat.at_least = at_least;
    repeat.at_most = at_most;
    repeat.children.push_back(std::move(atom));
    return repeat;
  }

  Expression counted(Expression atom) {
    const std::size_t low = number();
    std::size_t high = low;
    if (take(",")) {
      high = at_ < pattern_.size() && pattern_[at_] == '}' ? Expression::k_unbounded : number();
    }
    if (!take("}")) {
      fail("'{' needs numbers and '}' behind it, such as {1,3}");
    }
    if (low > high || low > k_most_repeats ||
        (high > k_most_repeats && high != Expression::k_unbounded)) {
      fail(fmt::format("a count must be in order and at most {}", k_most_repeats));
    }
    return repeat_of(std::move(atom), low, high);
  }

  std::size_t number() {
    std::size_t value = 0;
    const char* begin = pattern_.data() + at_;
    const auto [end, fault] = std::from_chars(begin, pattern_.data() + pattern_.size(), value);
    if (fault != std::errc{}) {
      fail("a number is missing here");
    }
    at_ += static_cast<std::size_t>(end - begin);
    return value;
  }

  Expression atom() {
    const std::size_t column = at_;
    if (take("*?")) {
      return {.type = Type::gap, .column = column};
    }
    if (take("%{")) {
      return named(column);
    }
    if (take("(")) {
      return group(column);
    }
    if (take("[")) {
      return choice(column);
    }
    return literal();
  }

  std::string name() {
    const std::size_t begin = at_;
    while (at_ < pattern_.size() && is_name_character(pattern_[at_])) {
      ++at_;
    }
    if (at_ == begin) {
      fail("a name is missing here");
    }
    return std::string(pattern_.substr(begin, at_ - begin));
  }

  Expression named(std::size_t column) {
    const std::string class_name = name();
    std::string capture;
    if (take(":")) {
      capture = name();
    }
    if (!take("}")) {
      fail("'%{' needs '}' behind the name");
    }
    Expression inner{.type = Type::named, .text = class_name, .column = column};
    if (const auto fragment = fragments_.find(class_name); fragment != fragments_.end()) {
      inner = fragment_tree(class_name, fragment->second, column);
    }
    return capture.empty() ? inner : captured(capture, std::move(inner), column);
  }

  Expression fragment_tree(const std::string& fragment, std::string_view text, std::size_t column) {
    if (depth_ >= k_deepest_fragment) {
      at_ = column;
      fail(fmt::format("the fragment '{}' contains itself", fragment), "class-cycle");
    }
    try {
      return Parser(text, fragments_, depth_ + 1).parsed();
    } catch (PatternFault& fault) {
      fault.column = column;
      if (fault.code == "bad-pattern") {
        fault.message = fmt::format("in the fragment '{}': {}", fragment, fault.message);
      }
      throw;
    }
  }

  static Expression captured(std::string name, Expression inner, std::size_t column) {
    Expression capture{.type = Type::capture, .text = std::move(name), .column = column};
    capture.children.push_back(std::move(inner));
    return capture;
  }

  Expression group(std::size_t column) {
    const std::string capture = capture_name();
    Expression inner = alternation();
    if (!take(")")) {
      at_ = column;
      fail("'(' is not closed");
    }
    return capture.empty() ? inner : captured(capture, std::move(inner), column);
  }

  // "(name: ...)": the name, or "" for a plain group.
  std::string capture_name() {
    std::size_t end = at_;
    while (end < pattern_.size() && is_name_character(pattern_[end])) {
      ++end;
    }
    if (end == at_ || end >= pattern_.size() || pattern_[end] != ':') {
      return {};
    }
    std::string name(pattern_.substr(at_, end - at_));
    at_ = end + 1;
    return name;
  }

  Expression choice(std::size_t column) {
    Expression choice{.type = Type::choice, .column = column};
    choice.negated = take("^");
    for (skip_blanks(); !take("]"); skip_blanks()) {
      if (at_ >= pattern_.size()) {
        at_ = column;
        fail("'[' is not closed");
      }
      const std::size_t here = at_;
      if (take("%{")) {
        Expression member{.type = Type::named, .text = name(), .column = here};
        if (!take("}")) {
          fail("'%{' needs '}' behind the name");
        }
        choice.children.push_back(std::move(member));
      } else {
        choice.children.push_back(literal());
      }
    }
    return choice;
  }

  Expression literal() {
    const std::size_t column = at_;
    const bool escaped = take("\\");
    if (at_ >= pattern_.size()) {
      fail("the pattern ends where a token should stand");
    }
    const CodePoint first = code_point_at(pattern_, at_);
    if (!escaped && std::string_view(")|?*+{}[]").find(static_cast<char>(first.value)) !=
                        std::string_view::npos &&
        first.length == 1) {
      fail(fmt::format("'{}' has nothing to act on; write '\\{}' for the mark itself",
                       static_cast<char>(first.value),
                       static_cast<char>(first.value)));
    }
    at_ += first.length;
    if (!escaped && is_word_character(first.value)) {
      while (at_ < pattern_.size() && is_word_character(code_point_at(pattern_, at_).value)) {
        at_ += code_point_at(pattern_, at_).length;
      }
    }
    const std::string word(pattern_.substr(column + (escaped ? 1 : 0),
                                           at_ - column - (escaped ? 1 : 0)));
    if (word == "-") {
      return {.type = Type::named, .text = "hyphen", .column = column};
    }
    return {.type = Type::literal, .text = word, .column = column};
  }

  std::string_view pattern_;
  const Fragments& fragments_;
  std::size_t depth_;
  std::size_t at_ = 0;
};

bool may_be_empty(const Expression& node) {
  switch (node.type) {
    case Type::literal:
    case Type::named:
    case Type::choice:
      return false;
    case Type::gap:
    case Type::empty:
      return true;
    case Type::repeat:
      return node.at_least == 0 || may_be_empty(node.children.front());
    case Type::capture:
      return may_be_empty(node.children.front());
    case Type::sequence:
      for (const Expression& child : node.children) {
        if (!may_be_empty(child)) {
          return false;
        }
      }
      return true;
    case Type::alternation:
      for (const Expression& child : node.children) {
        if (may_be_empty(child)) {
          return true;
        }
      }
      return false;
  }
  return false;
}

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

Expression parse_expression(std::string_view pattern, const Fragments& fragments) {
  Expression tree = Parser(pattern, fragments, 0).parsed();
  if (may_be_empty(tree)) {
    throw PatternFault{
        .column = 0, .code = "bad-pattern", .message = "the pattern matches without any token"};
  }
  return tree;
}

void collect_literals(const Expression& expression, std::set<std::string>& literals) {
  if (expression.type == Type::literal) {
    literals.insert(expression.text);
  }
  for (const Expression& child : expression.children) {
    collect_literals(child, literals);
  }
}

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
