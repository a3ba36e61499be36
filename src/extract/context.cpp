// SPDX-License-Identifier: Apache-2.0
#include "extract/context.h"

#include <algorithm>
#include <cstdlib>

#include "rules/lexicon.h"

namespace tally {
namespace {

// Distances count tokens; marks between two places make them further apart.
constexpr std::size_t k_comma_distance = 4;
constexpr std::size_t k_clause_distance = 40;
constexpr std::size_t k_speech_distance = 12;  // "said" governs a figure only for want of better
constexpr std::size_t k_told_distance = 1;     // "said on Friday": Friday is the day of the telling
constexpr std::size_t k_subject_reach = 3;     // tokens from a figure to the verb it is subject of

}  // namespace

Context::Context(const Words& words, const Concepts& concepts)
    : words_(words), concepts_(concepts) {
  measure();
  find_names();
  find_signs();
  find_stems();
}

void Context::measure() {
  way_.push_back(0);
  for (std::size_t i = 0; i < words_.size(); ++i) {
    const bool ends_clause = words_.is(i, "clause_end");
    const std::size_t comma = words_.text(i) == "," ? k_comma_distance : 1;
    way_.push_back(way_.back() + (ends_clause ? k_clause_distance : comma));
  }
}

// "The U.S. Open" opens nothing: in a name, what happens once to a thing is a word of the name.
bool Context::is_of_a_name(Range sign, const Concept& meaning) const {
  return meaning.attributes.contains("once") &&
         std::any_of(names_.begin(), names_.end(), [&](const Range& name) {
           return name.begin <= sign.begin && sign.end <= name.end && name.size() > sign.size();
         });
}

void Context::find_signs() {
  for (std::size_t i = 0; i < words_.size(); ++i) {
    words_.lexicon().signs_at(words_, i, [&](std::string_view name, std::size_t length) {
      const auto known = concepts_.classes.find(name);
      if (known != concepts_.classes.end() && !is_of_a_name({i, i + length}, known->second)) {
        signs_.push_back({.range = {i, i + length}, .class_name = name, .meaning = &known->second});
      }
    });
  }
}

bool Context::is_name_token(std::size_t i) const {
  return (words_.is(i, "capital") || words_.is(i, "upper") ||
          words_.is(i, "abbreviation_dotted")) &&
         !words_.is(i, "not_a_name");
}

// Runs of capitalised words, a particle or an initial inside; a capital that only begins the
// sentence is no name unless another one follows it.
void Context::find_names() {
  for (std::size_t i = 0; i < words_.size();) {
    if (!is_name_token(i)) {
      ++i;
      continue;
    }
    std::size_t end = i + 1;
    while (end < words_.size()) {
      const bool is_joint = words_.is(end, "name_particle") || words_.is(end, "hyphen") ||
                            (words_.text(end) == "." && words_.text(end - 1).size() == 1);
      if (is_name_token(end)) {
        ++end;
      } else if (is_joint && is_name_token(end + 1)) {
        end += 2;
      } else {
        break;
      }
    }
    const bool only_begins = i == 0 && end == 1 && words_.is(0, "common_word");
    if (!only_begins) {
      names_.push_back({i, end});
    }
    i = end;
  }
}

Range Context::tokens_in(Span span) const {
  std::size_t begin = 0;
  while (begin < words_.size() && words_[begin].span.end <= span.begin) {
    ++begin;
  }
  std::size_t end = begin;
  while (end < words_.size() && words_[end].span.begin < span.end) {
    ++end;
  }
  return {begin, end};
}

// Steps over the tokens between the two.
std::size_t Context::distance(Range from, Range to) const {
  const std::size_t begin = std::min(from.end, to.end);
  const std::size_t end = std::max(from.begin, to.begin);
  return begin < end ? way_[end] - way_[begin] : 0;
}

// "the 2016 presidential campaign": the date says which campaign, and is the day of nothing else.
// The words that it goes with; empty when it stands by itself.
Range Context::phrase_dated_by(Range figure) const {
  Range phrase{figure.end, figure.end};
  std::size_t begin = figure.begin;
  while (begin > 1 && words_.is(begin - 1, "hyphen")) {
    begin -= 2;  // "the 2007-2009 crisis"
  }
  const bool is_bound = begin > 0 && (words_.is(begin - 1, "determiner") ||
                                      words_.entry_at(begin - 1, "possessive") > 0);
  while (is_bound && phrase.end < words_.size() && !words_.is(phrase.end, "function_word") &&
         (words_.is(phrase.end, "lower") || words_.is(phrase.end, "capital") ||
          words_.is(phrase.end, "hyphen") || words_.is(phrase.end, "number"))) {
    ++phrase.end;
  }
  return phrase;
}

// "on Wednesday, a day after the storm": Wednesday is not the day of the storm.
bool Context::is_cut_off(Range figure, const Sign& sign) const {
  const Range phrase = phrase_dated_by(figure);
  if (!phrase.empty() && (sign.range.begin < phrase.begin || sign.range.begin >= phrase.end)) {
    return true;
  }
  for (std::size_t i = figure.end; i < sign.range.begin; ++i) {
    if (words_.entry_at(i, "event_link") > 0) {
      return true;
    }
  }
  return false;
}

// "12 died and 40 people are missing": the second figure is the subject of a clause of its own.
bool Context::is_coordinate_subject(Range figure) const {
  if (figure.begin == 0 || !words_.is(figure.begin - 1, "coordinator")) {
    return false;
  }
  const std::size_t end = std::min(words_.size(), figure.end + k_subject_reach);
  for (std::size_t i = figure.end; i < end && !words_.is(i, "mark"); ++i) {
    if (words_.is(i, "auxiliary")) {
      return true;
    }
  }
  return false;
}

const Context::Sign* Context::nearest_predicate(Range figure, bool is_dated) const {
  const Sign* best = nullptr;
  std::size_t best_distance = 0;
  const bool begins_clause = is_coordinate_subject(figure);
  for (const Sign& sign : signs_) {
    const bool overlaps = sign.range.begin < figure.end && figure.begin < sign.range.end;
    if (!sign.meaning->is_predicate || overlaps || (is_dated && is_cut_off(figure, sign))) {
      continue;
    }
    std::size_t far = distance(figure, sign.range);
    if (begins_clause && sign.range.begin < figure.begin) {
      far += k_clause_distance / 2;
    }
    const bool is_its_day = is_dated && sign.range.end <= figure.begin && far <= k_told_distance;
    if (sign.meaning->attributes.contains("speech") && !is_its_day) {
      far += k_speech_distance;
    }
    const bool is_longer =
        best != nullptr && far == best_distance && sign.range.size() > best->range.size();
    if (best == nullptr || far < best_distance || is_longer) {
      best = &sign;
      best_distance = far;
    }
  }
  return best_distance < k_clause_distance ? best : nullptr;
}

bool Context::has_attribute(std::string_view class_name, const char* attribute) const {
  const auto known = concepts_.classes.find(class_name);
  return known != concepts_.classes.end() && known->second.attributes.contains(attribute);
}

std::string Context::head_of(Range range) const {
  const Sign* best = nullptr;
  for (const Sign& sign : signs_) {
    const bool inside = range.begin <= sign.range.begin && sign.range.end <= range.end;
    if (inside && sign.meaning->is_head &&
        (best == nullptr || sign.range.end > best->range.end ||
         (sign.range.end == best->range.end && sign.range.size() > best->range.size()))) {
      best = &sign;
    }
  }
  if (best != nullptr) {
    return std::string(best->class_name);
  }
  return range.empty() ? std::string{} : words_.lexicon().singular_of(words_.folded(range.end - 1));
}

bool Context::has_cue(std::string_view class_name, Range within) const {
  return std::any_of(signs_.begin(), signs_.end(), [&](const Sign& sign) {
    return within.begin <= sign.range.begin && sign.range.end <= within.end &&
           sign.class_name == class_name;
  });
}

Range Context::clause_around(Range figure) const {
  Range clause = figure;
  while (clause.begin > 0 && !words_.is(clause.begin - 1, "clause_end")) {
    --clause.begin;
  }
  while (clause.end < words_.size() && !words_.is(clause.end, "clause_end")) {
    ++clause.end;
  }
  return clause;
}

void Context::describe(Range figure, Claim& claim) const {
  const Range clause = clause_around(figure);
  const Kind kind = claim.mention.value.kind;
  const bool is_dated = kind == Kind::date || kind == Kind::time;
  const Sign* predicate = nearest_predicate(figure, is_dated);
  if (claim.predicate.empty() && predicate != nullptr) {
    claim.predicate = std::string(predicate->class_name);
  }
  claim.attribution = authority(clause);
  if (claim.attribution.empty()) {
    claim.attribution = authority({0, words_.size()});
  }
  claim.stance = stance_of(figure, predicate, !claim.attribution.empty());
  claim.scope = scope_of(figure, kind);
  claim.place = place_of(figure, has_attribute(claim.predicate, "bearing"));
  claim.names = names_near(figure);
  claim.stems = stems_near(figure, clause);
  claim.classes = classes_near(figure, is_dated);
}

}  // namespace tally
