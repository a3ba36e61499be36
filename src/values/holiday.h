// SPDX-License-Identifier: Apache-2.0
// Holidays: the days that their rules name, and the reader for them.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "values/dated_period.h"
#include "values/period.h"
#include "values/reader.h"

namespace tally {

// The days of a holiday in a year, by the rule that the pack gives its name:
//   fixed MM-DD          the same day every year
//   nth MONTH N WEEKDAY  the Nth weekday of a month (1 is Monday); N of -1 is the last one
//   easter N, orthodox N N days after Easter Sunday, western or orthodox
//   islamic MONTH DAY    a day of the Islamic calendar
//   hebrew N             N days after 1 Tishri of the Hebrew year that begins in the year
//   pesach N             N days after the first day of Passover
//   new MM-DD ZONE N     N days after the first new moon from that day, ZONE hours ahead of UTC
//   full MM-DD ZONE N    the same of the full moon
// A last word "xN" makes it N days long. Nothing for a rule that cannot be read, or when the
// Islamic year skips the civil one.
std::optional<Period> holiday_in(std::string_view rule, int year);

// The holiday of the captures `holiday` (class holiday: its rule), `year` and `shift`; without a
// year the nearest one by the tense of the sentence. Nothing without a holiday, or with nothing to
// count from.
std::optional<DatedPeriod> holiday_of(const Words& words,
                                      const Captures& captures,
                                      const ReadContext& context);

// "Christmas", "Thanksgiving 2014", "last Easter". Captures: those of holiday_of, mention.
std::vector<Reading> read_holiday(const Words& words,
                                  const Captures& captures,
                                  const ReadContext& context);

}  // namespace tally
