// SPDX-License-Identifier: Apache-2.0
#include "values/discourse.h"

#include <algorithm>
#include <charconv>
#include <string>
#include <utility>

#include "rules/lexicon.h"
#include "values/numeric_date.h"

namespace tally {
namespace {

constexpr int k_first_year = 1000;
constexpr int k_last_year = 2100;
// A year this close to the publication is no sign of a narrative: news looks back a little.
constexpr int k_recent_years = 3;

// What the words of a document show of its kind.
struct Evidence {
  std::vector<int> far_years;  // years written out that are not around the publication
  std::size_t deictic = 0;     // "yesterday", "Monday"
  bool day_first = false;
  bool month_first = false;
};

std::optional<int> year_written(const Words& words, std::size_t i) {
  if (!words.is(i, "digits4")) {
    return std::nullopt;
  }
  int year = 0;
  const std::string_view text = words.text(i);
  std::from_chars(text.data(), text.data() + text.size(), year);
  return year >= k_first_year && year <= k_last_year ? std::optional{year} : std::nullopt;
}

void weigh(Evidence& evidence, const Words& words, std::optional<int> published_year) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (const auto year = year_written(words, i)) {
      const bool far = !published_year || *year < *published_year - k_recent_years;
      if (far) {
        evidence.far_years.push_back(*year);
      }
    } else if (words.is(i, "slash_date")) {
      const auto order = day_order_of(words.text(i));
      evidence.day_first |= order == DayOrder::day_first;
      evidence.month_first |= order == DayOrder::month_first;
    } else if (words.is(i, "weekday") || words.is(i, "day_word")) {
      ++evidence.deictic;
    }
  }
}

// Where most of the years of a narrative lie: the middle half of them, widened on either side.
void set_years(Discourse& discourse, std::vector<int> years) {
  constexpr int k_margin = 5;
  constexpr std::size_t k_enough = 8;
  if (years.size() < k_enough) {
    return;
  }
  std::sort(years.begin(), years.end());
  const int low = years[years.size() / 4];
  const int high = years[years.size() * 3 / 4];
  const int margin = std::max(k_margin, high - low);
  discourse.first_year = low - margin;
  discourse.final_year = high + margin;
}

Grain grain_of_extent(const Value& value) {
  const double days = *value.high - *value.low + 1;
  if (const std::string& timex = value.time->timex; timex.find("-Q") != std::string::npos) {
    return Grain::quarter;
  }
  if (days <= 1) {
    return Grain::day;
  }
  if (days <= 2) {
    return Grain::weekend;
  }
  if (days <= 7) {
    return Grain::week;
  }
  if (days <= 31) {
    return Grain::month;
  }
  if (days <= 92) {
    return Grain::season;
  }
  if (days <= 184) {
    return Grain::half;
  }
  if (days <= 366) {
    return Grain::year;
  }
  return days <= 3660 ? Grain::decade : Grain::century;
}

// The day of a time of day stands in front of its TIMEX3 value.
std::optional<Period> period_of(const Value& value) {
  if (value.kind == Kind::time && value.time) {
    const auto day = parse_iso_date(value.time->timex);
    return day ? std::optional{Period{Grain::day, *day, *day}} : std::nullopt;
  }
  if (value.kind != Kind::date || !value.time || !value.low || !value.high) {
    return std::nullopt;
  }
  return Period{
      grain_of_extent(value), static_cast<Day>(*value.low), static_cast<Day>(*value.high)};
}

// "The previous year", "two years ago" in a narrative: a look back, after which it goes on where it
// was.
bool looks_back(const Discourse& discourse, const Value& value, const Period& period) {
  return discourse.narrative && period.grain == Grain::year && value.time->anchor &&
         discourse.last_year && civil_of(period.first).year < *discourse.last_year;
}

}  // namespace

Discourse discourse_of(const Document& document, const std::vector<Words>& sentences) {
  Discourse discourse;
  discourse.published = document.published;
  discourse.published_is_assumed = document.published_from == PublishedFrom::assumed;
  std::optional<int> published_year;
  if (document.published) {
    published_year = civil_of(*document.published).year;
  }
  Evidence evidence;
  for (const Words& words : sentences) {
    weigh(evidence, words, published_year);
  }
  const bool is_usual = !sentences.empty() && sentences.front().lexicon().day_first();
  const bool is_clear = evidence.day_first != evidence.month_first;
  if (is_clear ? evidence.day_first : is_usual) {
    discourse.day_order = DayOrder::day_first;
  }
  discourse.narrative = !document.published || (evidence.far_years.size() >= 10 &&
                                                evidence.far_years.size() > 3 * evidence.deictic);
  if (discourse.narrative) {
    set_years(discourse, std::move(evidence.far_years));
  }
  return discourse;
}

void note_date(Discourse& discourse, const Value& value) {
  const auto period = period_of(value);
  if (!period) {
    return;
  }
  if (period->grain == Grain::decade || period->grain == Grain::century) {
    return;
  }
  const int year = civil_of(period->first).year;
  if (looks_back(discourse, value, *period)) {
    return;
  }
  if (discourse.first_year && (year < *discourse.first_year || year > *discourse.final_year)) {
    return;
  }
  discourse.last_date = period;
  if (period->grain == Grain::day) {
    discourse.last_day = period;
  }
  discourse.last_year = year;
}

Anchor anchor_of(const Reference& reference) {
  return {.day = reference.period.first, .from = std::string(reference.from)};
}

std::optional<Reference> deictic_reference(const Discourse& discourse) {
  if (discourse.narrative && discourse.last_date) {
    return Reference{*discourse.last_date, "mention"};
  }
  if (!discourse.published) {
    return std::nullopt;
  }
  return Reference{{Grain::day, *discourse.published, *discourse.published},
                   discourse.published_is_assumed ? "assumed" : "published"};
}

std::optional<Reference> anaphoric_reference(const Discourse& discourse) {
  if (discourse.last_date) {
    return Reference{*discourse.last_date, "mention"};
  }
  return deictic_reference(discourse);
}

}  // namespace tally
