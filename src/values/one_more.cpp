// SPDX-License-Identifier: Apache-2.0
#include "values/one_more.h"

#include <string_view>

#include "values/amount.h"
#include "values/noun_phrase.h"

namespace tally {

std::vector<Reading> read_one_more(const Words& words, const Captures& captures,
                                   const ReadContext& context) {
  const auto n = captures["n"];
  const auto verb = captures["verb"];
  if (!n || !verb || words.is(n->end, "number_of")) {
    return {};
  }
  const Number one{.low = 1, .high = 1};
  Reading reading;
  reading.range = *n;
  reading.value = value_of(Amount{one, one}, nullptr, Kind::count, {});
  if (const auto noun = noun_phrase_at(words, n->end, Plurality::one, context.concepts)) {
    reading.noun = noun->noun;
  } else {
    const auto behind = words.value(*verb, "hurt_word");
    reading.noun.head = behind ? *behind : words.value(*verb, "hurting_word").value_or("");
  }
  return {reading};
}

}  // namespace tally
