// SPDX-License-Identifier: Apache-2.0
// The rules of a pack as their files say them, each pattern compiled by itself: for those who look
// into rules instead of running them (lint, show, try, explain).
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "rules/expression.h"
#include "rules/pack.h"
#include "rules/pattern.h"
#include "rules/stack.h"

namespace tally {

struct WrittenPattern {
  PatternText text;
  Expression tree;
  Pattern pattern;
};

struct WrittenRule {
  RuleSource source;
  bool is_value = false;  // a value pattern; otherwise a claim rule
  bool is_sound = true;   // every pattern of it compiles
  std::string reader;     // of a value pattern
  int priority = 0;
  std::size_t max_gap = 0;
  std::vector<WrittenPattern> match;  // the sound ones
  std::vector<WrittenPattern> unless;
  std::vector<Emit> emit;
  std::map<std::string, std::string> lint_ok;  // code: the reason it is accepted for
};

struct RuleBook {
  std::map<std::string, std::vector<WrittenRule>> rules;  // by language: values, then claim rules
  std::map<std::string, PackSource> sources;              // by language, without their rules
  std::vector<Dropped> dropped;                           // replaced or disabled
};

// The book of a pack that was loaded from these files. `pack` must outlive it. Faults that loading
// has reported are not reported again: what they concern is left out.
RuleBook rule_book_of(const std::vector<PackFile>& files,
                      std::span<const DisabledRule> disabled,
                      const RulePack& pack);

// The rule of that id; nullptr when the book has none.
const WrittenRule* rule_named(const RuleBook& book, std::string_view id);

}  // namespace tally
