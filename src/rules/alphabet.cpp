// SPDX-License-Identifier: Apache-2.0
#include "rules/alphabet.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <span>
#include <utility>

#include "base/text.h"
#include "rules/leaf.h"
#include "rules/lexicon.h"

namespace tally {
namespace {

using Type = Expression::Type;
using Codes = std::vector<Code>;  // sorted

constexpr std::string_view k_nothing = "[^\\x00-\\x{10FFFF}]";
// A place in the expression where the class of a leaf will stand: this byte, then the leaf's number
// in UTF-8.
constexpr char k_leaf_mark = '\x01';

Codes united(const Codes& a, const Codes& b) {
  Codes out;
  std::set_union(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(out));
  return out;
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

// Entries of several words, by their first word and so on.
struct PhraseTree {
  std::map<std::string, PhraseTree> next;
  bool is_end = false;

  void add(std::span<const std::string> words) {
    PhraseTree* at = this;
    for (const std::string& word : words) {
      at = &at->next[word];
    }
    at->is_end = true;
  }
};

class Writer {
 public:
  explicit Writer(const Leaves& leaves) : leaves_(leaves) {}

  std::string written(const Expression& node, bool glued) {
    const bool tight = glued || node.glued;
    switch (node.type) {
      case Type::literal:
        return leaf(leaves_.literal(node.text, tight));
      case Type::named:
        return named(node.text, tight);
      case Type::choice:
        return leaf(leaves_.choice(node));
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
        return fmt::format("({}*?)", leaf(leaves_.gap()));
      case Type::empty:
        return {};
    }
    return {};
  }

  std::vector<std::string> take_names() { return std::move(names_); }
  const std::vector<Codes>& sets() const { return sets_; }

 private:
  std::string leaf(Codes codes) {
    const auto [known, is_new] = numbers_.emplace(std::move(codes), sets_.size());
    if (is_new) {
      sets_.push_back(known->first);
    }
    std::string mark(1, k_leaf_mark);
    append_utf8(mark, static_cast<char32_t>(known->second + 1));
    return mark;
  }

  // A class: one token in it, or the words of one of its entries of several words. Entries are
  // merged where they begin alike or end alike, so that a class of many units stays small.
  std::string named(const std::string& name, bool tight) {
    PhraseTree tree;
    for (const auto& words : leaves_.phrases(name)) {
      tree.add(words);
    }
    return phrases(tree, leaves_.named(name, tight), tight);
  }

  // One of `singles`, or a way down the tree.
  std::string phrases(const PhraseTree& tree, Codes singles, bool tight) {
    std::vector<std::pair<std::string, Codes>> ways;  // what follows, and behind which tokens
    for (const auto& [word, rest] : tree.next) {
      const Codes first = leaves_.literal(word, tight);
      if (rest.next.empty()) {
        singles = united(singles, first);
        continue;
      }
      const std::string tail =
          fmt::format("(?:{}){}", phrases(rest, {}, false), rest.is_end ? "?" : "");
      const auto known = std::find_if(
          ways.begin(), ways.end(), [&](const auto& way) { return way.first == tail; });
      if (known == ways.end()) {
        ways.emplace_back(tail, first);
      } else {
        known->second = united(known->second, first);
      }
    }
    if (ways.empty()) {
      return leaf(std::move(singles));
    }
    std::string out = "(?:";
    for (auto& [tail, first] : ways) {
      out += leaf(std::move(first));
      out += tail;
      out += '|';
    }
    return fmt::format("{}{})", out, leaf(std::move(singles)));
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

  const Leaves& leaves_;
  std::vector<std::string> names_;
  std::vector<Codes> sets_;
  std::map<Codes, std::size_t> numbers_;
};

// Codes that lie in the same sets share a rune; 1 is for those that lie in none.
std::vector<Rune> runes_of_codes(const std::vector<Codes>& sets, std::size_t code_count) {
  std::vector<Rune> rune_of(code_count, 1);
  Rune last = 1;
  for (const Codes& set : sets) {
    std::map<Rune, Rune> parted;  // the rune before: the rune of its codes in this set
    for (const Code code : set) {
      const auto [known, is_new] = parted.emplace(rune_of[code], last + 1);
      last = static_cast<Rune>(last + (is_new ? 1 : 0));
      rune_of[code] = known->second;
    }
  }
  return rune_of;
}

std::vector<RuneRun> runs_of(const std::vector<Rune>& rune_of) {
  std::vector<RuneRun> runs;
  for (Code code = 0; code < rune_of.size(); ++code) {
    if (runs.empty() || runs.back().rune != rune_of[code]) {
      runs.push_back({.first = code, .rune = rune_of[code]});
    }
  }
  return runs;
}

// The set as an RE2 class over the runes.
std::string rune_class(const Codes& set, const std::vector<Rune>& rune_of) {
  std::vector<Rune> runes;
  for (const Code code : set) {
    runes.push_back(rune_of[code]);
  }
  if (runes.empty()) {
    return std::string(k_nothing);
  }
  std::sort(runes.begin(), runes.end());
  runes.erase(std::unique(runes.begin(), runes.end()), runes.end());
  std::string out = "[";
  for (std::size_t i = 0; i < runes.size();) {
    std::size_t last = i;
    while (last + 1 < runes.size() && runes[last + 1] == runes[last] + 1) {
      ++last;
    }
    out += fmt::format("\\x{{{:x}}}", static_cast<std::uint32_t>(runes[i]));
    if (last > i) {
      out += fmt::format("-\\x{{{:x}}}", static_cast<std::uint32_t>(runes[last]));
    }
    i = last + 1;
  }
  out += "]";
  return out;
}

std::string with_classes(std::string_view marked, const std::vector<std::string>& classes) {
  std::string out;
  for (std::size_t at = 0; at < marked.size();) {
    if (marked[at] != k_leaf_mark) {
      out.push_back(marked[at]);
      ++at;
      continue;
    }
    const CodePoint number = code_point_at(marked, at + 1);
    out += classes[number.value - 1];
    at += 1 + number.length;
  }
  return out;
}

void check_name(const Expression& node, const Lexicon& lexicon, bool mentions) {
  const bool known =
      (mentions && lexicon.is_mention_class(node.text)) || lexicon.has_class(node.text);
  if (!known) {
    throw PatternFault{.column = node.column,
                       .code = "unknown-class",
                       .message = fmt::format("there is no class or fragment '{}'", node.text)};
  }
}

}  // namespace

RuneExpression rune_expression(const Expression& tree, const Lexicon& lexicon, bool mentions) {
  const Leaves leaves(tree, lexicon, mentions);
  Writer writer(leaves);
  const std::string marked = writer.written(tree, false);
  RuneExpression out;
  const std::vector<Rune> rune_of = runes_of_codes(writer.sets(), lexicon.code_count());
  std::vector<std::string> classes;
  for (const Codes& set : writer.sets()) {
    classes.push_back(rune_class(set, rune_of));
  }
  out.re2 = with_classes(marked, classes);
  out.names = writer.take_names();
  out.runs = runs_of(rune_of);
  out.code_count = static_cast<std::uint32_t>(rune_of.size());
  return out;
}

void check_classes(const Expression& tree, const Lexicon& lexicon, bool mentions) {
  if (tree.type == Type::named) {
    check_name(tree, lexicon, mentions);
  }
  for (const Expression& child : tree.children) {
    check_classes(child, lexicon, mentions);
  }
}

}  // namespace tally
