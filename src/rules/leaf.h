// SPDX-License-Identifier: Apache-2.0
// The leaves of a pattern's tree: what tokens each of them takes.
#pragma once

#include <string>
#include <vector>

#include "rules/expression.h"
#include "rules/lexicon.h"

namespace tally {

// A word, a name or a choice: what takes one token (a name also an entry of several words).
bool is_leaf(const Expression& node);

// Sets of codes, sorted, and entries of several words that the leaves of one tree take.
class Leaves {
 public:
  // `mentions`: names of kinds mean mention tokens. The lexicon must outlive this.
  Leaves(const Expression& tree, const Lexicon& lexicon, bool mentions);

  // `glued`: only tokens without white space before them.
  std::vector<Code> named(const std::string& name, bool glued) const;
  std::vector<std::vector<std::string>> phrases(const std::string& name) const;
  std::vector<Code> literal(const std::string& word, bool glued) const;
  std::vector<Code> choice(const Expression& node) const;
  // What gaps of the tree may take: no mention of a kind that it captures, no end of a clause.
  std::vector<Code> gap() const;

 private:
  bool is_mention(const std::string& name) const;

  const Lexicon& lexicon_;
  bool mentions_;
  std::vector<std::string> captured_kinds_;
};

// The tokens that a leaf takes, sorted. `mentions`: names of kinds mean mention tokens.
std::vector<Code> codes_of_leaf(const Expression& leaf, const Lexicon& lexicon, bool mentions);

// Does the leaf name a class with entries of several words?
bool takes_phrases(const Expression& leaf, const Lexicon& lexicon, bool mentions);

// Why the leaf can match nothing; empty when it can.
std::string fault_of_leaf(const Expression& leaf, const Lexicon& lexicon, bool mentions);

}  // namespace tally
