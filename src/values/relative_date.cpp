// SPDX-License-Identifier: Apache-2.0
#include "values/relative_date.h"

#include <algorithm>
#include <string>
#include <utility>

#include "values/date.h"
#include "values/dated_period.h"
#include "values/day_part.h"
#include "values/tense.h"

namespace tally {
namespace {

struct Shift {
  int count = 0;
  bool anaphoric = false;  // counts from the last date mentioned
  bool nearest = false;    // "the coming Friday", not that of the week after
};

std::optional<Shift> shift_of(const Words& words, const Captures& captures) {
  if (const auto range = captures["anaphor"]) {
    auto value = words.number(*range, "anaphor");
    value = value ? value : words.number(*range, "shift");
    value = value ? value : words.number(*range, "day_side");
    return value ? std::optional{Shift{static_cast<int>(*value), true}} : std::nullopt;
  }
  const auto range = captures["shift"];
  if (!range) {
    return captures["unit"] ? std::optional{Shift{}} : std::nullopt;  // "the end of the year"
  }
  const auto value = words.number(*range, "shift");
  const bool nearest = words.entry_at(range->begin, "shift_nearest") == range->size();
  return value ? std::optional{Shift{static_cast<int>(*value), false, nearest}} : std::nullopt;
}

std::optional<Grain> grain_of(const Words& words, const Captures& captures) {
  const auto range = captures["unit"];
  const auto code = range ? words.value(*range, "time_unit") : std::nullopt;
  return code ? grain_of_code(*code) : std::nullopt;
}

// "to end the day": the day that was spoken of, when it is near the publication.
std::optional<Reference> day_spoken_of(const Discourse& discourse) {
  const auto day = day_at_hand(discourse);
  return day ? std::optional{Reference{day->period, "mention"}} : std::nullopt;
}

// "the following day" counts from a day, even when a year was mentioned since.
std::optional<Reference> reference_for(const Discourse& discourse, bool anaphoric, Grain grain) {
  if (!anaphoric) {
    return deictic_reference(discourse);
  }
  auto reference = anaphoric_reference(discourse);
  if (reference && grain < Grain::month && reference->period.grain > grain && discourse.last_day) {
    return Reference{*discourse.last_day, "mention"};
  }
  return reference;
}

// "last Friday", "next Friday", "this Friday".
Day shifted_weekday(Day reference, int weekday, const Shift& shift) {
  const Day monday = reference - iso_weekday(reference) + 1;
  if (shift.count == -1) {
    return weekday_near(reference - 1, weekday, Tense::past);
  }
  if (shift.count == 0 && shift.anaphoric) {
    return weekday_near(reference, weekday, Tense::past);
  }
  if (shift.count == 1 && (shift.anaphoric || shift.nearest)) {
    return weekday_near(reference + 1, weekday, Tense::future);
  }
  return monday + 7 * shift.count + weekday - 1;
}

// The same months in the year `years` later.
Period moved_by_years(const Period& period, int years) {
  const Day first = day_of(month_shifted(civil_of(period.first), 12 * years));
  const Civil last = civil_of(period.last);
  const bool ends_month = last.day == days_in_month(last.year, last.month);
  const Civil moved = month_shifted(last, 12 * years);
  return {period.grain, first, ends_month ? last_of_month(moved.year, moved.month) : day_of(moved)};
}

std::optional<Period> named_period(const DateParts& parts, int year) {
  if (parts.month && parts.day) {
    const auto day = valid_day(year, *parts.month, *parts.day);
    return day ? std::optional{Period{Grain::day, *day, *day}} : std::nullopt;
  }
  if (parts.month) {
    return whole_month(year, *parts.month);
  }
  return parts.season ? std::optional{whole_season(year, *parts.season)} : std::nullopt;
}

// The month or season of this year, moved by as many years as its side of the reference asks for.
std::optional<Period> month_or_season(const DateParts& parts,
                                      const Reference& reference,
                                      const Shift& shift) {
  const auto here = named_period(parts, civil_of(reference.period.first).year);
  if (!here || shift.count == 0) {
    return here;
  }
  const Period month = period_at(Grain::month, reference.period.first);
  const bool is_day = here->grain == Grain::day;
  if (shift.count < 0) {
    const Day before = is_day ? reference.period.first : month.first;
    return here->last < before ? *here : moved_by_years(*here, -1);
  }
  const Day after = is_day ? reference.period.last : month.last;
  return here->first > after ? *here : moved_by_years(*here, 1);
}

// "two quarters": the last or next `count` units as one stretch is a duration; here one unit.
std::optional<Period> shifted_target(const Words& words,
                                     const Captures& captures,
                                     const ReadContext& context,
                                     const Shift& shift,
                                     const Reference& reference) {
  const DateParts parts = parts_of(words, captures, context);
  if (parts.weekday && grain_of(words, captures)) {
    const Period week = period_at(Grain::week, reference.period.last);
    const Day day = week.first + 7 * shift.count + *parts.weekday - 1;
    return Period{Grain::day, day, day};
  }
  if (parts.weekday) {
    const Day day = shifted_weekday(reference.period.last, *parts.weekday, shift);
    return Period{Grain::day, day, day};
  }
  if (parts.month || parts.season) {
    return month_or_season(parts, reference, shift);
  }
  if (const auto grain = grain_of(words, captures)) {
    return shifted(period_at(*grain, reference.period.first), shift.count);
  }
  return std::nullopt;
}

// On a Sunday the week is the one that ends or, for half of the readers, the one that begins: "last
// week" may have ended the day before, and what is to come "this week" lies ahead.
void allow_for_sunday(Value& value, const Shift& shift, Day published, Tense tense) {
  constexpr int k_sunday = 7;
  if (iso_weekday(published) != k_sunday) {
    return;
  }
  if (shift.count == -1) {
    value.high = published - 1;
  } else if (shift.count == 0 && tense == Tense::future) {
    value.low = published;
    value.high = published + 6;
  }
  value.written_low = value.low;
  value.written_high = value.high;
}

}  // namespace

std::vector<Reading> read_day_word(const Words& words,
                                   const Captures& captures,
                                   const ReadContext& context) {
  const auto range = captures["day_word"];
  const auto days = range ? words.number(*range, "day_word") : std::nullopt;
  if (!days) {
    return {};
  }
  const Discourse& discourse = context.discourse;
  if (!discourse.published || discourse.narrative) {
    return one_reading(mention_range(captures),
                       *days == 0 ? open_date("PRESENT_REF", Modifier::vague)
                                  : open_date("XXXX-XX-XX", Modifier::unanchored));
  }
  const Day day = *discourse.published + static_cast<Day>(*days);
  const Period period{Grain::day, day, day};
  DateMarks marks = marks_of(words, captures, period);
  marks.anchor = Anchor{.day = *discourse.published,
                        .from = discourse.published_is_assumed ? "assumed" : "published"};
  return one_reading(mention_range(captures), date_value(period, marks));
}

std::optional<DatedPeriod> shifted_date(const Words& words,
                                        const Captures& captures,
                                        const ReadContext& context) {
  const auto shift = shift_of(words, captures);
  const Grain named = captures["weekday"] ? Grain::day : Grain::month;
  const Grain grain = grain_of(words, captures).value_or(named);
  auto reference = shift ? reference_for(context.discourse, shift->anaphoric, grain) : std::nullopt;
  if (grain == Grain::day && !captures["shift"] && !captures["anaphor"]) {
    reference = day_spoken_of(context.discourse);
  }
  if (!reference) {
    return std::nullopt;
  }
  const auto period = shifted_target(words, captures, context, *shift, *reference);
  return period ? std::optional{DatedPeriod{*period, anchor_of(*reference)}} : std::nullopt;
}

std::vector<Reading> read_shifted_date(const Words& words,
                                       const Captures& captures,
                                       const ReadContext& context) {
  const auto shift = shift_of(words, captures);
  if (!shift || !stands_bare(words, captures)) {
    return {};
  }
  const Range range = mention_range(captures);
  const auto found = shifted_date(words, captures, context);
  if (!found) {
    return one_reading(range, open_date("XXXX-XX-XX", Modifier::unanchored));
  }
  DateMarks marks = marks_of(words, captures, found->period);
  // "last week" is the week before, more or less.
  if (found->period.grain == Grain::week && shift->count != 0 &&
      marks.modifier == Modifier::exact) {
    marks.modifier = Modifier::approx;
    marks.slack = 3.5;
  }
  marks.anchor = found->anchor;
  Value value = date_value(found->period, marks);
  const auto published = context.discourse.published;
  if (found->period.grain == Grain::week && !shift->anaphoric && captures["shift"] && published) {
    allow_for_sunday(value, *shift, *published, tense_near(words, range));
  }
  return one_reading(range, std::move(value));
}

std::vector<Reading> read_same_period(const Words& words,
                                      const Captures& captures,
                                      const ReadContext& context) {
  const auto range = captures["shift"];
  const auto years = range ? words.number(*range, "shift") : std::optional{-1.0};
  const auto reference = anaphoric_reference(context.discourse);
  if (!years || !reference) {
    return one_reading(mention_range(captures), open_date("XXXX-XX-XX", Modifier::unanchored));
  }
  const Period period = moved_by_years(reference->period, static_cast<int>(*years));
  DateMarks marks = marks_of(words, captures, period);
  marks.anchor = anchor_of(*reference);
  return one_reading(mention_range(captures), date_value(period, marks));
}

std::vector<Reading> read_part_so_far(const Words& words,
                                      const Captures& captures,
                                      const ReadContext& context) {
  const auto shift = shift_of(words, captures);
  const auto grain = grain_of(words, captures);
  const auto side_range = captures["side"];
  const auto side = side_range ? words.value(*side_range, "unit_side") : std::nullopt;
  if (!grain || !side) {
    return {};
  }
  const bool anaphoric = !captures["shift"] || (shift && shift->anaphoric);
  const auto reference = reference_for(context.discourse, anaphoric, *grain);
  const Range range = mention_range(captures);
  if (!reference) {
    return one_reading(range, open_date("XXXX-XX-XX", Modifier::unanchored));
  }
  const Period unit = period_at(*grain, reference->period.first);
  DateMarks marks;
  marks.bound = bound_before(words, range.begin);
  marks.anchor = anchor_of(*reference);
  Value value = date_value(unit, marks);
  if (*side == "earlier") {
    value.high = std::min(unit.last, reference->period.last);
  } else {
    value.low = std::max(unit.first, reference->period.first);
  }
  value.written_low = value.low;
  value.written_high = value.high;
  return one_reading(range, value);
}

std::vector<Reading> read_vague_date(const Words& words,
                                     const Captures& captures,
                                     const ReadContext&) {
  const auto range = captures["vague"];
  const auto timex = range ? words.value(*range, "vague_date") : std::nullopt;
  if (!timex) {
    return {};
  }
  return one_reading(mention_range(captures), open_date(*timex, Modifier::vague));
}

}  // namespace tally
