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
constexpr std::size_t k_scope_reach = 5;       // tokens on either side in which a scope cue counts
constexpr std::size_t k_place_reach = 12;
constexpr std::size_t k_stance_reach = 7;   // tokens before a figure or its predicate
constexpr std::size_t k_subject_reach = 3;  // tokens from a figure to the verb it is subject of
constexpr std::size_t k_authority_tokens = 8;
constexpr std::size_t k_most_names = 8;
constexpr std::size_t k_most_stems = 16;

bool is_name_token(const Words& words, std::size_t i) {
  return (words.is(i, "capital") || words.is(i, "upper") || words.is(i, "abbreviation_dotted")) &&
         !words.is(i, "not_a_name");
}

}  // namespace

Context::Context(const Words& words, const Concepts& concepts)
    : words_(words), concepts_(concepts) {
  measure();
  find_names();
  find_signs();
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

// Runs of capitalised words, a particle or an initial inside; a capital that only begins the
// sentence is no name unless another one follows it.
void Context::find_names() {
  for (std::size_t i = 0; i < words_.size();) {
    if (!is_name_token(words_, i)) {
      ++i;
      continue;
    }
    std::size_t end = i + 1;
    while (end < words_.size()) {
      const bool is_joint = words_.is(end, "name_particle") || words_.is(end, "hyphen") ||
                            (words_.text(end) == "." && words_.text(end - 1).size() == 1);
      if (is_name_token(words_, end)) {
        ++end;
      } else if (is_joint && is_name_token(words_, end + 1)) {
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
    if (sign.meaning->attributes.contains("speech")) {
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

// "according to X": the words up to the next mark.
std::string Context::authority_after(std::size_t at) const {
  std::size_t end = at;
  while (end < words_.size() && end - at < k_authority_tokens && !words_.is(end, "mark") &&
         !words_.is(end, "stop") && !words_.is(end, "dash")) {
    ++end;
  }
  while (at < end && words_.is(at, "determiner")) {
    ++at;
  }
  return std::string(words_.text({at, end}));
}

// "X said": the name, or the noun phrase with a head of people, that ends before the verb.
std::string Context::authority_before(std::size_t at) const {
  for (const Range& name : names_) {
    if (name.end == at) {
      return std::string(words_.text(name));
    }
  }
  for (const Sign& sign : signs_) {
    if (sign.range.end == at && sign.meaning->is_head) {
      std::size_t begin = sign.range.begin;
      while (begin > 0 && at - begin < k_authority_tokens &&
             (is_name_token(words_, begin - 1) || words_.is(begin - 1, "authority_adjective"))) {
        --begin;
      }
      return std::string(words_.text({begin, at}));
    }
  }
  return {};
}

// Who is named by the words of a sign: "according to X", "X said", "said X".
std::string Context::authority_at(const Sign& sign) const {
  if (sign.class_name == "according_to") {
    return authority_after(sign.range.end);
  }
  if (sign.class_name != "attribution_verb") {
    return {};
  }
  std::string before = authority_before(sign.range.begin);
  if (!before.empty()) {
    return before;
  }
  const auto behind = std::find_if(names_.begin(), names_.end(), [&](const Range& name) {
    return name.begin == sign.range.end;
  });
  return behind == names_.end() ? std::string{} : std::string(words_.text(*behind));
}

std::string Context::authority(Range clause) const {
  for (const Sign& sign : signs_) {
    if (clause.begin <= sign.range.begin && sign.range.end <= clause.end) {
      std::string named = authority_at(sign);
      if (!named.empty()) {
        return named;
      }
    }
  }
  return {};
}

// Tokens of the clause from which a word can turn the figure: those shortly before it, and those
// shortly before the predicate that governs it.
std::vector<Range> Context::stance_windows(Range figure, const Sign* predicate) const {
  const Range clause = clause_around(figure);
  const auto before = [&](Range range) {
    const std::size_t reach = std::min(range.begin - clause.begin, k_stance_reach);
    Range window{range.begin - reach, range.begin};
    for (std::size_t i = window.begin; i < window.end; ++i) {
      if (words_.is(i, "clause_opener")) {
        window.begin = i + 1;  // "it may have caused the crash that killed five"
      }
    }
    return window;
  };
  std::vector<Range> windows = {before(figure)};
  if (predicate != nullptr && predicate->range.begin >= clause.begin &&
      predicate->range.end <= clause.end) {
    windows.push_back(before(predicate->range));
  }
  return windows;
}

Stance Context::stance_of(Range figure, const Sign* predicate, bool attributed) const {
  if (has_cue("retracted", {0, words_.size()})) {
    return Stance::retracted;
  }
  const std::vector<Range> windows = stance_windows(figure, predicate);
  const auto turned_by = [&](std::string_view cue) {
    return std::any_of(
        windows.begin(), windows.end(), [&](Range window) { return has_cue(cue, window); });
  };
  if (turned_by("superseded")) {
    return Stance::retracted;
  }
  if (turned_by("denied")) {
    return Stance::denied;
  }
  if (turned_by("hypothetical")) {
    return Stance::hypothetical;
  }
  if (turned_by("planned")) {
    return Stance::planned;
  }
  return attributed ? Stance::attributed : Stance::asserted;
}

Scope Context::scope_of(Range figure, Kind kind) const {
  const Range before{figure.begin - std::min(figure.begin, k_scope_reach), figure.begin};
  const Range after{figure.end, std::min(words_.size(), figure.end + k_scope_reach)};
  if (has_cue("scope_including", before)) {
    return Scope::including;
  }
  if (has_cue("scope_part", after)) {
    return Scope::part;
  }
  if (has_cue("scope_other", {figure.begin, std::min(after.end, figure.end + 2)}) ||
      has_cue("scope_other", {figure.begin - std::min<std::size_t>(figure.begin, 1), figure.end})) {
    return Scope::other;
  }
  const bool is_total = has_cue("scope_total", before) || has_cue("scope_total", after) ||
                        (kind == Kind::money && has_cue("scope_gross", clause_around(figure)));
  return is_total ? Scope::total : Scope::whole;
}

// What is measured from stands behind the measure: "six miles west of X and seven from Y".
std::string Context::place_of(Range figure, bool is_bearing) const {
  const Range* best = nullptr;
  std::size_t best_distance = k_place_reach + 1;
  for (const Range& name : names_) {
    if (is_bearing && name.begin < figure.end) {
      continue;
    }
    std::size_t before = name.begin;
    while (before > 0 && words_.is(before - 1, "determiner")) {
      --before;
    }
    const bool is_located = before > 0 && words_.is(before - 1, "locative");
    const std::size_t far = distance(figure, name);
    if (is_located && far < best_distance) {
      best = &name;
      best_distance = far;
    }
  }
  return best == nullptr ? std::string{} : std::string(words_.text(*best));
}

std::vector<std::string> Context::names_near(Range figure) const {
  std::vector<Range> order = names_;
  std::stable_sort(order.begin(), order.end(), [&](const Range& a, const Range& b) {
    return distance(figure, a) < distance(figure, b);
  });
  std::vector<std::string> out;
  for (const Range& name : order) {
    std::string text = squeezed(words_.text(name));
    if (out.size() < k_most_names && std::find(out.begin(), out.end(), text) == out.end()) {
      out.push_back(std::move(text));
    }
  }
  return out;
}

std::vector<std::string> Context::stems_near(Range figure, Range clause) const {
  std::vector<std::size_t> order;
  for (std::size_t i = clause.begin; i < clause.end; ++i) {
    const bool is_word = words_.is(i, "lower") && words_.text(i).size() > 2;
    if (is_word && (i < figure.begin || i >= figure.end) && !words_.is(i, "number_word") &&
        !words_.is(i, "function_word")) {
      order.push_back(i);
    }
  }
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return distance(figure, {a, a + 1}) < distance(figure, {b, b + 1});
  });
  std::vector<std::string> out;
  for (const std::size_t i : order) {
    if (out.size() == k_most_stems) {
      break;
    }
    std::string stem = words_.lexicon().singular_of(words_.folded(i));
    if (std::find(out.begin(), out.end(), stem) == out.end()) {
      out.push_back(std::move(stem));
    }
  }
  return out;
}

std::vector<std::string> Context::classes_near(Range figure, bool is_dated) const {
  std::vector<const Sign*> order;
  for (const Sign& sign : signs_) {
    const bool is_other_event = is_dated && sign.meaning->is_predicate && is_cut_off(figure, sign);
    if ((sign.meaning->is_head || sign.meaning->is_predicate) && !is_other_event) {
      order.push_back(&sign);
    }
  }
  std::stable_sort(order.begin(), order.end(), [&](const Sign* a, const Sign* b) {
    return distance(figure, a->range) < distance(figure, b->range);
  });
  std::vector<std::string> out;
  for (const Sign* sign : order) {
    if (std::find(out.begin(), out.end(), sign->class_name) == out.end()) {
      out.emplace_back(sign->class_name);
    }
  }
  return out;
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
