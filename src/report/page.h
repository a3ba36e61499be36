// SPDX-License-Identifier: Apache-2.0
// A comparison ready to be written: its parts in the order of a report, and what is said of them.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "model/finding.h"

namespace tally {

// A comparison with its indices turned round. Views `comparison`, which must outlive it.
struct Page {
  explicit Page(const Comparison& whole);

  const Comparison& comparison;
  std::vector<Places> places;                      // of each source
  std::vector<std::vector<std::size_t>> findings;  // of each fact, gravest first
};

// The order in which verdicts matter to the reader.
inline constexpr std::array k_gravest_first = {
    Verdict::conflict, Verdict::update, Verdict::scope, Verdict::unclear, Verdict::agree};

// The place of a verdict in k_gravest_first.
std::size_t rank_of(Verdict verdict);

// The gravest verdict among the findings of a fact that the page holds.
Verdict verdict_of(const Page& page, std::size_t fact);

// "dismissed on 2024-05-02: another base"; empty while the finding is open. As it was written, not
// made safe for a terminal.
std::string decision_text(const Finding& finding);

// True when somebody has dismissed every finding of the fact that has its gravest verdict.
bool is_dismissed(const Page& page, std::size_t fact);

// The facts of a story with findings of this gravest verdict that are not dismissed: the surest
// first, those in which only vague words meet last.
std::vector<std::size_t> facts_with(const Page& page, std::size_t story, Verdict verdict);
// The facts of a story whose differences are dismissed: they stand in a section of their own.
std::vector<std::size_t> dismissed_facts(const Page& page, std::size_t story);
// How many facts_with() are in all stories.
std::size_t count_with(const Page& page, Verdict verdict);

// The findings that show how the sources of a fact differ: of those that say the same of the same
// two positions the first.
std::vector<std::size_t> differences_of(const Page& page, std::size_t fact);

// The index in `fact.positions` of the one that holds `claim`; their number when none does.
std::size_t position_of(const Fact& fact, std::size_t claim);

// "3 articles, 2 origins, 1 named source".
std::string counts_of(const Position& position);

// Whether a claim's value can stand for a fact of this kind: the fact may be a date and the claim a
// duration, but a bare number is a count that does not say of what.
bool stands_for(Kind kind, Kind fact);

// The value a position is shown with: that of the claim that says it most closely.
std::string value_of(const Page& page, const Fact& fact, const Position& position);

// "same-value, hedge": the reasons of a fact's findings.
std::string reasons_of(const Page& page, std::size_t fact);

// "both cannot be true": what a verdict means, for a heading.
std::string_view meaning_of(Verdict verdict);
// "1 conflict", "3 differences of scope": so many facts of a verdict.
std::string counted_facts(std::size_t number, Verdict verdict);
// "1 conflict, 2 agreements": the facts of the page by their gravest verdict.
std::string summary_of(const Page& page);

// "61 figures read, 38 compared, 19 stated by one source only, 2 without a claim, 2 not
// understood": the last four make the first.
std::string coverage_text(const Comparison& comparison);

}  // namespace tally
