// SPDX-License-Identifier: Apache-2.0
#include "values/holiday.h"

#include <charconv>
#include <string>

#include "values/date.h"
#include "values/dated_period.h"
#include "values/lunar.h"

namespace tally {
namespace {

std::vector<std::string_view> words_of(std::string_view rule) {
  std::vector<std::string_view> words;
  while (!rule.empty()) {
    const std::size_t end = rule.find(' ');
    words.push_back(rule.substr(0, end));
    rule = end == std::string_view::npos ? std::string_view{} : rule.substr(end + 1);
  }
  return words;
}

double number_of(std::string_view text) {
  double number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

// The rule's words; asking beyond the last one gives 0.
class Rule {
 public:
  explicit Rule(std::string_view text) : words_(words_of(text)) {}

  std::string_view name() const { return words_.empty() ? std::string_view{} : words_[0]; }
  int number(std::size_t i) const { return static_cast<int>(real(i)); }
  double real(std::size_t i) const { return i < words_.size() ? number_of(words_[i]) : 0; }
  int length() const {
    const std::string_view last = words_.empty() ? std::string_view{} : words_.back();
    return last.starts_with('x') ? static_cast<int>(number_of(last.substr(1))) : 1;
  }
  // Word i as "MM-DD" of the year.
  std::optional<Day> day(std::size_t i, int year) const {
    if (i >= words_.size() || words_[i].size() != 5) {
      return std::nullopt;
    }
    return valid_day(year,
                     static_cast<int>(number_of(words_[i].substr(0, 2))),
                     static_cast<int>(number_of(words_[i].substr(3))));
  }

 private:
  std::vector<std::string_view> words_;
};

Day nth_weekday(const Rule& rule, int year) {
  const int month = rule.number(1);
  const int count = rule.number(2);
  const int weekday = rule.number(3);
  if (count < 0) {
    return weekday_near(last_of_month(year, month), weekday, Tense::past) + 7 * (count + 1);
  }
  return weekday_near(first_of_month(year, month), weekday, Tense::future) + 7 * (count - 1);
}

// An Islamic year is eleven days short: two may begin in one civil year, the first counts.
std::optional<Day> islamic_in(const Rule& rule, int year) {
  const int near = (year - 622) * 33 / 32;
  for (int candidate = near - 1; candidate <= near + 2; ++candidate) {
    const Day day = islamic_day(candidate, rule.number(1), rule.number(2));
    if (civil_of(day).year == year) {
      return day;
    }
  }
  return std::nullopt;
}

std::optional<Day> moon_day(const Rule& rule, int year, MoonPhase phase) {
  const auto from = rule.day(1, year);
  return from ? std::optional{moon_phase_day(phase, *from, rule.real(2)) + rule.number(3)}
              : std::nullopt;
}

std::optional<Day> first_day(const Rule& rule, int year) {
  constexpr int k_hebrew_ahead = 3761;  // the Hebrew year that begins in autumn
  constexpr int k_pesach_before = 163;  // days from the first of Passover to the next new year
  if (rule.name() == "fixed") {
    return rule.day(1, year);
  }
  if (rule.name() == "nth") {
    return nth_weekday(rule, year);
  }
  if (rule.name() == "easter") {
    return easter_sunday(year) + rule.number(1);
  }
  if (rule.name() == "orthodox") {
    return orthodox_easter(year) + rule.number(1);
  }
  if (rule.name() == "islamic") {
    return islamic_in(rule, year);
  }
  if (rule.name() == "hebrew") {
    return hebrew_new_year(year + k_hebrew_ahead) + rule.number(1);
  }
  if (rule.name() == "pesach") {
    return hebrew_new_year(year + k_hebrew_ahead) - k_pesach_before + rule.number(1);
  }
  if (rule.name() == "new") {
    return moon_day(rule, year, MoonPhase::new_moon);
  }
  return rule.name() == "full" ? moon_day(rule, year, MoonPhase::full_moon) : std::nullopt;
}

// Days before and after the reference in which a holiday without a year lies.
std::optional<Period> nearest(std::string_view rule, Day reference, Tense tense) {
  const Day after = tense == Tense::past ? 31 : tense == Tense::future ? 330 : 150;
  const int year = civil_of(reference).year;
  for (int candidate = year + 1; candidate >= year - 2; --candidate) {
    const auto period = holiday_in(rule, candidate);
    if (period && period->first <= reference + after) {
      return period;
    }
  }
  return std::nullopt;
}

// "last Easter" is the latest before the reference, "next Easter" the first after it.
std::optional<Period> shifted_holiday(std::string_view rule, Day reference, int shift) {
  const int year = civil_of(reference).year;
  if (shift == 0) {
    return holiday_in(rule, year);
  }
  for (int step = 0; step <= 2; ++step) {
    const auto period = holiday_in(rule, year + shift * step);
    if (period && (shift < 0 ? period->last < reference : period->first > reference)) {
      return period;
    }
  }
  return std::nullopt;
}

Value holiday_value(const DatedPeriod& found, DateMarks marks) {
  marks.anchor = found.anchor;
  Value value = date_value(found.period, marks);
  if (found.period.first != found.period.last) {
    value.time->edtf += "/";
    value.time->edtf += iso_date(found.period.last);
    value.modifier = Modifier::range;
  }
  return value;
}

}  // namespace

std::optional<Period> holiday_in(std::string_view rule_text, int year) {
  const Rule rule(rule_text);
  const auto first = first_day(rule, year);
  return first ? std::optional{Period{Grain::day, *first, *first + rule.length() - 1}}
               : std::nullopt;
}

std::optional<DatedPeriod> holiday_of(const Words& words,
                                      const Captures& captures,
                                      const ReadContext& context) {
  const auto range = captures["holiday"];
  const auto rule = range ? words.value(*range, "holiday") : std::nullopt;
  if (!rule) {
    return std::nullopt;
  }
  if (const auto year = parts_of(words, captures, context).year) {
    const auto period = holiday_in(*rule, *year);
    return period ? std::optional{DatedPeriod{*period, std::nullopt}} : std::nullopt;
  }
  const auto reference = deictic_reference(context.discourse);
  if (!reference) {
    return std::nullopt;
  }
  const Day day = reference->period.first;
  const auto shift_range = captures["shift"];
  const auto shift = shift_range ? words.number(*shift_range, "shift") : std::nullopt;
  const auto period = shift ? shifted_holiday(*rule, day, static_cast<int>(*shift))
                            : nearest(*rule, day, tense_near(words, captures.whole));
  return period ? std::optional{DatedPeriod{
                      *period, Anchor{.day = day, .from = std::string(reference->from)}}}
                : std::nullopt;
}

std::vector<Reading> read_holiday(const Words& words,
                                  const Captures& captures,
                                  const ReadContext& context) {
  const Range mention = mention_range(captures);
  const auto found = holiday_of(words, captures, context);
  if (!found) {
    return one_reading(mention, open_date("XXXX-XX-XX", Modifier::unanchored));
  }
  return one_reading(mention, holiday_value(*found, marks_of(words, captures, found->period)));
}

}  // namespace tally
