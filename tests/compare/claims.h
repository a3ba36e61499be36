// SPDX-License-Identifier: Apache-2.0
// Hand-made sources and claims for the tests of compare/.
#pragma once

#include <string>
#include <vector>

#include "base/civil.h"
#include "model/claim.h"
#include "model/concepts.h"
#include "model/document.h"

namespace tally::made {

// A source published on an ISO day; an empty day: not dated.
inline Document source(const std::string& id, const std::string& published = "2024-04-21") {
  Document document;
  document.id = id;
  document.path = id;
  document.title = id;
  document.text = id;
  document.published = parse_iso_date(published);
  document.published_from = document.published ? PublishedFrom::header : PublishedFrom::none;
  return document;
}

inline Value figure(Kind kind, double low, double high, const std::string& unit = "") {
  Value value;
  value.kind = kind;
  value.unit = unit;
  value.low = value.written_low = low;
  value.high = value.written_high = high;
  return value;
}

inline Value count(double number) { return figure(Kind::count, number, number); }

inline Value more_than(double number) {
  Value value = count(number);
  value.high.reset();
  value.modifier = Modifier::more_than;
  return value;
}

inline Value dollars(double number, double slack = 0) {
  Value value = figure(Kind::money, number, number, "USD");
  value.slack = slack;
  return value;
}

inline Value metres(double low, double slack, const std::string& written_unit = "m") {
  Value value = figure(Kind::length, low, low, "m");
  value.slack = slack;
  value.written_unit = written_unit;
  return value;
}

inline Value days(const std::string& first, const std::string& last) {
  Value value = figure(Kind::date, *parse_iso_date(first), *parse_iso_date(last));
  value.time.emplace();
  return value;
}

inline Value approx(Value value) {
  value.modifier = Modifier::approx;
  return value;
}

inline Value clock(int hour, int minute) {
  return figure(Kind::time, hour * 60 + minute, hour * 60 + minute);
}

inline Value years_old(double age) { return figure(Kind::age, age, age, "a"); }

// A claim as a rule would emit it: predicate and head are classes, `quote` the words.
inline Claim claim(std::size_t from,
                   const Value& value,
                   const std::string& quote,
                   const std::string& predicate,
                   const std::string& head = "") {
  Claim made;
  made.source = from;
  made.mention.sentence = 0;
  made.mention.value = value;
  made.quote = quote;
  made.sentence = quote + " in source " + std::to_string(from);
  made.predicate = predicate;
  made.head = head;
  made.stems = {predicate, head, "story"};
  made.rule = "test";
  return made;
}

inline Concepts concepts() {
  Concepts made;
  Concept violence;
  violence.is_predicate = true;
  Concept killed = violence;
  killed.broader = "violence";
  killed.moves = Change::up;
  killed.attributes = {"casualty"};
  Concept wounded = killed;
  Concept built = violence;
  built.attributes = {"once"};
  Concept people;
  people.is_head = true;
  Concept workers = people;
  workers.broader = "people";
  made.classes = {{"violence", violence},
                  {"killed", killed},
                  {"wounded", wounded},
                  {"built", built},
                  {"people", people},
                  {"workers", workers},
                  {"cost", violence},
                  {"price", violence},
                  {"bail", violence},
                  {"paid", violence},
                  {"distance", violence}};
  made.classes["violence"].attributes = {"incident"};
  made.classes["price"].attributes = {"sum"};
  made.classes["bail"].attributes = {"sum", "personal"};
  return made;
}

}  // namespace tally::made
