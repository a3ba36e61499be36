// SPDX-License-Identifier: Apache-2.0
#include "rules/position_automaton.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>

#include "rules/leaf.h"
#include "rules/lexicon.h"

namespace tally {
namespace {

using Type = Expression::Type;
using Position = PositionAutomaton::Position;
using Positions = std::vector<Position>;
using Codes = std::vector<Code>;

void append(Positions& to, const Positions& from) { to.insert(to.end(), from.begin(), from.end()); }

void sort_uniquely(Positions& positions) {
  std::sort(positions.begin(), positions.end());
  positions.erase(std::unique(positions.begin(), positions.end()), positions.end());
}

// A part of a pattern: where its matches may begin and end.
struct Part {
  bool may_be_empty = false;
  Positions first;
  Positions last;
};

}  // namespace

class AutomatonBuilder {
 public:
  AutomatonBuilder(PositionAutomaton& automaton, const Lexicon& lexicon, bool mentions)
      : automaton_(automaton), lexicon_(lexicon), mentions_(mentions) {}

  void add(const Expression& tree);
  void finish();

 private:
  Part part_of(const Expression& node, const Leaves& leaves, bool glued);
  Part leaf(Codes codes);
  Part class_of(const Expression& node, const Leaves& leaves, bool glued);
  Part alternation(const Expression& node, const Leaves& leaves, bool glued);
  Part repeat(const Expression& node, const Leaves& leaves, bool glued);
  Part gap(const Leaves& leaves);
  // `before`, then `after`.
  Part joined(Part before, const Part& after);
  void link(const Positions& from, const Positions& to);
  std::uint32_t set_number(Codes codes);
  void fill_rows();
  void fill_begins();

