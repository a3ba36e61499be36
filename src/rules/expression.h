// SPDX-License-Identifier: Apache-2.0
// The pattern language of the rule pack: parsed to a tree.
//
//   word          that word in any case; with a capital only as written; marks stand for themselves
//   %{name}       a class, a shape, a kind of mention (claim patterns) or a fragment
//   %{name:cap}   the same, captured;  (cap: ...)  a captured group
//   ( | ) ? * + {m,n}    as in regular expressions;  *?  a lazy gap of any tokens
//   [%{a} word]   one token in any of these;  [^%{a}]  one token in none of them
//   ~             the next token follows without white space;  \  takes the next character as it is
#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace tally {

using Fragments = std::map<std::string, std::string, std::less<>>;

// What is wrong with a pattern: `column` counts bytes from 0.
struct PatternFault {
  std::size_t column = 0;
  std::string code;  // "bad-pattern", "unknown-class", "class-cycle"
  std::string message;
};

// A node of the tree.
struct Expression {
  enum class Type { literal, named, choice, sequence, alternation, repeat, capture, gap, empty };
  Type type = Type::empty;
  std::string text;                  // literal: the word; named: the class; capture: its name
  std::size_t column = 0;            // where it stands in the pattern
  bool glued = false;                // `~` before it
  bool negated = false;              // choice
  std::size_t at_least = 1;          // repeat
  std::size_t at_most = 1;           // repeat; k_unbounded: no end
  std::vector<Expression> children;  // sequence, alternation, choice; one for repeat, capture

  static constexpr std::size_t k_unbounded = static_cast<std::size_t>(-1);
};

// The tree of a pattern with its fragments expanded. Throws PatternFault, which the pack loader
// turns into a diagnostic.
Expression parse_expression(std::string_view pattern, const Fragments& fragments);

// Does the tree match without any token?
bool may_be_empty(const Expression& expression);

// Words and marks that the tree names by themselves.
void collect_literals(const Expression& expression, std::set<std::string>& literals);

}  // namespace tally
