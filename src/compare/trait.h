// SPDX-License-Identifier: Apache-2.0
// What linking looks at in a claim, prepared once: dimension, classes, value, context.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "compare/interval.h"
#include "model/claim.h"
#include "model/concepts.h"
#include "model/document.h"

namespace tally {

// Which rules of linking a claim follows.
enum class Sort { count, figure, measure, date, time, duration, age };

struct Trait {
  std::size_t claim = 0;  // index into the claims of the run
  std::size_t source = 0;
  std::vector<std::size_t> also_in;  // other sources with the same figure in the same sentence
  std::size_t sentence = 0;
  Sort sort = Sort::figure;
  std::string dimension;     // only claims of one dimension are ever linked: "count", "money USD"
  std::string predicate;     // empty when the class tells nothing (speech, any event)
  bool is_casualty = false;  // killed, wounded: counts that stand side by side and are not the same
  std::string family;        // broadest class of the predicate: all violent events are one
  bool any_event = false;    // "the incident": goes with every family
  bool is_speech = false;    // the nearest predicate only reports
  std::vector<std::string>
      near_families;  // of the events that the sentence speaks of, nearest first
  std::string head;
  bool head_is_class = false;
  bool head_is_near = false;  // the nearest noun that is measured: it may be another figure's
  bool counts_people = false;
  std::string counted;    // the head as it was read, for what counts "as:" something else
  bool is_ruled = false;  // a claim rule made it
  std::vector<std::string> head_line;  // head and its broader classes
  std::string object;
  std::string place;             // folded
  std::string owner;             // whose age it is
  bool has_namesake = false;     // the story names somebody of this age
  bool only_of_age = false;      // nobody else whom the story names has this age
  Interval allowed;              // the interval as judged
  std::optional<Interval> born;  // of ages in dated sources: the days of birth that they allow
  bool is_narrated = false;      // a date counted from another one in the text
  bool is_vague = false;
  bool is_open = false;      // vague, or with an open end
  bool is_main = false;      // of the event family that the story is about
  bool on_main_day = false;  // a date (time) that is the day (minute) of the story's main event
  bool is_harm = false;      // of the family of some incident
  bool of_incident = false;  // the story's main event is an incident: a shooting, a flood
  std::vector<std::string> names;       // words of the names in the sentence, folded, sorted
  std::string bearer;                   // the name nearest to the figure
  std::vector<std::string> companions;  // unusual figures of the same sentence, sorted
  double rarity = 0;                    // how telling an equal value is, 0 to 2
  std::vector<std::pair<std::uint32_t, double>> context;  // stems and weights, unit length, by stem
  std::vector<std::uint64_t> runs;                        // shingles of the sentence
  std::optional<Interval> background;  // days of an earlier event that the figure belongs to
  std::optional<Interval> event_days;  // of a figure: the days of the event that its sentence dates
  bool is_settled = true;              // no plan, denial or supposition
  bool is_whole = true;                // no part, total over several events, or "others"
  std::size_t rank = 0;                // order in the text
};

// The traits of the claims `indices` of one story, in that order. Claims that say nothing to
// compare (ordinals and bare numbers of no rule, denied and retracted figures) are left out.
std::vector<Trait> traits_of(std::span<const Claim> claims,
                             const std::vector<std::size_t>& indices,
                             std::span<const Document> sources,
                             const Concepts& concepts);

// The class and its broader ones, narrowest first; a word that is no class stands alone.
std::vector<std::string> line_of(const std::string& class_name, const Concepts& concepts);

bool has_attribute(const std::string& class_name,
                   const std::string& attribute,
                   const Concepts& concepts);

// True when what is said of the figure makes it grow or shrink over time.
bool moves(const Trait& trait, const Concepts& concepts);

// Cosine of the contexts, 0 to 1.
double context_likeness(const Trait& a, const Trait& b);

// How many content words both contexts have.
std::size_t common_words(const Trait& a, const Trait& b);

// True when the sentences share an equal, unusual figure of another kind.
bool share_an_anchor(const Trait& a, const Trait& b);

// True when the sentences have a word of a name in common.
bool share_a_name(const Trait& a, const Trait& b);

}  // namespace tally
