// SPDX-License-Identifier: Apache-2.0
// What the sources say on the figures of a draft, as a report for people.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/draft.h"
#include "report/page.h"
#include "report/program.h"
#include "report/style.h"
#include "report/table.h"

namespace tally {

// Each form says for every figure of the draft whether it is supported, by how many origins, is
// contradicted, or is in no source, with the quotes; contradicted ones first.
std::string draft_text(const DraftCheck& check, const Style& style);
std::string draft_markdown(const DraftCheck& check, const Program& program);
// A row for each figure, in the order of the draft.
Table draft_table(const DraftCheck& check);

// The marks in the order of a report.
inline constexpr std::array k_marks_in_order = {DraftMark::contradicted,
                                                DraftMark::unsettled,
                                                DraftMark::no_source,
                                                DraftMark::consistent,
                                                DraftMark::supported,
                                                DraftMark::not_checked};

// "In no source": a mark as a heading, and what it means in a sentence without a full stop.
std::string_view title_of(DraftMark mark);
std::string_view meaning_of(DraftMark mark);

// Indices of the figures with a mark, in order of the text.
std::vector<std::size_t> figures_with(const DraftCheck& check, DraftMark mark);

// "12 figures and dates: 1 contradicted, 8 supported, 3 in no source".
std::string summary_of(const DraftCheck& check);

// The claim of a finding that is not the draft's; nothing where the draft differs from itself.
std::optional<std::size_t> source_side(const DraftCheck& check, const Finding& finding);

// "Compared with 6 sources. …": what the report rests on, in sentences.
std::string basis_of(const DraftCheck& check);

// "supported by 2 origins"; "in no source".
std::string verdict_on(const DraftFigure& figure);

}  // namespace tally
