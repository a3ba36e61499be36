// SPDX-License-Identifier: Apache-2.0
#include "values/day_part.h"

#include <cstdlib>
#include <string>

#include <fmt/format.h>

#include "values/date.h"
#include "values/relative_date.h"
#include "values/tense.h"

namespace tally {
namespace {

// A day mentioned this near to the publication is what news speaks of.
constexpr int k_near_days = 10;

DatedPeriod from_reference(const Reference& reference, int days) {
  const Day day = reference.period.last + days;
  return {{Grain::day, day, day},
          Anchor{.day = reference.period.last, .from = std::string(reference.from)}};
}

// "last night", "this morning", "the next morning".
std::optional<DatedPeriod> shifted_day(const Words& words,
                                       const Captures& captures,
                                       const Discourse& discourse) {
  const auto anaphor = captures["anaphor"];
  const auto shift = captures["shift"];
  if (anaphor) {
    auto days = words.number(*anaphor, "anaphor");
    days = days ? days : words.number(*anaphor, "shift");
    days = days ? days : words.number(*anaphor, "day_side");
    const auto reference = discourse.last_day
                               ? std::optional{Reference{*discourse.last_day, "mention"}}
                               : anaphoric_reference(discourse);
    return days && reference ? std::optional{from_reference(*reference, static_cast<int>(*days))}
                             : std::nullopt;
  }
  const auto days = shift ? words.number(*shift, "shift") : std::nullopt;
  if (!days || !discourse.published) {
    return std::nullopt;
  }
  const Reference published{{Grain::day, *discourse.published, *discourse.published},
                            discourse.published_is_assumed ? "assumed" : "published"};
  return from_reference(published, static_cast<int>(*days));
}

std::optional<DatedPeriod> word_day(const Words& words, Range range, const Discourse& discourse) {
  const auto days = words.number(range, "day_word");
  if (!days || !discourse.published) {
    return std::nullopt;
  }
  const Reference published{{Grain::day, *discourse.published, *discourse.published},
                            discourse.published_is_assumed ? "assumed" : "published"};
  return from_reference(published, static_cast<int>(*days));
}

// A night through has two days. Counted from a day that was mentioned, or to come, it runs into the
// next; told of in the past, it ended on the morning of the publication.
void widen_to_night(Value& value, const DatedPeriod& day, Tense tense) {
  const bool is_mentioned = day.anchor && day.anchor->from == "mention";
  if (is_mentioned || tense == Tense::future) {
    value.high = day.period.last + 1;
  } else {
    value.low = day.period.first - 1;
  }
  value.written_low = value.low;
  value.written_high = value.high;
}

}  // namespace

std::optional<DatedPeriod> day_named(const Words& words,
                                     const Captures& captures,
                                     const ReadContext& context) {
  if (const auto range = captures["day_word"]) {
    return word_day(words, *range, context.discourse);
  }
  const DateParts parts = parts_of(words, captures, context);
  if (parts.weekday && (captures["shift"] || captures["anaphor"])) {
    return shifted_date(words, captures, context);
  }
  if (captures["shift"] || captures["anaphor"]) {
    return shifted_day(words, captures, context.discourse);
  }
  if (parts == DateParts{}) {
    return std::nullopt;
  }
  auto found = dated(parts, context.discourse, tense_of(parts, words, captures.whole));
  return found && found->period.grain == Grain::day ? found : std::nullopt;
}

std::optional<DatedPeriod> day_at_hand(const Discourse& discourse) {
  if (discourse.last_day &&
      (discourse.narrative || !discourse.published ||
       std::abs(discourse.last_day->first - *discourse.published) <= k_near_days)) {
    return from_reference({*discourse.last_day, "mention"}, 0);
  }
  if (!discourse.published) {
    return std::nullopt;
  }
  return from_reference({{Grain::day, *discourse.published, *discourse.published},
                         discourse.published_is_assumed ? "assumed" : "published"},
                        0);
}

std::vector<Reading> read_day_part(const Words& words,
                                   const Captures& captures,
                                   const ReadContext& context) {
  const auto part_range = captures["day_part"];
  const auto part = part_range ? words.value(*part_range, "day_part") : std::nullopt;
  if (!stands_bare(words, captures)) {
    return {};
  }
  auto day = day_named(words, captures, context);
  day = day ? day : day_at_hand(context.discourse);
  const Range range = mention_range(captures);
  if (!day) {
    return one_reading(
        range, open_date(fmt::format("XXXX-XX-XX{}", part.value_or("")), Modifier::unanchored));
  }
  DateMarks marks = marks_of(words, captures, day->period);
  marks.anchor = day->anchor;
  Value value = date_value(day->period, marks);
  value.time->timex += part.value_or("");
  if (words.entry_at(part_range ? part_range->begin : range.begin, "through_night") > 0) {
    widen_to_night(value, *day, tense_near(words, range));
  }
  return one_reading(range, value);
}

}  // namespace tally
