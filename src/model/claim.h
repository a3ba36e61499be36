// SPDX-License-Identifier: Apache-2.0
// A mention with its meaning: what it is about, who says so, and which rule made it.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/document.h"
#include "model/mention.h"

namespace tally {

// How the source stands to the figure.
enum class Stance { asserted, attributed, planned, denied, hypothetical, retracted };

// What the words around a figure say of its scope: a part ("of them"), an inclusion ("including"),
// a total over several events ("in all"), or something besides ("others").
enum class Scope { whole, part, including, total, other };

struct Claim {
  std::size_t source = 0;  // index into the documents of the run
  Mention mention;
  std::string quote;     // the mention's text, as written
  std::string sentence;  // the sentence around it, white space squeezed
  bool in_title = false;
  std::string subject;                  // noun phrase as written, without determiner and number
  std::string head;                     // its class ("troops") or lemma
  std::vector<std::string> qualifiers;  // lower case
  std::string predicate;                // class ("construction-cost", "killed"); empty: none near
  std::string object;                   // head class of what the predicate acts on, when captured
  std::string place;                    // name after a locative near the figure; may be empty
  std::vector<std::string> names;       // capitalised names in the sentence, nearest first
  std::vector<std::string> stems;       // words of the clause, folded, nearest first
  std::vector<std::string> classes;     // predicate and head classes of the sentence, nearest first
  std::string attribution;              // who is named as the authority: "Pentagon", "AP"
  Stance stance = Stance::asserted;
  Scope scope = Scope::whole;
  std::string rule;  // id of the claim rule; "generic" for the fallback
  int rule_rev = 0;

  friend bool operator==(const Claim&, const Claim&) = default;
};

std::string_view name_of(Stance stance);
std::string_view name_of(Scope scope);
std::optional<Stance> stance_named(std::string_view name);
std::optional<Scope> scope_named(std::string_view name);

}  // namespace tally
