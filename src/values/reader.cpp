// SPDX-License-Identifier: Apache-2.0
// The readers that patterns can name.
#include "values/reader.h"

#include <array>
#include <utility>

#include "values/clock_time.h"
#include "values/date.h"
#include "values/date_range.h"
#include "values/day_part.h"
#include "values/duration.h"
#include "values/offset_date.h"
#include "values/ordinal_date.h"
#include "values/relative_date.h"

namespace tally {
namespace {

constexpr auto k_readers = std::to_array<std::pair<std::string_view, Reader>>({
    {"date", read_date},
    {"date_range", read_date_range},
    {"day_part", read_day_part},
    {"day_word", read_day_word},
    {"decade", read_decade},
    {"duration", read_duration},
    {"numeric_range", read_numeric_range},
    {"offset_date", read_offset_date},
    {"ordinal_date", read_ordinal_date},
    {"part_so_far", read_part_so_far},
    {"same_period", read_same_period},
    {"shifted_date", read_shifted_date},
    {"time", read_clock_time},
    {"time_set", read_time_set},
    {"vague_date", read_vague_date},
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
