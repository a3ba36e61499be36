// SPDX-License-Identifier: Apache-2.0
// What stands around a figure in its sentence: predicates, names, places, authority, stance, scope.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/claim.h"
#include "model/concepts.h"
#include "model/mention.h"
#include "rules/words.h"

namespace tally {

// The members are in context.cpp (signs, names, the predicate), standing.cpp (who says it, how it
// is meant, of what part) and surroundings.cpp (places, names and words near a figure). A sentence
// with what every figure of it can see. Built once per sentence. A view: `words` and `concepts`
// must outlive it.
class Context {
 public:
  Context(const Words& words, const Concepts& concepts);

  // Fills what the surroundings of the tokens of `figure` tell: predicate, object, place, names,
  // stems, classes, attribution, stance and scope. A head or subject that is already there stays.
  void describe(Range figure, Claim& claim) const;

  // The class with role "head" of the last such entry of a range; the singular of its last word
  // where there is none; empty for an empty range.
  std::string head_of(Range range) const;

  // Tokens whose bytes lie in the span, as far as they belong to this sentence.
  Range tokens_in(Span span) const;

 private:
  // An entry of a class that means something: a head, a predicate or a cue.
  struct Sign {
    Range range;
    std::string_view class_name;
    const Concept* meaning = nullptr;
  };

  bool is_name_token(std::size_t i) const;
  void find_signs();
  void find_names();
  void find_stems();
  void measure();
  std::size_t distance(Range from, Range to) const;
  Range phrase_dated_by(Range figure) const;
  bool is_coordinate_subject(Range figure) const;
  bool is_of_a_name(Range sign, const Concept& meaning) const;
  bool has_attribute(std::string_view class_name, const char* attribute) const;
  bool is_cut_off(Range figure, const Sign& sign) const;
  const Sign* nearest_predicate(Range figure, bool is_dated) const;
  bool has_cue(std::string_view class_name, Range within) const;
  Range clause_around(Range figure) const;
  std::string authority(Range clause) const;
  std::string authority_at(const Sign& sign) const;
  std::string authority_after(std::size_t at) const;
  std::string authority_before(std::size_t at) const;
  std::string authority_behind(std::size_t at) const;
  std::vector<Range> stance_windows(Range figure, const Sign* predicate) const;
  Stance stance_of(Range figure, const Sign* predicate, bool attributed) const;
  Scope scope_of(Range figure, Kind kind) const;
  std::string name_at(Range name) const;
  std::string place_of(Range figure, bool is_bearing) const;
  std::vector<std::string> names_near(Range figure) const;
  std::vector<std::string> stems_near(Range figure, Range clause) const;
  std::vector<std::string> classes_near(Range figure, bool is_dated) const;

  const Words& words_;
  const Concepts& concepts_;
  std::vector<Sign> signs_;
  std::vector<Range> names_;
  std::vector<std::string> stems_;  // of each token; empty where it is no content word
  std::vector<std::size_t> way_;    // from the first token to each one, in the steps of distance()
};

}  // namespace tally
