// SPDX-License-Identifier: Apache-2.0
// The readers that patterns can name.
#include "values/reader.h"

#include <array>
#include <utility>

#include "values/age.h"
#include "values/count.h"
#include "values/measure.h"
#include "values/money.h"
#include "values/ratio.h"

namespace tally {
namespace {

constexpr auto k_readers = std::to_array<std::pair<std::string_view, Reader>>({
    {"age", read_age},
    {"composite", read_composite},
    {"count", read_count},
    {"count_rate", read_count_rate},
    {"fraction", read_fraction},
    {"magnitude", read_magnitude},
    {"measure", read_measure},
    {"money", read_money},
    {"multiple", read_multiple},
    {"none", read_none},
    {"ordinal", read_ordinal},
    {"pair", read_pair},
    {"ratio", read_ratio},
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
