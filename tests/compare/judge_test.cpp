// SPDX-License-Identifier: Apache-2.0
#include "compare/judge.h"

#include <doctest/doctest.h>

#include "compare/claims.h"

using namespace tally;
using namespace tally::made;

namespace {

struct Case {
  const char* what;
  Claim a;
  Claim b;
  Verdict verdict;
  const char* reason;
};

Claim with_stance(Claim claim, Stance stance) {
  claim.stance = stance;
  return claim;
}

Claim with_scope(Claim claim, Scope scope) {
  claim.scope = scope;
  return claim;
}

Claim said_by(Claim claim, const char* authority) {
  claim.attribution = authority;
  claim.stance = Stance::attributed;
  return claim;
}

Claim plain(const Value& value) { return claim(0, value, "x", "", ""); }
Claim dead(double number) { return claim(0, count(number), "x", "killed", "people"); }

Value vague(double low, double high) {
  Value value = figure(Kind::count, low, high);
  value.modifier = Modifier::vague;
  return value;
}

Value unanchored() {
  Value value = days("2020-01-01", "2020-01-01");
  value.low.reset();
  value.high.reset();
  value.modifier = Modifier::unanchored;
  return value;
}

}  // namespace

TEST_CASE("the verdict and its reason, told on the same day") {
  const Document one = source("one");
  const Document two = source("two");
  const Case cases[] = {
      {"equal", plain(count(48)), plain(count(48)), Verdict::agree, "same-value"},
      {"counts one apart", plain(count(48)), plain(count(47)), Verdict::conflict, "disjoint"},
      {"within a bound", plain(more_than(1000)), plain(count(1200)), Verdict::agree, "bound"},
      {"rounded",
       plain(dollars(22.1e9, 5e7)),
       plain(dollars(22e9, 5e8)),
       Verdict::agree,
       "rounding"},
      {"hedged", plain(approx(dollars(39e9))), plain(dollars(38e9, 5e8)), Verdict::agree, "hedge"},
      {"dozens and fifty", plain(vague(24, 99)), plain(count(50)), Verdict::agree, "vague"},
      {"dozens and 150", plain(vague(24, 99)), plain(count(150)), Verdict::agree, "vague"},
      {"several and 5,000", plain(vague(3, 9)), plain(count(5000)), Verdict::unclear, "ambiguous"},
      {"a month in its year",
       plain(days("2023-07-01", "2023-07-31")),
       plain(days("2023-01-01", "2023-12-31")),
       Verdict::agree,
       "precision"},
      {"two days",
       plain(days("2015-11-02", "2015-11-02")),
       plain(days("2015-11-11", "2015-11-11")),
       Verdict::conflict,
       "disjoint"},
      {"years apart",
       plain(days("2016-01-01", "2016-12-31")),
       plain(approx(days("2018-01-01", "2018-12-31"))),
       Verdict::conflict,
       "disjoint"},
      {"no anchor",
       plain(unanchored()),
       plain(days("2015-11-02", "2015-11-02")),
       Verdict::unclear,
       "unanchored"},
      {"some of them", with_scope(dead(3), Scope::part), dead(5), Verdict::scope, "part-of"},
      {"in all", with_scope(dead(8), Scope::total), dead(5), Verdict::scope, "sum"},
      {"a plan and a deed",
       with_stance(plain(dollars(12e9)), Stance::planned),
       plain(dollars(14e9)),
       Verdict::update,
       "planned"},
      {"two authorities",
       said_by(dead(5), "the army"),
       said_by(dead(9), "the rebels"),
       Verdict::conflict,
       "attributed"},
      {"miles and kilometres",
       plain(metres(14484, 805, "mi")),
       plain(metres(14500, 500, "km")),
       Verdict::agree,
       "unit-conversion"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    const Judgement forth = judged({c.a, one}, {c.b, two}, concepts());
    const Judgement back = judged({c.b, two}, {c.a, one}, concepts());
    CHECK(forth.verdict == c.verdict);
    CHECK(forth.reason == c.reason);
    CHECK(back.verdict == forth.verdict);
    CHECK(back.reason == forth.reason);
    CHECK(back.gap == forth.gap);
    CHECK(forth.gap.empty() == (forth.explain.find("apart") == std::string::npos &&
                                forth.explain.find("between them") == std::string::npos));
  }
}

TEST_CASE("a toll that is higher in a later report is an update, a lower one is not") {
  const Document first = source("first", "2024-04-21");
  const Document later = source("later", "2024-04-23");
  CHECK(judged({dead(5), first}, {dead(9), later}, concepts()).verdict == Verdict::update);
  CHECK(judged({dead(9), first}, {dead(5), later}, concepts()).verdict == Verdict::conflict);
}

TEST_CASE("on one day the hour of publication decides what is later") {
  Document morning = source("morning");
  Document evening = source("evening");
  morning.published_time = "07:10";
  evening.published_time = "19:40";
  CHECK(judged({dead(5), morning}, {dead(9), evening}, concepts()).verdict == Verdict::update);
  CHECK(judged({dead(9), morning}, {dead(5), evening}, concepts()).verdict == Verdict::conflict);
}

TEST_CASE("ages a year apart are an update while one birth date explains both") {
  const Document early = source("early", "2007-04-10");
  const Document late = source("late", "2008-04-30");
  const Claim younger = plain(years_old(38));
  CHECK(judged({younger, early}, {plain(years_old(39)), late}, concepts()).reason == "aged");
  CHECK(judged({younger, early}, {plain(years_old(45)), late}, concepts()).reason == "birth-date");
  CHECK(judged({younger, early}, {younger, late}, concepts()).verdict == Verdict::agree);
}

TEST_CASE("a duration until now and the date of its beginning are compared as beginnings") {
  Value decade = figure(Kind::duration, 3652.425 * 86400, 0, "s");
  decade.high.reset();
  decade.modifier = Modifier::more_than;
  const Document told = source("told", "2024-04-21");
  const Claim lasting = plain(decade);
  CHECK(judged({lasting, told}, {plain(days("2013-01-01", "2013-12-31")), told}, concepts())
            .verdict == Verdict::agree);
  CHECK(judged({lasting, told}, {plain(days("2019-01-01", "2019-12-31")), told}, concepts())
            .verdict == Verdict::conflict);
}

TEST_CASE("two units of one quantity may differ by 5 %") {
  const Document one = source("one");
  Claim kilometres = plain(metres(920000, 5000, "km"));
  Claim miles = plain(metres(885139, 8000, "mi"));
  miles.mention.part = Part::conversion;
  CHECK(judged({kilometres, one}, {miles, one}, concepts()).reason == "rounded-conversion");
  miles.mention.value = metres(700000, 8000, "mi");
  CHECK(judged({kilometres, one}, {miles, one}, concepts()).reason == "bad-conversion");
}

TEST_CASE("the gap is told in days, minutes or as a factor") {
  const Document one = source("one");
  const auto gap = [&](const Value& a, const Value& b) {
    return judged({plain(a), one}, {plain(b), one}, concepts()).gap;
  };
  CHECK(gap(days("2015-11-02", "2015-11-02"), days("2015-11-11", "2015-11-11")) == "9 days");
  CHECK(gap(clock(11, 34), clock(11, 37)) == "3 minutes");
  CHECK(gap(count(30), count(20)) == "1.5x");
}

TEST_CASE("a verdict that leans on an assumed publication date says so") {
  Document assumed = source("undated");
  assumed.published_from = PublishedFrom::assumed;
  Claim relative = plain(days("2018-01-01", "2018-12-31"));
  relative.mention.value.time->anchor = Anchor{*assumed.published, "assumed"};
  const Document dated = source("dated");
  const Judgement judgement =
      judged({relative, assumed}, {plain(days("2016-01-01", "2016-12-31")), dated}, concepts());
  REQUIRE(judgement.rests_on.size() == 1);
  CHECK(judgement.rests_on[0].find("undated") != std::string::npos);
}
