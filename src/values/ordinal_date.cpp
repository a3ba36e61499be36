// SPDX-License-Identifier: Apache-2.0
#include "values/ordinal_date.h"

#include "values/date.h"
#include "values/dated_period.h"

namespace tally {
namespace {

// From 1 forwards or from -1 backwards.
std::optional<int> ordinal_number(const Words& words, const Captures& captures) {
  const auto range = captures["ordinal"];
  if (!range) {
    return std::nullopt;
  }
  if (const auto value = words.number(*range, "unit_ordinal")) {
    return static_cast<int>(*value);
  }
  return ordinal_of(words, *range);
}

// The period that the units are counted in: "of 2016", "of next month", "of the month".
std::optional<DatedPeriod> container_of(const Words& words,
                                        const Captures& captures,
                                        const ReadContext& context) {
  const auto of_unit = captures["of_unit"];
  if (!of_unit) {
    DateParts parts = parts_of(words, captures, context);
    parts.weekday.reset();
    return dated(parts, context.discourse, tense_near(words, captures.whole));
  }
  const auto code = words.value(*of_unit, "time_unit");
  const auto grain = code ? grain_of_code(*code) : std::nullopt;
  const auto reference = deictic_reference(context.discourse);
  if (!grain || !reference) {
    return std::nullopt;
  }
  const auto shift_range = captures["shift"];
  const auto shift = shift_range ? words.number(*shift_range, "shift") : std::nullopt;
  return DatedPeriod{
      shifted(period_at(*grain, reference->period.first), static_cast<int>(shift.value_or(0))),
      anchor_of(*reference)};
}

// The first or last unit in the container. A week belongs to the period of its Thursday.
Period first_unit(const Period& container, Grain grain) {
  const Period unit = period_at(grain, container.first);
  const Day middle = grain == Grain::week ? unit.first + 3 : unit.first;
  return middle < container.first ? shifted(unit, 1) : unit;
}

Period last_unit(const Period& container, Grain grain) {
  const Period unit = period_at(grain, container.last);
  const Day middle = grain == Grain::week ? unit.first + 3 : unit.last;
  return middle > container.last ? shifted(unit, -1) : unit;
}

std::optional<Period> counted_weekday(const Period& container, int weekday, int ordinal) {
  const Day from_first = weekday_near(container.first, weekday, Tense::future) + 7 * (ordinal - 1);
  const Day from_last = weekday_near(container.last, weekday, Tense::past) + 7 * (ordinal + 1);
  const Day day = ordinal > 0 ? from_first : from_last;
  if (day < container.first || day > container.last) {
    return std::nullopt;
  }
  return Period{Grain::day, day, day};
}

std::optional<Period> counted_unit(const Period& container, Grain grain, int ordinal) {
  if (grain >= container.grain) {
    return std::nullopt;
  }
  const Period unit = ordinal > 0 ? shifted(first_unit(container, grain), ordinal - 1)
                                  : shifted(last_unit(container, grain), ordinal + 1);
  if (unit.last < container.first || unit.first > container.last) {
    return std::nullopt;
  }
  return unit;
}

std::optional<Period> counted(const Words& words,
                              const Captures& captures,
                              const Period& container,
                              int ordinal) {
  if (const auto range = captures["weekday"]) {
    const auto weekday = words.number(*range, "weekday_any");
    return weekday ? counted_weekday(container, static_cast<int>(*weekday), ordinal) : std::nullopt;
  }
  const auto range = captures["unit"];
  const auto code = range ? words.value(*range, "time_unit") : std::nullopt;
  const auto grain = code ? grain_of_code(*code) : std::nullopt;
  return grain ? counted_unit(container, *grain, ordinal) : std::nullopt;
}

}  // namespace

std::vector<Reading> read_ordinal_date(const Words& words,
                                       const Captures& captures,
                                       const ReadContext& context) {
  const auto ordinal = ordinal_number(words, captures);
  if (!ordinal || *ordinal == 0) {
    return {};
  }
  const Range range = mention_range(captures);
  const auto container = container_of(words, captures, context);
  if (!container) {
    return one_reading(range, open_date("XXXX-XX-XX", Modifier::unanchored));
  }
  const auto period = counted(words, captures, container->period, *ordinal);
  if (!period) {
    return {};
  }
  DateMarks marks = marks_of(words, captures, *period);
  marks.anchor = container->anchor;
  return one_reading(range, date_value(*period, marks));
}

std::vector<Reading> read_week(const Words& words,
                               const Captures& captures,
                               const ReadContext& context) {
  const Range range = mention_range(captures);
  std::optional<DatedPeriod> day;
  if (const auto number_range = captures["week_number"]) {
    const auto number = ordinal_of(words, *number_range);
    const auto reference = deictic_reference(context.discourse);
    if (!number || *number < 1 || *number > 53 || !reference) {
      return {};
    }
    const auto written = parts_of(words, captures, context).year;
    const int year = written ? *written : iso_week_of(reference->period.first).year;
    const Day monday = monday_of({.year = year, .week = *number});
    day = DatedPeriod{{Grain::day, monday, monday}, anchor_of(*reference)};
  } else {
    day = dated(
        parts_of(words, captures, context), context.discourse, tense_near(words, captures.whole));
  }
  const auto unit = captures["unit"];
  const auto code = unit ? words.value(*unit, "time_unit") : std::nullopt;
  const Grain grain = code ? grain_of_code(*code).value_or(Grain::week) : Grain::week;
  if (!day) {
    return one_reading(range, open_date("XXXX-WXX", Modifier::unanchored));
  }
  const Period period = period_at(grain, day->period.first);
  DateMarks marks = marks_of(words, captures, period);
  marks.anchor = day->anchor;
  return one_reading(range, date_value(period, marks));
}

}  // namespace tally
