// SPDX-License-Identifier: Apache-2.0
// The readers that patterns can name.
#include "values/reader.h"

#include <array>
#include <utility>

#include "values/age.h"
#include "values/clock_time.h"
#include "values/count.h"
#include "values/date.h"
#include "values/date_range.h"
#include "values/day_part.h"
#include "values/duration.h"
#include "values/holiday.h"
#include "values/measure.h"
#include "values/money.h"
#include "values/offset_date.h"
#include "values/ordinal.h"
#include "values/ordinal_date.h"
#include "values/people.h"
#include "values/ratio.h"
#include "values/relative_date.h"

namespace tally {
namespace {

constexpr auto k_readers = std::to_array<std::pair<std::string_view, Reader>>({
    {"age", read_age},
    {"bounds", read_bounds},
    {"composite", read_composite},
    {"count", read_count},
    {"count_rate", read_count_rate},
    {"date", read_date},
    {"date_range", read_date_range},
    {"day_part", read_day_part},
    {"day_word", read_day_word},
    {"decade", read_decade},
    {"duration", read_duration},
    {"feet_inches", read_feet_inches},
    {"fraction", read_fraction},
    {"full_range", read_full_range},
    {"holiday", read_holiday},
    {"magnitude", read_magnitude},
    {"measure", read_measure},
    {"money", read_money},
    {"multiple", read_multiple},
    {"none", read_none},
    {"numeric_range", read_numeric_range},
    {"offset_date", read_offset_date},
    {"ordinal", read_ordinal},
    {"ordinal_date", read_ordinal_date},
    {"pair", read_pair},
    {"part_so_far", read_part_so_far},
    {"people", read_people},
    {"ratio", read_ratio},
    {"same_period", read_same_period},
    {"shifted_date", read_shifted_date},
    {"time", read_clock_time},
    {"time_set", read_time_set},
    {"vague_date", read_vague_date},
    {"week", read_week},
});

}  // namespace

Reader reader_named(std::string_view name) {
  for (const auto& [known, reader] : k_readers) {
    if (known == name) {
      return reader;
    }
  }
  return nullptr;
}

}  // namespace tally
