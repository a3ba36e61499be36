// SPDX-License-Identifier: Apache-2.0
#include "values/date.h"

#include <doctest/doctest.h>

#include <string>

#include "extract/mentions.h"
#include "extract/segment.h"
#include "rules/pack.h"
#include "values/discourse.h"

namespace tally {
namespace {

const RulePack& built_in_pack() {
  static const auto pack = [] {
    const auto files = built_in_pack_files();
    return load_pack({files.begin(), files.end()});
  }();
  return *pack;
}

Document document_of(std::string text, const char* published) {
  Document document;
  document.language = "en";
  document.text = std::move(text);
  if (*published != '\0') {
    document.published = parse_iso_date(published);
    document.published_from = PublishedFrom::record;
  }
  return document;
}

std::vector<Mention> mentions_in(const Document& document) {
  const Language& language = built_in_pack().language_of(document);
  return mentions_of(document, sentences_of(document, language), built_in_pack()).found;
}

// The TIMEX3 value of the mention that reads exactly `quote`; "none" when there is none.
std::string timex_in(const std::string& text, const char* published, std::string_view quote) {
  const Document document = document_of(text, published);
  for (const Mention& mention : mentions_in(document)) {
    if (slice(document.text, mention.span) == quote) {
      return mention.value.time ? mention.value.time->timex : "none";
    }
  }
  return "none";
}

struct Case {
  const char* text;
  const char* published;
  const char* quote;
  const char* timex;
};

void check_all(std::span<const Case> cases) {
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(timex_in(c.text, c.published, c.quote) == c.timex);
  }
}

TEST_CASE("a bare weekday is the last one, today included, unless the clause looks ahead") {
  const Case cases[] = {
      {"Police said Friday that nobody was hurt.", "2024-04-19", "Friday", "2024-04-19"},
      {"Police said Saturday that nobody was hurt.", "2024-04-19", "Saturday", "2024-04-13"},
      {"The panel will meet on Saturday.", "2024-04-19", "Saturday", "2024-04-20"},
      {"The verdict is expected to be read on Tuesday.", "2024-04-19", "Tuesday", "2024-04-23"},
      {"The mayor said Tuesday that she will resign.", "2024-04-19", "Tuesday", "2024-04-16"},
      {"On Tuesday the panel will meet.", "2024-04-19", "Tuesday", "2024-04-23"},
  };
  check_all(cases);
}

TEST_CASE("a month without a year lies around the publication, by the tense of its clause") {
  const Case cases[] = {
      {"The dam was closed in January.", "2009-10-26", "January", "2009-01"},
      {"The dam opens on Dec. 15.", "2009-10-26", "Dec. 15", "2009-12-15"},
      {"The dam was closed on Dec. 15.", "2009-01-26", "Dec. 15", "2008-12-15"},
      {"The dam will be closed in March.", "2009-10-26", "March", "2010-03"},
      {"The dam was last full last February.", "2009-03-01", "last February", "2009-02"},
      {"The dam was last full last July.", "2009-07-20", "last July", "2008-07"},
  };
  check_all(cases);
}

TEST_CASE("relative dates count from the publication or from the last date mentioned") {
  const Case cases[] = {
      {"The fort fell on 3 May 1812. Two days later the town burned.",
       "",
       "Two days later",
       "1812-05-05"},
      {"Sales fell in the third quarter from a year earlier.",
       "2009-11-03",
       "a year earlier",
       "2008-Q3"},
      {"It was built six years ago.", "2024-04-21", "six years ago", "2018"},
      {"It was built a decade ago.", "2024-04-21", "a decade ago", "2014"},
      {"It was shut two weeks ago.", "2024-04-21", "two weeks ago", "2024-04-07"},
      {"He left the week before last.", "2024-04-21", "yesterday", "none"},
      {"He came on Monday and left the following day.",
       "2024-04-19",
       "the following day",
       "2024-04-16"},
      {"The coming Friday is free.", "2024-04-18", "The coming Friday", "2024-04-19"},
  };
  check_all(cases);
}

TEST_CASE("figures that count something are no years") {
  const Case cases[] = {
      {"Some 2000 soldiers marched.", "2014-01-01", "2000", "none"},
      {"The hall has 1950 seats.", "2014-01-01", "1950", "none"},
      {"The 1998 floods killed dozens.", "2014-01-01", "1998", "1998"},
      {"The war ended in 1648.", "2014-01-01", "1648", "1648"},
      {"They paid 1648 in all.", "2014-01-01", "1648", "none"},
  };
  check_all(cases);
}

TEST_CASE("without anything to count from a relative date is unanchored and has no ends") {
  const Document document = document_of("The bridge fell last week.", "");
  const auto mentions = mentions_in(document);
  REQUIRE(mentions.size() == 1);
  CHECK(mentions[0].value.modifier == Modifier::unanchored);
  CHECK_FALSE(mentions[0].value.low.has_value());
}

TEST_CASE("six years ago is a year with half a unit of slack, ten years ago with a whole one") {
  const Document document =
      document_of("It began six years ago and grew ten years ago.", "2024-04-21");
  const auto mentions = mentions_in(document);
  REQUIRE(mentions.size() == 2);
  CHECK(mentions[0].value.slack == doctest::Approx(182.6).epsilon(0.01));
  CHECK(mentions[1].value.slack == doctest::Approx(365.2).epsilon(0.01));
  REQUIRE(mentions[0].value.time.has_value());
  CHECK(mentions[0].value.time->anchor->from == "published");
}

TEST_CASE("early and late keep the whole period and narrow it for judging") {
  const Document document = document_of("It opened in late March 2014.", "2014-06-01");
  const auto mentions = mentions_in(document);
  REQUIRE(mentions.size() == 1);
  const Value& value = mentions[0].value;
  CHECK(value.modifier == Modifier::end);
  CHECK(iso_date(static_cast<Day>(*value.low)) == "2014-03-01");
  CHECK(iso_date(static_cast<Day>(*value.time->narrow_low)) == "2014-03-21");
  CHECK(*value.time->narrow_high == *value.high);
}

TEST_CASE("the word before a date opens its interval") {
  const Document document = document_of("Shut since 2011, it opens by June 2030.", "2024-04-21");
  const auto mentions = mentions_in(document);
  REQUIRE(mentions.size() == 2);
  CHECK(mentions[0].value.bound == Bound::since);
  CHECK(mentions[1].value.bound == Bound::by);
}

// A narrative: fourteen sentences with the years 1801 to 1814, then `text`.
std::string chronicle_with(std::string_view text) {
  std::string chronicle;
  for (int year = 1801; year < 1815; ++year) {
    chronicle += "The town was taken in ";
    chronicle += std::to_string(year);
    chronicle += ". ";
  }
  chronicle += text;
  return chronicle;
}

TEST_CASE("a text full of far years is a narrative and counts on from its own dates") {
  const std::string text = chronicle_with("In March the siege began.");
  CHECK(timex_in(text, "2009-12-19", "March") == "1814-03");
}

TEST_CASE("a narrative that looks back goes on in the year where it was") {
  const std::string text =
      chronicle_with("The army repeated the success of the previous year. In October it left.");
  CHECK(timex_in(text, "2009-12-19", "the previous year") == "1813");
  CHECK(timex_in(text, "2009-12-19", "October") == "1814-10");
}

TEST_CASE("a narrative that looks ahead goes on behind the last day it named") {
  const std::string ahead =
      "On 10 March 1812 the march began, to clear the road for a campaign in 1813. ";
  const std::string near = chronicle_with(ahead + "The fort fell on 14 March.");
  CHECK(timex_in(near, "2009-12-19", "14 March") == "1812-03-14");
  const std::string far = chronicle_with(ahead + "The fort fell on 14 June.");
  CHECK(timex_in(far, "2009-12-19", "14 June") == "1813-06-14");
}

}  // namespace
}  // namespace tally
