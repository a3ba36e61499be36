// SPDX-License-Identifier: Apache-2.0
// What comparing claims yields: stories, facts, positions, findings, origins.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/claim.h"

namespace tally {

enum class Verdict { agree, update, scope, conflict, unclear };

// What a person decided about a finding. Only an open or confirmed conflict counts as one.
enum class Decision { open, confirmed, dismissed };

// Claims of one fact whose values can all be true together.
struct Position {
  std::vector<std::size_t> claims;  // indices into Comparison::claims
  std::optional<double> low;        // the common part of what they wrote, base unit, no slack
  std::optional<double> high;
  std::size_t articles = 0;       // sources that state it
  std::size_t origins = 0;        // independent tellings among them
  std::size_t named_sources = 0;  // authorities they name ("a Pentagon spokesman")

  friend bool operator==(const Position&, const Position&) = default;
};

struct Fact {
  std::string name;  // for people: "construction cost of facility"
  Kind kind = Kind::number;
  std::size_t story = 0;             // index into Comparison::stories
  Verdict verdict = Verdict::agree;  // the gravest of its findings
  std::vector<std::size_t> claims;
  std::vector<Position> positions;

  friend bool operator==(const Fact&, const Fact&) = default;
};

struct Finding {
  std::size_t fact = 0;
  std::size_t a = 0;  // indices of claims; a's source comes first in the order of the sources
  std::size_t b = 0;
  Verdict verdict = Verdict::agree;
  std::string reason;                 // "same-value", "disjoint": the codes of docs/verdicts.md
  std::string gap;                    // "1.5x", "365 days"; empty where the values meet
  std::string explain;                // the arithmetic, one sentence
  std::string link;                   // what linked the two, one phrase
  std::vector<std::string> rests_on;  // assumptions: "publication date of X is assumed"
  bool same_origin = false;
  double confidence = 0;   // 0 to 1
  std::size_t number = 0;  // its place among all findings of the comparison: its id
  Decision decision = Decision::open;
  std::string note;        // of who decided; may be empty
  std::string decided_on;  // ISO day; empty while open

  friend bool operator==(const Finding&, const Finding&) = default;
};

// A conflict that nobody has set aside: what the exit status is about.
inline bool is_open_conflict(const Finding& finding) {
  return finding.verdict == Verdict::conflict && finding.decision != Decision::dismissed;
}

struct Story {
  std::string name;
  std::vector<std::size_t> sources;

  friend bool operator==(const Story&, const Story&) = default;
};

// Why a figure takes no part in a comparison: no pattern reads it, or it is read and states nothing
// that could be compared (an ordinal, a bare number).
enum class GapKind { unread, unclaimed };

// A figure of a source that takes no part in the comparison.
struct Gap {
  std::size_t source = 0;  // index into Comparison::sources
  Span span;               // bytes in the source's text
  GapKind kind = GapKind::unread;

  friend bool operator==(const Gap&, const Gap&) = default;
};

// The whole outcome of a comparison; all indices point into it.
struct Comparison {
  std::vector<Document> sources;  // with assumed publication dates filled in
  std::vector<Claim> claims;      // in order of source, then of text
  std::vector<Story> stories;
  std::vector<Fact> facts;                    // in order of story
  std::vector<Finding> findings;              // in order of fact
  std::vector<std::size_t> origin_of_source;  // an origin number for each source
  std::vector<Gap> gaps;                      // in order of source, then of text
  struct Coverage {
    std::size_t figures = 0;         // all of them: mentions read, and figures not understood
    std::size_t compared = 0;        // claims in a fact of two or more sources
    std::size_t one_source = 0;      // claims stated by one source only
    std::size_t not_understood = 0;  // figures that became no mention
    friend bool operator==(const Coverage&, const Coverage&) = default;
  } coverage;
};

std::string_view name_of(GapKind kind);
std::optional<GapKind> gap_kind_named(std::string_view name);
std::string_view name_of(Verdict verdict);
std::optional<Verdict> verdict_named(std::string_view name);
std::string_view name_of(Decision decision);
std::optional<Decision> decision_named(std::string_view name);

}  // namespace tally
