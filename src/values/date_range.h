// SPDX-License-Identifier: Apache-2.0
// Readers of ranges of dates.
#pragma once

#include <vector>

#include "values/reader.h"

namespace tally {

// Two dates of which one lacks what the other has: "April 24-26", "May to July 2023", "499 to 493
// BC", "1990-94". Two mentions, the first completed from the second or the other way round; a
// first one that would come after the second is put into the year before. Captures: those of
// parts_of for the date that is whole; `first` and `second`, the tokens of the two mentions, or
// `extent` where both are one ("April 24-26" is how long something lasts); `other_day`,
// `other_month`, `other_year`, what the incomplete one has of its own.
std::vector<Reading> read_date_range(const Words& words,
                                     const Captures& captures,
                                     const ReadContext& context);

// Two dates in figures, or such a one and the other complete ("10/1/2018 - 10/7/2018", "5/1-5/7,
// 2020"): one mention from the first day to the last. Captures: `from` and `to`, each a token of
// shape slash_date, simple_fraction or iso_date; `year` when it stands behind them.
std::vector<Reading> read_numeric_range(const Words& words,
                                        const Captures& captures,
                                        const ReadContext& context);

// Two complete days: one mention from the first to the last. Captures: `from` and `to`, the tokens
// of each; a word of class day_word or vague_date counts from the publication.
std::vector<Reading> read_full_range(const Words& words,
                                     const Captures& captures,
                                     const ReadContext& context);

}  // namespace tally
