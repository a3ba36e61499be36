// SPDX-License-Identifier: Apache-2.0
#include "values/tense.h"

#include <algorithm>

namespace tally {
namespace {

constexpr std::size_t k_reach_back = 14;
constexpr std::size_t k_reach_ahead = 10;
// How far in front of a participle its auxiliary stands: "is not expected to be held".
constexpr std::size_t k_auxiliary = 4;

bool future_before(const Words& words, std::size_t at) {
  const std::size_t from = at > k_auxiliary ? at - k_auxiliary : 0;
  for (std::size_t i = from; i < at; ++i) {
    if (words.entry_at(i, "future_cue") > 0) {
      return true;
    }
  }
  return false;
}

Tense cue_at(const Words& words, std::size_t i) {
  if (words.entry_at(i, "future_cue") > 0) {
    return Tense::future;
  }
  if (words.entry_at(i, "past_cue") > 0) {
    return future_before(words, i) ? Tense::future : Tense::past;
  }
  return Tense::unknown;
}

Tense cue_before(const Words& words, std::size_t begin) {
  const std::size_t from = begin > k_reach_back ? begin - k_reach_back : 0;
  for (std::size_t i = begin; i > from; --i) {
    if (const Tense tense = cue_at(words, i - 1); tense != Tense::unknown) {
      return tense;
    }
  }
  return Tense::unknown;
}

Tense cue_behind(const Words& words, std::size_t end) {
  const std::size_t to = std::min(words.size(), end + k_reach_ahead);
  for (std::size_t i = end; i < to; ++i) {
    if (const Tense tense = cue_at(words, i); tense != Tense::unknown) {
      return tense;
    }
  }
  return Tense::unknown;
}

}  // namespace

Tense tense_near(const Words& words, Range range) {
  const Tense before = cue_before(words, range.begin);
  return before != Tense::unknown ? before : cue_behind(words, range.end);
}

Tense weekday_tense(const Words& words, Range range) {
  constexpr std::size_t k_opening = 2;
  const Tense before = cue_before(words, range.begin);
  return before == Tense::unknown && range.begin <= k_opening ? cue_behind(words, range.end)
                                                              : before;
}

}  // namespace tally
