// SPDX-License-Identifier: Apache-2.0
#include "values/date_range.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "values/date.h"
#include "values/dated_period.h"

namespace tally {
namespace {

constexpr std::string_view k_other[] = {"other_day", "other_month", "other_year"};
constexpr std::string_view k_whole[] = {"day", "month", "year"};

// Does the incomplete date stand in front of the whole one?
bool other_leads(const Captures& captures) {
  const auto begin_of = [&](const std::string_view(&names)[3]) {
    std::size_t begin = static_cast<std::size_t>(-1);
    for (const std::string_view name : names) {
      const auto range = captures[name];
      begin = range ? std::min(begin, range->begin) : begin;
    }
    return begin;
  };
  return begin_of(k_other) < begin_of(k_whole);
}

// "94" behind 1990 is 1994, "499" before 493 BC is 499 BC.
int year_beside(int written, int whole_year, std::size_t digits) {
  if (whole_year <= 0) {
    return 1 - written;
  }
  return digits <= 2 ? whole_year / 100 * 100 + written : written;
}

// The incomplete date with what it takes over from the whole one.
DateParts other_parts(const Words& words,
                      const Captures& captures,
                      const DateParts& whole,
                      int whole_year) {
  DateParts other = whole;
  other.weekday.reset();
  other.year = whole_year;
  if (const auto month = captures["other_month"]) {
    const auto number = words.number(*month, "month_any");
    other.month = number ? std::optional{static_cast<int>(*number)} : whole.month;
    other.day.reset();
  }
  if (const auto day = captures["other_day"]) {
    other.day = ordinal_of(words, *day);
  }
  if (const auto year = captures["other_year"]) {
    const auto number = year_of(words, *year, whole_year);
    other.year =
        number ? std::optional{year_beside(*number % (words.text(*year).size() <= 2 ? 100 : 10000),
                                           whole_year,
                                           words.text(*year).size())}
               : std::nullopt;
  }
  return other;
}

struct Pair {
  Period leading;
  Period trailing;
};

// What the incomplete date may be moved by where the two would be swapped.
enum class Loose { nothing, month, year };

// "April 27 to the third" leaves the month open, "November to 3 March 2017" the year.
Loose loose_part(const Captures& captures, const DateParts& whole) {
  if (captures["other_year"]) {
    return Loose::nothing;
  }
  return captures["other_day"] && !captures["other_month"] && whole.month ? Loose::month
                                                                          : Loose::year;
}

DateParts moved(DateParts date, Loose loose, int step) {
  if (loose == Loose::month) {
    const Civil month = month_shifted({.year = *date.year, .month = *date.month, .day = 1}, step);
    date.year = month.year;
    date.month = month.month;
  } else {
    date.year = *date.year + step;
  }
  return date;
}

// Both dates in the order of the text; the other one moved when they would be swapped.
std::optional<Pair> in_order(const DateParts& other,
                             const DatedPeriod& whole,
                             const Discourse& discourse,
                             bool leads,
                             Loose loose) {
  auto rest = dated(other, discourse, Tense::unknown);
  if (!rest) {
    return std::nullopt;
  }
  const auto swapped = [&] {
    return leads ? rest->period.first > whole.period.last : whole.period.first > rest->period.last;
  };
  if (swapped() && loose != Loose::nothing) {
    rest = dated(moved(other, loose, leads ? -1 : 1), discourse, Tense::unknown);
  }
  if (!rest || swapped()) {
    return std::nullopt;
  }
  return leads ? Pair{rest->period, whole.period} : Pair{whole.period, rest->period};
}

Value value_of_extent(Period leading, const Period& trailing, const DateMarks& marks) {
  if (leading == trailing) {
    return date_value(leading, marks);
  }
  Value value = date_value({leading.grain, leading.first, trailing.last}, marks);
  value.modifier = Modifier::range;
  value.time->timex = fmt::format("{}/{}", timex_of(leading), timex_of(trailing));
  value.time->edtf = fmt::format("{}/{}", edtf_of(leading, false), edtf_of(trailing, false));
  return value;
}

std::optional<DatedPeriod> numeric_end(const Words& words,
                                       const Captures& captures,
                                       std::string_view name,
                                       std::optional<int> year,
                                       const ReadContext& context) {
  const auto range = captures[name];
  if (!range) {
    return std::nullopt;
  }
  Captures one;
  one.whole = *range;
  one.named.emplace("numeric", *range);
  DateParts parts = parts_of(words, one, context);
  if (parts == DateParts{}) {
    return std::nullopt;
  }
  if (!parts.year) {
    parts.year = year;
  }
  return dated(parts, context.discourse, Tense::unknown);
}

}  // namespace

std::vector<Reading> read_date_range(const Words& words,
                                     const Captures& captures,
                                     const ReadContext& context) {
  const auto first = captures["extent"] ? captures["extent"] : captures["first"];
  const auto second = captures["extent"] ? captures["extent"] : captures["second"];
  const DateParts parts = parts_of(words, captures, context);
  const auto whole = dated(parts, context.discourse, tense_near(words, captures.whole));
  if (!first || !second || !whole) {
    return {};
  }
  const int whole_year = civil_of(whole->period.first).year;
  const auto pair = in_order(other_parts(words, captures, parts, whole_year),
                             *whole,
                             context.discourse,
                             other_leads(captures),
                             loose_part(captures, parts));
  if (!pair) {
    return {};
  }
  DateMarks marks = marks_of(words, captures, pair->leading);
  marks.bound = Bound::none;
  marks.anchor = whole->anchor;
  if (captures["extent"]) {
    return one_reading(*first, value_of_extent(pair->leading, pair->trailing, marks));
  }
  std::vector<Reading> readings = one_reading(*first, date_value(pair->leading, marks));
  readings.push_back(one_reading(*second, date_value(pair->trailing, marks)).front());
  return readings;
}

std::vector<Reading> read_numeric_range(const Words& words,
                                        const Captures& captures,
                                        const ReadContext& context) {
  std::optional<int> year;
  if (const auto range = captures["year"]) {
    year = year_of(words, *range, 2000);
  }
  const auto to = numeric_end(words, captures, "to", year, context);
  if (!to) {
    return {};
  }
  const auto from = numeric_end(words, captures, "from", civil_of(to->period.first).year, context);
  if (!from || from->period.first > to->period.last) {
    return {};
  }
  DateMarks marks;
  marks.anchor = to->anchor;
  return one_reading(mention_range(captures), value_of_extent(from->period, to->period, marks));
}

namespace {

// A day by its tokens: a word counted from the publication, or its parts.
std::optional<DatedPeriod> day_in(const Words& words,
                                  Range range,
                                  const ReadContext& context,
                                  std::optional<int> year) {
  const auto days =
      words.value(range, "vague_date") ? std::optional{0.0} : words.number(range, "day_word");
  if (days) {
    const auto published = context.discourse.published;
    if (!published) {
      return std::nullopt;
    }
    const Day day = *published + static_cast<Day>(*days);
    return DatedPeriod{{Grain::day, day, day}, Anchor{.day = *published, .from = "published"}};
  }
  DateParts parts = parts_in(words, range, context);
  if (parts == DateParts{}) {
    return std::nullopt;
  }
  parts.year = parts.year ? parts.year : year;
  return dated(parts, context.discourse, tense_near(words, range));
}

}  // namespace

std::vector<Reading> read_full_range(const Words& words,
                                     const Captures& captures,
                                     const ReadContext& context) {
  const auto from_range = captures["from"];
  const auto to_range = captures["to"];
  const auto to = to_range ? day_in(words, *to_range, context, std::nullopt) : std::nullopt;
  if (!from_range || !to) {
    return {};
  }
  auto from = day_in(words, *from_range, context, civil_of(to->period.first).year);
  if (from && from->period.first > to->period.last) {
    from = day_in(words, *from_range, context, civil_of(to->period.first).year - 1);
  }
  if (!from || from->period.first > to->period.last) {
    return {};
  }
  DateMarks marks;
  marks.anchor = to->anchor;
  return one_reading(mention_range(captures), value_of_extent(from->period, to->period, marks));
}

}  // namespace tally
