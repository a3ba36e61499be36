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
  for (std::size_t i = at; i > from && words.text(i - 1) != ","; --i) {
    if (words.entry_at(i - 1, "future_cue") > 0) {
      return true;
    }
  }
  return false;
}

// Do modals count? They place a month ("could lose in November"), seldom a weekday.
enum class Modals { count, pass };

// Of two cues at one place the longer one holds: "would have" against "would".
Tense cue_at(const Words& words, std::size_t i, Modals modals) {
  const std::size_t past = words.entry_at(i, "past_cue");
  std::size_t future = words.entry_at(i, "future_cue");
  if (future == 0 && words.is(i, "lower") && words.has_ending(i, "future_ending")) {
    future = 1;
  }
  if (future == 0 && modals == Modals::count) {
    future = words.entry_at(i, "modal_cue");
  }
  if (future > 0 && future >= past) {
    return Tense::future;
  }
  if (past > 0) {
    return future_before(words, i) ? Tense::future : Tense::past;
  }
  return Tense::unknown;
}

Tense cue_before(const Words& words, std::size_t begin, Modals modals) {
  const std::size_t from = begin > k_reach_back ? begin - k_reach_back : 0;
  for (std::size_t i = begin; i > from; --i) {
    if (const Tense tense = cue_at(words, i - 1, modals); tense != Tense::unknown) {
      return tense;
    }
  }
  return Tense::unknown;
}

Tense cue_behind(const Words& words, std::size_t end, Modals modals) {
  const std::size_t to = std::min(words.size(), end + k_reach_ahead);
  for (std::size_t i = end; i < to; ++i) {
    if (const Tense tense = cue_at(words, i, modals); tense != Tense::unknown) {
      return tense;
    }
  }
  return Tense::unknown;
}

}  // namespace

Tense tense_near(const Words& words, Range range) {
  const Tense before = cue_before(words, range.begin, Modals::count);
  return before != Tense::unknown ? before : cue_behind(words, range.end, Modals::count);
}

Tense weekday_tense(const Words& words, Range range) {
  constexpr std::size_t k_opening = 2;
  const Tense before = cue_before(words, range.begin, Modals::pass);
  if (before != Tense::unknown || range.begin > k_opening) {
    return before;
  }
  return cue_behind(words, range.end, Modals::pass);
}

}  // namespace tally
