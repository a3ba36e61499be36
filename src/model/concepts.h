// SPDX-License-Identifier: Apache-2.0
// What comparing must know of the world, read from the rule pack: plain tables, no language.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "model/value.h"

namespace tally {

// What a class of heads or predicates means for linking and judging. All of it comes from the
// attributes of `[class.NAME]` in the pack's lexicon files.
struct Concept {
  Change moves = Change::none;  // grows or shrinks over time: a later, higher toll is an update
  bool is_head = false;         // role = "head"
  bool is_predicate = false;    // role = "predicate"
  std::string broader;          // class that contains this one: "soldiers" is "people"
  std::set<std::string> attributes;  // further flags of the pack: "event", "state", "casualty"

  friend bool operator==(const Concept&, const Concept&) = default;
};

struct Concepts {
  std::map<std::string, Concept, std::less<>> classes;  // by class name
  std::set<std::string, std::less<>> agencies;          // "AP", "Reuters"
};

}  // namespace tally
