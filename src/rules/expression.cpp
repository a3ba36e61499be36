// SPDX-License-Identifier: Apache-2.0
#include "rules/expression.h"

#include <fmt/format.h>

#include <charconv>

#include "base/text.h"

namespace tally {
namespace {

using Type = Expression::Type;

constexpr std::size_t k_deepest_fragment = 16;
constexpr std::size_t k_most_repeats = 50;
constexpr std::size_t k_most_nesting = 100;   // of brackets in one pattern or fragment
constexpr std::size_t k_most_leaves = 2'000;  // of a pattern with its fragments; those that may
                                              // follow each other are paired

bool is_word_character(char32_t c) {
  return is_letter(c) || is_digit(c) || c == '\'' || c == 0x2019;
}

bool is_name_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
         c == '.' || c == '-';
}

class Parser {
 public:
  // `leaves` counts over the pattern and all fragments in it, which may name each other.
  Parser(std::string_view pattern,
         const Fragments& fragments,
         std::size_t depth,
         std::size_t& leaves)
      : pattern_(pattern), fragments_(fragments), depth_(depth), leaves_(leaves) {}

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
    if (++leaves_ > k_most_leaves) {
      fail(fmt::format("with its fragments it names more than {} tokens; repeat less",
                       k_most_leaves));
    }
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
      Expression tree = Parser(text, fragments_, depth_ + 1, leaves_).parsed();
      place_at(tree, column);
      return tree;
    } catch (PatternFault& fault) {
      fault.column = column;
      if (fault.code == "bad-pattern") {
        fault.message = fmt::format("in the fragment '{}': {}", fragment, fault.message);
      }
      throw;
    }
  }

  // A fragment's nodes stand where the pattern names it.
  static void place_at(Expression& node, std::size_t column) {
    node.column = column;
    for (Expression& child : node.children) {
      place_at(child, column);
    }
  }

  static Expression captured(std::string name, Expression inner, std::size_t column) {
    Expression capture{.type = Type::capture, .text = std::move(name), .column = column};
    capture.children.push_back(std::move(inner));
    return capture;
  }

  Expression group(std::size_t column) {
    if (++nesting_ > k_most_nesting) {
      fail(fmt::format("brackets stand within each other more than {} deep", k_most_nesting));
    }
    const std::string capture = capture_name();
    Expression inner = alternation();
    --nesting_;
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
    if (!escaped &&
        std::string_view(")|?*+{}[]").find(static_cast<char>(first.value)) !=
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
    const std::string word(
        pattern_.substr(column + (escaped ? 1 : 0), at_ - column - (escaped ? 1 : 0)));
    if (word == "-") {
      return {.type = Type::named, .text = "hyphen", .column = column};
    }
    return {.type = Type::literal, .text = word, .column = column};
  }

  std::string_view pattern_;
  const Fragments& fragments_;
  std::size_t depth_;
  std::size_t& leaves_;
  std::size_t nesting_ = 0;
  std::size_t at_ = 0;
};

}  // namespace

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

Expression parse_expression(std::string_view pattern, const Fragments& fragments) {
  std::size_t leaves = 0;
  Expression tree = Parser(pattern, fragments, 0, leaves).parsed();
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

}  // namespace tally