  PositionAutomaton& automaton_;
  const Lexicon& lexicon_;
  bool mentions_;
  std::map<Codes, std::uint32_t> set_numbers_;
  std::vector<Positions> follows_;  // of each position
  Positions begins_;
  PositionAutomaton::Row row_count_ = 0;
};

void AutomatonBuilder::add(const Expression& tree) {
  const Part part = part_of(tree, Leaves(tree, lexicon_, mentions_), false);
  append(begins_, part.first);
  for (const Position position : part.last) {
    automaton_.accepted_[position] = static_cast<std::uint32_t>(automaton_.pattern_count_);
  }
  ++automaton_.pattern_count_;
}

void AutomatonBuilder::finish() {
  for (Positions& positions : follows_) {
    sort_uniquely(positions);
    automaton_.follows_.add(positions);
  }
  sort_uniquely(begins_);
  fill_rows();
  fill_begins();
}

Part AutomatonBuilder::part_of(const Expression& node, const Leaves& leaves, bool glued) {
  const bool tight = glued || node.glued;
  switch (node.type) {
    case Type::literal:
      return leaf(leaves.literal(node.text, tight));
    case Type::named:
      return class_of(node, leaves, tight);
    case Type::choice:
      return leaf(leaves.choice(node));
    case Type::sequence: {
      Part all{.may_be_empty = true};
      for (const Expression& child : node.children) {
        const bool is_first = &child == &node.children.front();
        all = joined(std::move(all), part_of(child, leaves, tight && is_first));
      }
      return all;
    }
    case Type::alternation:
      return alternation(node, leaves, tight);
    case Type::repeat:
      return repeat(node, leaves, tight);
    case Type::capture:
      return part_of(node.children.front(), leaves, tight);
    case Type::gap:
      return gap(leaves);
    case Type::empty:
      return {.may_be_empty = true};
  }
  return {.may_be_empty = true};
}

Part AutomatonBuilder::leaf(Codes codes) {
  const auto position = static_cast<Position>(automaton_.set_of_.size());
  automaton_.set_of_.push_back(set_number(std::move(codes)));
  automaton_.accepted_.push_back(PositionAutomaton::k_none);
  follows_.emplace_back();
  return {.first = {position}, .last = {position}};
}

// One token in the class, or a row of tokens of which each is a word of an entry at its place.
Part AutomatonBuilder::class_of(const Expression& node, const Leaves& leaves, bool glued) {
  std::vector<Codes> words = {leaves.named(node.text, glued)};
  std::vector<bool> may_end = {true};
  for (const std::vector<std::string>& phrase : leaves.phrases(node.text)) {
    words.resize(std::max(words.size(), phrase.size() + 1));
    may_end.resize(words.size());
    for (std::size_t i = 0; i < phrase.size(); ++i) {
      const Codes codes = leaves.literal(phrase[i], glued && i == 0);
      words[i + 1].insert(words[i + 1].end(), codes.begin(), codes.end());
    }
    may_end[phrase.size()] = true;
  }
  Part all = leaf(std::move(words.front()));
  Positions before;
  for (std::size_t i = 1; i < words.size(); ++i) {
    std::sort(words[i].begin(), words[i].end());
    words[i].erase(std::unique(words[i].begin(), words[i].end()), words[i].end());
    const Part word = leaf(std::move(words[i]));
    if (i == 1) {
      append(all.first, word.first);
    }
    link(before, word.first);
    if (may_end[i]) {
      append(all.last, word.last);
    }
    before = word.last;
  }
  return all;
}

Part AutomatonBuilder::alternation(const Expression& node, const Leaves& leaves, bool glued) {
  Part all;
  for (const Expression& child : node.children) {
    const Part part = part_of(child, leaves, glued);
    all.may_be_empty = all.may_be_empty || part.may_be_empty;
    append(all.first, part.first);
    append(all.last, part.last);
  }
  return all;
}

// The first time stands apart, as `~` counts for it alone; the last time stands for all further
// ones.
Part AutomatonBuilder::repeat(const Expression& node, const Leaves& leaves, bool glued) {
  const std::size_t times = node.at_most <= 1 ? 1 : std::max<std::size_t>(node.at_least, 2);
  Part all{.may_be_empty = true};
  for (std::size_t time = 1; time <= times; ++time) {
    Part part = part_of(node.children.front(), leaves, glued && time == 1);
    part.may_be_empty = part.may_be_empty || time > node.at_least;
    if (time == times && node.at_most > times) {
      link(part.last, part.first);
    }
    all = joined(std::move(all), part);
  }
  return all;
}

Part AutomatonBuilder::gap(const Leaves& leaves) {
  Part any = leaf(leaves.gap());
  link(any.last, any.first);
  any.may_be_empty = true;
  return any;
}

Part AutomatonBuilder::joined(Part before, const Part& after) {
  link(before.last, after.first);
  if (before.may_be_empty) {
    append(before.first, after.first);
  }
  if (!after.may_be_empty) {
    before.last.clear();
  }
  append(before.last, after.last);
  before.may_be_empty = before.may_be_empty && after.may_be_empty;
  return before;
}

void AutomatonBuilder::link(const Positions& from, const Positions& to) {
  for (const Position position : from) {
    append(follows_[position], to);
  }
}

std::uint32_t AutomatonBuilder::set_number(Codes codes) {
  return set_numbers_.emplace(std::move(codes), static_cast<std::uint32_t>(set_numbers_.size()))
      .first->second;
}

// Codes in the same sets share a row. Sets part the codes one after the other.
void AutomatonBuilder::fill_rows() {
  std::vector<PositionAutomaton::Row>& row_of = automaton_.row_of_;
  row_of.assign(lexicon_.code_count(), 0);
  std::vector<std::vector<std::uint32_t>> sets_of_row(1);
  for (const auto& [codes, number] : set_numbers_) {
    std::map<PositionAutomaton::Row, PositionAutomaton::Row> parted;
    for (const Code code : codes) {
      const auto [known, is_new] = parted.try_emplace(row_of[code], 0);
      if (is_new) {
        known->second = static_cast<PositionAutomaton::Row>(sets_of_row.size());
        std::vector<std::uint32_t> sets = sets_of_row[row_of[code]];
        sets.push_back(number);
        sets_of_row.push_back(std::move(sets));
      }
      row_of[code] = known->second;
    }
  }
  // Rows that were parted in full hold no code any more.
  std::vector<PositionAutomaton::Row> kept(sets_of_row.size(), PositionAutomaton::k_none);
  for (PositionAutomaton::Row& row : row_of) {
    if (kept[row] == PositionAutomaton::k_none) {
      kept[row] = row_count_++;
    }
    row = kept[row];
  }
  automaton_.rows_ = BitTable(row_count_, set_numbers_.size());
  for (std::size_t row = 0; row < kept.size(); ++row) {
    for (const std::uint32_t set : sets_of_row[row]) {
      if (kept[row] != PositionAutomaton::k_none) {
        automaton_.rows_.set(kept[row], set);
      }
    }
  }
}

void AutomatonBuilder::fill_begins() {
  for (PositionAutomaton::Row row = 0; row < row_count_; ++row) {
    Positions taking;
    std::copy_if(begins_.begin(), begins_.end(), std::back_inserter(taking), [&](Position begin) {
      return automaton_.takes(begin, row);
    });
    automaton_.begins_of_row_.add(taking);
  }
}

PositionAutomaton::PositionAutomaton(std::span<const Expression* const> trees,
                                     const Lexicon& lexicon,
                                     bool mentions) {
  AutomatonBuilder builder(*this, lexicon, mentions);
  for (const Expression* tree : trees) {
    builder.add(*tree);
  }
  builder.finish();
}

}  // namespace tally
