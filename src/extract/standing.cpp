// SPDX-License-Identifier: Apache-2.0
// How a sentence stands to a figure: who says it, how it is meant, and of what part.
#include <algorithm>

#include "extract/context.h"
#include "values/noun_phrase.h"

namespace tally {
namespace {

constexpr std::size_t k_scope_reach = 5;   // tokens on either side in which a scope cue counts
constexpr std::size_t k_part_reach = 3;    // "of them" stands right behind what it parts
constexpr std::size_t k_stance_reach = 7;  // tokens before a figure or its predicate
constexpr std::size_t k_authority_tokens = 8;

// A day, a time or a magnitude is said whole.
bool may_have_parts(Kind kind) {
  return kind != Kind::date && kind != Kind::time && kind != Kind::magnitude;
}

}  // namespace

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
  return at < end ? name_at({at, end}) : std::string{};
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
             (is_name_token(begin - 1) || words_.is(begin - 1, "authority_adjective"))) {
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
  return authority_behind(sign.range.end);
}

// "said X", "a indiqué le gouverneur": the name, or the head of people, behind the verb and its
// determiner.
std::string Context::authority_behind(std::size_t at) const {
  while (words_.is(at, "determiner")) {
    ++at;
  }
  for (const Range& name : names_) {
    if (name.begin == at) {
      return name_at(name);
    }
  }
  for (const Sign& sign : signs_) {
    if (sign.range.begin == at && sign.meaning->is_head &&
        !person_class_of(std::string(sign.class_name), concepts_).empty()) {
      return std::string(words_.text(sign.range));
    }
  }
  return {};
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
  if (!may_have_parts(kind)) {
    return Scope::whole;
  }
  const Range before{figure.begin - std::min(figure.begin, k_scope_reach), figure.begin};
  const Range after{figure.end, std::min(words_.size(), figure.end + k_scope_reach)};
  if (has_cue("scope_including", before)) {
    return Scope::including;
  }
  if (has_cue("scope_part", {figure.end, std::min(after.end, figure.end + k_part_reach)})) {
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

}  // namespace tally
