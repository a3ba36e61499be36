// SPDX-License-Identifier: Apache-2.0
// Hand-made traits for the tests of linking.
#pragma once

#include <string>

#include "compare/trait.h"

namespace tally::made {

inline Trait trait(std::size_t source, Sort sort, const std::string& dimension, double value) {
  Trait made;
  made.claim = source;
  made.source = source;
  made.sort = sort;
  made.dimension = dimension;
  made.allowed = {value, value};
  made.is_ruled = true;
  made.rank = source;
  return made;
}

// So many people killed, by the rule for them.
inline Trait toll(std::size_t source, double value) {
  Trait made = trait(source, Sort::count, "count", value);
  made.predicate = "killed";
  made.family = "violence";
  made.is_casualty = true;
  made.is_main = made.of_incident = made.is_harm = true;
  made.head = "people";
  made.head_is_class = true;
  made.head_line = {"people"};
  made.names = {"weston"};
  return made;
}

// A sum of a predicate that nothing is known of.
inline Trait sum(std::size_t source, double value, const std::string& predicate = "paid") {
  Trait made = trait(source, Sort::figure, "money USD", value);
  made.predicate = predicate;
  made.is_ruled = false;
  return made;
}

}  // namespace tally::made
