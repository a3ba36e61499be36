// SPDX-License-Identifier: Apache-2.0
#include "laws/article.h"

#include <algorithm>
#include <optional>
#include <ostream>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "ingest/shipped_layout.h"
#include "ingest/text.h"
#include "report/wording.h"

namespace tally::laws {
namespace {

using rc::gen::element;
using rc::gen::elementOf;
using rc::gen::inRange;
using rc::gen::map;
using rc::gen::oneOf;

using Words = std::vector<std::string>;

constexpr Day k_first_day = 19'800;  // 2024-03-18

rc::Gen<std::string> one_of(Words words) { return elementOf(std::move(words)); }

std::string grouped(int number) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3; at -= 3) {
    digits.insert(at - 3, ",");
  }
  return digits;
}

rc::Gen<std::string> number() {
  return oneOf(map(inRange(0, 100), [](int n) { return std::to_string(n); }),
               map(inRange(0, 100'000'000), grouped),
               map(inRange(0, 10'000), [](int n) { return fmt::format("{}.{}", n / 10, n % 10); }),
               one_of({"twelve",
                       "a dozen",
                       "twenty-one",
                       "one hundred and five",
                       "half a million",
                       "two and a half",
                       "\xC2\xBD",
                       "3\xC2\xBD",
                       "1 000",
                       "1\xE2\x80\xAF"
                       "000\xE2\x80\xAF"
                       "000",
                       "1.000,5",
                       "1e9",
                       "-7",
                       "\xE2\x88\x92"
                       "7",
                       "007",
                       "99999999999999999999999",
                       "0.0000001",
                       "hundreds",
                       "tens of thousands",
                       "several",
                       "\xEF\xBC\x91\xEF\xBC\x92",
                       "\xD9\xA3\xD9\xA4"}));
}

rc::Gen<std::string> hedged() {
  return rc::gen::apply(
      [](const std::string& hedge, const std::string& low, const std::string& high, int shape) {
        switch (shape) {
          case 0:
            return fmt::format("{} to {}", low, high);
          case 1:
            return fmt::format("between {} and {}", low, high);
          case 2:
            return fmt::format("{}-{}", low, high);
          default:
            return fmt::format("{}{}", hedge, low);
        }
      },
      one_of({"", "", "", "more than ", "about ", "at least ", "nearly ", "up to ", "under ", "~"}),
      number(),
      number(),
      inRange(0, 12));
}

rc::Gen<std::string> amount() {
  return rc::gen::apply(
      [](const std::string& number, const std::pair<std::string, std::string>& unit) {
        return fmt::format("{}{}{}", unit.first, number, unit.second);
      },
      hedged(),
      elementOf(std::vector<std::pair<std::string, std::string>>{{"$", " million"},
                                                                 {"US$", "bn"},
                                                                 {"\xE2\x82\xAC", ""},
                                                                 {"", " euros"},
                                                                 {"\xC2\xA3", "m"},
                                                                 {"", " km"},
                                                                 {"", " miles (3 km)"},
                                                                 {"", " C"},
                                                                 {"",
                                                                  "\xC2\xB0"
                                                                  "F"},
                                                                 {"", "%"},
                                                                 {"", " percentage points"},
                                                                 {"", " troops"},
                                                                 {"", "-year-old"},
                                                                 {"", " years"},
                                                                 {"", " in 10"},
                                                                 {"", "'10\""},
                                                                 {"", " barrels a day"},
                                                                 {"", "th"}}));
}

rc::Gen<std::string> date() {
  return oneOf(map(inRange(-40'000, 40'000), [](int day) { return iso_date(day); }),
               map(inRange(1800, 2100), [](int year) { return std::to_string(year); }),
               one_of({"July 3, 2019",
                       "3 July 2019",
                       "29 February 2023",
                       "Feb. 30",
                       "July 2023",
                       "last Friday",
                       "six years ago",
                       "two weeks later",
                       "the next day",
                       "over a decade",
                       "early 2016",
                       "the end of last year",
                       "since 2013",
                       "9/11",
                       "04/05/2024",
                       "2:30 p.m.",
                       "14:05 GMT",
                       "the 1990s",
                       "Q3 2022",
                       "Ramadan",
                       "this week",
                       "from 2012 to 2015",
                       "May",
                       "midnight on Tuesday",
                       "the 21st",
                       "2024-02-30",
                       "31 June 1899",
                       "a century ago"}));
}

// What stands between words where nobody expects it.
rc::Gen<std::string> oddity() {
  return one_of({"\n\n",
                 "\r\n",
                 "\n",
                 "\t",
                 "  ",
                 "\xC2\xA0",
                 "\xE2\x80\xA8",
                 "\xEF\xBB\xBF",
                 "\xE2\x80\x8D",
                 "e\xCC\x81\xCC\x81\xCC\x81",
                 "\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x9A\x80",
                 "\xE2\x80\xAE",
                 "\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D",
                 "\xE6\x97\xA5\xE6\x9C\xAC",
                 "\xEF\xBF\xBD",
                 "\x1B[31m",
                 "\x7F",
                 "\xC2\x9B",
                 "((",
                 "\"",
                 "...",
                 "\xE2\x80\xA6",
                 "--",
                 "\xE2\x80\x94",
                 "e.g.",
                 "U.S.",
                 "https://a.example/2024/05?n=7",
                 "C-17",
                 "Air Base 201",
                 "+1 (555) 010-9999",
                 "<b>",
                 "&nbsp;",
                 "'; DROP TABLE claim; --"});
}

rc::Gen<std::string> word() {
  return one_of({"The",     "troops",    "said",       "were",         "killed", "wounded",
                 "in",      "Niamey",    "cost",       "built",        "police", "according to AP",
                 "of them", "including", "on",         "at a cost of", "people", "and",
                 "not",     "would",     "the mayor",  "rose",         "to",     "from",
                 "by",      "ago",       "Anna Berg,", "long,",        ".",      ". ",
                 "!\n",     ",",         "bridge",     "runway"});
}

std::string joined(const Words& parts) { return fmt::format("{}", fmt::join(parts, " ")); }

Document read(const std::string& text, const std::string& id, std::optional<Day> published) {
  Document document = document_of_text(text, id, shipped_layout());
  document.language = "en";
  document.outlet = fmt::format("The {}", id);
  document.published = published;
  document.published_from = published ? PublishedFrom::flag : PublishedFrom::none;
  document.published_time.clear();
  return document;
}

// A sentence of a story: few facts, each with few values, so that sources meet.
rc::Gen<std::string> sentence() {
  return rc::gen::apply(
      [](const std::string& shape, const std::string& value, const std::string& odd) {
        return fmt::format("{}{}", fmt::format(fmt::runtime(shape), value), odd);
      },
      one_of({"At least {} people were killed in the Lindal dam collapse, police said.",
              "The Lindal dam was built in 2012 at a cost of ${} million.",
              "{0} people were wounded, including {0} children.",
              "The dam is {} kilometers long.",
              "The Lindal dam was built in 20{}.",
              "The Lindal dam collapsed {} days ago, the mayor of Lindal said.",
              "Anna Berg, {}, was among the dead in Lindal.",
              "About {} troops were stationed in Lindal, according to the Pentagon.",
              "Unemployment in Lindal rose to {} percent.",
              "The Lindal dam was built {} years ago.",
              "Of them, {} were soldiers.",
              "The collapse left {} homes without power in Lindal."}),
      one_of(
          {"12", "12", "13", "15", "more than 12", "about 14", "40", "several", "12.5", "1,200"}),
      one_of(
          {"", "", "", "", "\n", "\n\n", " ", "\r\n\r\n", " \xE2\x80\x9C", " \xF0\x9F\x98\x80 "}));
}

rc::Gen<std::optional<double>> end_of_interval() {
  return oneOf(rc::gen::just(std::optional<double>()),
               map(inRange(-200, 200), [](int n) { return std::optional<double>(n); }),
               map(inRange(0, 1'000'000), [](int n) { return std::optional<double>(n * 0.37); }));
}

Value value_of(Kind kind,
               Modifier modifier,
               std::optional<double> low,
               std::optional<double> high,
               double slack) {
  Value value;
  value.kind = kind;
  value.unit = kind == Kind::money ? "USD" : kind == Kind::length ? "m" : "";
  value.modifier = modifier;
  value.low = value.written_low = low && high ? std::min(low, high) : low;
  value.high = value.written_high = low && high ? std::max(low, high) : high;
  value.slack = slack;
  if (kind == Kind::date || kind == Kind::duration || kind == Kind::time) {
    value.time.emplace();
  }
  return value;
}

}  // namespace

rc::Gen<std::string> figure() { return oneOf(number(), hedged(), amount(), date()); }

rc::Gen<Document> any_article() {
  return map(rc::gen::container<Words>(oneOf(word(), word(), figure(), oddity())),
             [](const Words& parts) { return read(joined(parts), "any.txt", k_first_day); });
}

rc::Gen<std::vector<Document>> story(Dates dates) {
  using Article = std::pair<Words, bool>;
  const auto article =
      rc::gen::pair(rc::gen::container<Words>(sentence()),
                    dates == Dates::some ? rc::gen::arbitrary<bool>() : rc::gen::just(true));
  const auto documents = [](const std::vector<Article>& articles) {
    std::vector<Document> out;
    for (const auto& [sentences, dated] : articles) {
      const auto number = static_cast<Day>(out.size());
      const std::string id = fmt::format("{}.txt", "dbca"[out.size()]);
      const std::string title = "Dam collapses in Lindal\n\nLindal mourns. ";
      out.push_back(read(title + joined(sentences),
                         id,
                         dated ? std::optional(k_first_day + 3 * number) : std::nullopt));
    }
    return out;
  };
  return map(rc::gen::mapcat(inRange<std::size_t>(2, 5),
                             [article](std::size_t count) {
                               return rc::gen::container<std::vector<Article>>(count, article);
                             }),
             documents);
}

rc::Gen<Value> any_value() {
  return rc::gen::apply(value_of,
                        element(Kind::count,
                                Kind::money,
                                Kind::length,
                                Kind::percent,
                                Kind::date,
                                Kind::duration,
                                Kind::time,
                                Kind::age,
                                Kind::ratio),
                        map(inRange(0, static_cast<int>(Modifier::unanchored) + 1),
                            [](int n) { return static_cast<Modifier>(n); }),
                        end_of_interval(),
                        end_of_interval(),
                        element(0.0, 0.5, 50.0));
}

}  // namespace tally::laws

namespace tally {

void showValue(const Document& document, std::ostream& out) {
  out << "\n--- " << document.id << " published "
      << (document.published ? iso_date(*document.published) : "never") << '\n';
  rc::show(document.text, out);
}

void showValue(const Value& value, std::ostream& out) {
  out << name_of(value.kind) << ' ' << value_text(value) << " slack " << value.slack;
}

}  // namespace tally
