// SPDX-License-Identifier: Apache-2.0
#include "values/offset_date.h"

#include <cmath>
#include <string>

#include "values/date.h"
#include "values/dated_period.h"
#include "values/holiday.h"
#include "values/number.h"

namespace tally {
namespace {

struct Step {
  Number count;
  std::string_view unit;  // code of class time_unit
};

std::optional<Step> step_of(const Words& words,
                            const Captures& captures,
                            std::string_view count_name,
                            std::string_view unit_name) {
  const auto count_range = captures[count_name];
  const auto unit_range = captures[unit_name];
  if (!unit_range) {
    return std::nullopt;
  }
  const auto unit = words.value(*unit_range, "time_unit");
  const Number without{.low = 1, .high = 1, .vague = captures["several"].has_value()};
  const auto count = count_range ? read_number(words, *count_range) : std::optional{without};
  if (!unit || !count) {
    return std::nullopt;
  }
  return Step{*count, *unit};
}

// How many months or days one unit is; a unit has one of the two.
struct Length {
  int months = 0;
  int days = 0;
};

Length length_of(std::string_view unit) {
  if (unit == "wk" || unit == "we") {
    return {.days = 7};
  }
  if (unit == "fortnight") {
    return {.days = 14};
  }
  if (unit == "d") {
    return {.days = 1};
  }
  if (unit == "mo") {
    return {.months = 1};
  }
  if (unit == "quarter" || unit == "season") {
    return {.months = 3};
  }
  if (unit == "a") {
    return {.months = 12};
  }
  if (unit == "decade") {
    return {.months = 120};
  }
  return unit == "century" ? Length{.months = 1200} : Length{};
}

// The grain of the result: "a decade ago" names a year, "two weeks ago" a day.
Grain grain_of_step(std::string_view unit) {
  if (unit == "a" || unit == "decade" || unit == "century") {
    return Grain::year;
  }
  if (unit == "mo") {
    return Grain::month;
  }
  return unit == "quarter" || unit == "season" ? Grain::quarter
         : unit == "we"                        ? Grain::weekend
                                               : Grain::day;
}

Day moved(Day day, const Step& step, int direction) {
  const Length length = length_of(step.unit);
  if (length.months > 0) {
    const double months = step.count.low * length.months * direction;
    return day_of(month_shifted(civil_of(day), static_cast<int>(std::lround(months))));
  }
  return day + static_cast<Day>(std::lround(step.count.low * length.days)) * direction;
}

std::optional<int> direction_of(std::string_view sense) {
  if (sense == "ago" || sense == "earlier" || sense == "before") {
    return -1;
  }
  if (sense == "ahead" || sense == "in" || sense == "later" || sense == "after") {
    return 1;
  }
  return std::nullopt;
}

// What the step is counted from. A mention coarser than the step's unit has no such day.
std::optional<Reference> reference_of(const Words& words,
                                      const Captures& captures,
                                      const ReadContext& context,
                                      std::string_view sense,
                                      Grain grain) {
  const Discourse& discourse = context.discourse;
  if (const auto range = captures["day_word"]) {
    const auto days = words.number(*range, "day_word");
    if (!days || !discourse.published) {
      return std::nullopt;
    }
    const Day day = *discourse.published + static_cast<Day>(*days);
    return Reference{{Grain::day, day, day}, "published"};
  }
  if (captures["holiday"]) {
    const auto found = holiday_of(words, captures, context);
    return found ? std::optional{Reference{found->period, "mention"}} : std::nullopt;
  }
  if (const DateParts parts = parts_of(words, captures, context); parts != DateParts{}) {
    const auto found = dated(parts, discourse, tense_of(parts, words, captures.whole));
    return found ? std::optional{Reference{found->period, "mention"}} : std::nullopt;
  }
  if (sense == "ago" || sense == "ahead" || sense == "in") {
    return deictic_reference(discourse);
  }
  const auto reference = anaphoric_reference(discourse);
  if (reference && reference->period.grain > grain && reference->period.grain > Grain::week) {
    if (grain == Grain::day && discourse.last_day &&
        reference->period.first <= discourse.last_day->first &&
        discourse.last_day->first <= reference->period.last) {
      return Reference{*discourse.last_day, "mention"};
    }
    return grain < Grain::month ? std::nullopt : reference;
  }
  return reference;
}

// Counted to the day: "exactly a year ago", "four months from tomorrow".
bool is_to_the_day(const Captures& captures) {
  return captures["exact"] || (captures["day_word"] && !captures["approx"]);
}

// "a year earlier" after a quarter is that quarter of the year before.
Grain result_grain(Grain grain, const Captures& captures, const Reference& reference) {
  if (is_to_the_day(captures)) {
    return Grain::day;
  }
  return grain == Grain::year && reference.period.grain == Grain::quarter ? Grain::quarter : grain;
}

// Half a unit either side; a whole one when hedged or for a round number.
double slack_days(const Step& step, const Captures& captures) {
  const Length length = length_of(step.unit);
  const double unit_days = length.months > 0 ? length.months * 30.436875 : length.days;
  const bool round = step.count.low >= 10 && std::fmod(step.count.low, 5) == 0;
  return captures["approx"] || round ? unit_days : unit_days / 2;
}

// "in two weeks" is a date when the clause speaks of the future, and a duration otherwise ("the
// lowest level in two years"). An order or a headline has no tense: then it must come first. Years
// are too long for an appointment.
bool speaks_of_future(const Words& words, Range range, std::string_view unit) {
  constexpr std::size_t k_reach = 8;
  if (grain_of_step(unit) == Grain::year) {
    return false;
  }
  const std::size_t from = range.begin > k_reach ? range.begin - k_reach : 0;
  for (std::size_t i = from; i < range.begin; ++i) {
    if (words.is(i, "since_cue")) {
      return false;
    }
  }
  const Tense tense = tense_near(words, range);
  return tense == Tense::future || (tense == Tense::unknown && range.begin == 0);
}

std::string_view open_timex(int direction) { return direction < 0 ? "PAST_REF" : "FUTURE_REF"; }

DateMarks offset_marks(const Words& words,
                       const Captures& captures,
                       const Step& step,
                       const Period& period,
                       const Reference& reference) {
  DateMarks marks = marks_of(words, captures, period);
  if (!is_to_the_day(captures) && (length_of(step.unit).days != 1 || captures["approx"])) {
    marks.modifier = Modifier::approx;
    marks.slack = slack_days(step, captures);
  }
  marks.anchor = anchor_of(reference);
  return marks;
}

}  // namespace

std::vector<Reading> read_offset_date(const Words& words,
                                      const Captures& captures,
                                      const ReadContext& context) {
  const auto step = step_of(words, captures, "count", "unit");
  const auto sense_range = captures["sense"];
  const auto sense = sense_range ? words.value(*sense_range, "date_sense") : std::nullopt;
  const auto direction = sense ? direction_of(*sense) : std::nullopt;
  if (!step || !direction) {
    return {};
  }
  const Range range = mention_range(captures);
  if (*sense == "in" && !speaks_of_future(words, range, step->unit)) {
    return {};
  }
  const Grain grain = grain_of_step(step->unit);
  const auto reference = reference_of(words, captures, context, *sense, grain);
  if (step->count.vague && grain_of_code(step->unit)) {
    return one_reading(range, open_date(open_timex(*direction), Modifier::vague));
  }
  if (!reference) {
    return one_reading(range, open_date("XXXX-XX-XX", Modifier::unanchored));
  }
  Day day = moved(reference->period.first, *step, *direction);
  if (const auto more = step_of(words, captures, "count2", "unit2")) {
    day = moved(day, *more, *direction);
  }
  const Period period = period_at(result_grain(grain, captures, *reference), day);
  return one_reading(range,
                     date_value(period, offset_marks(words, captures, *step, period, *reference)));
}

}  // namespace tally
