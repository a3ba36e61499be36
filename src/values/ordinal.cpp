// SPDX-License-Identifier: Apache-2.0
// Places in an order, and magnitudes.
#include "values/ordinal.h"

#include <charconv>
#include <optional>

#include "values/amount.h"

namespace tally {

std::vector<Reading> read_ordinal(const Words& words,
                                  const Captures& captures,
                                  const ReadContext&) {
  const auto n = captures["n"];
  if (!n) {
    return {};
  }
  double place = 0;
  const auto text = words.text(n->begin);
  if (words.is(n->begin, "ordinal_digits")) {
    const auto parsed = std::from_chars(text.data(), text.data() + text.size(), place);
    if (parsed.ec != std::errc{}) {
      return {};
    }
  } else {
    const auto last = words.number(n->end - 1, "ordinal_word");
    const auto tens = n->size() > 1 ? words.number(n->begin, "number_word") : std::optional{0.0};
    if (!last || !tens) {
      return {};
    }
    place = *tens + *last;
  }
  const Number number{.low = place, .high = place};
  return {{*n, value_of({number, number}, nullptr, Kind::ordinal, {}), {}, Part::whole, {}}};
}

std::vector<Reading> read_magnitude(const Words& words,
                                    const Captures& captures,
                                    const ReadContext&) {
  const auto n = captures["n"];
  const auto amount = n ? read_amount(words, *n, captures["n2"]) : std::nullopt;
  if (!amount) {
    return {};
  }
  const Surroundings around = surroundings_of(words, captures.whole);
  return {{around.range, value_of(*amount, nullptr, Kind::magnitude, around), {}, Part::whole, {}}};
}

}  // namespace tally
