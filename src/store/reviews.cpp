// SPDX-License-Identifier: Apache-2.0
#include "store/reviews.h"

#include <cstdint>
#include <set>
#include <string>

#include "base/text.h"
#include "store/database.h"

namespace tally {

std::vector<DecisionRecord> read_decisions(Database& database) {
  Statement rows = database.prepare(
      "SELECT fingerprint, decision, note, decided_on, verdict, fact, quote_a, quote_b, rule_a,"
      " rule_b FROM decision ORDER BY id");
  std::vector<DecisionRecord> records;
  while (rows.step()) {
    DecisionRecord record;
    record.fingerprint = rows.take_text();
    record.decision = decision_named(rows.take_text()).value_or(Decision::open);
    record.note = rows.take_text();
    record.decided_on = rows.take_text();
    record.verdict = verdict_named(rows.take_text()).value_or(Verdict::unclear);
    record.fact = rows.take_text();
    record.quote_a = rows.take_text();
    record.quote_b = rows.take_text();
    record.rule_a = rows.take_text();
    record.rule_b = rows.take_text();
    records.push_back(std::move(record));
  }
  return records;
}

std::vector<LinkRecord> read_links(Database& database) {
  Statement rows = database.prepare(
      "SELECT place_a, place_b, link, note, decided_on, quote_a, quote_b FROM link ORDER BY id");
  std::vector<LinkRecord> records;
  while (rows.step()) {
    LinkRecord record;
    record.place_a = rows.take_text();
    record.place_b = rows.take_text();
    record.link = link_named(rows.take_text()).value_or(Link::apart);
    record.note = rows.take_text();
    record.decided_on = rows.take_text();
    record.quote_a = rows.take_text();
    record.quote_b = rows.take_text();
    records.push_back(std::move(record));
  }
  return records;
}

void write_decision(Database& database, const DecisionRecord& record) {
  Statement insert = database.prepare(
      "INSERT INTO decision (fingerprint, decision, note, decided_on, verdict, fact, quote_a,"
      " quote_b, rule_a, rule_b) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
      " ON CONFLICT (fingerprint) DO UPDATE SET (decision, note, decided_on, verdict, fact,"
      " quote_a, quote_b, rule_a, rule_b) = (excluded.decision, excluded.note,"
      " excluded.decided_on, excluded.verdict, excluded.fact, excluded.quote_a, excluded.quote_b,"
      " excluded.rule_a, excluded.rule_b)");
  insert.put(record.fingerprint).put(name_of(record.decision)).put(record.note);
  insert.put(record.decided_on).put(name_of(record.verdict)).put(record.fact);
  insert.put(record.quote_a).put(record.quote_b).put(record.rule_a).put(record.rule_b).run();
}

void write_link(Database& database, const LinkRecord& record) {
  Statement insert = database.prepare(
      "INSERT INTO link (place_a, place_b, link, note, decided_on, quote_a, quote_b)"
      " VALUES (?, ?, ?, ?, ?, ?, ?)"
      " ON CONFLICT (place_a, place_b) DO UPDATE SET (link, note, decided_on) ="
      " (excluded.link, excluded.note, excluded.decided_on)");
  insert.put(record.place_a).put(record.place_b).put(name_of(record.link)).put(record.note);
  insert.put(record.decided_on).put(record.quote_a).put(record.quote_b).run();
}

void mark_stories_with(Database& database, std::string_view quote_a, std::string_view quote_b) {
  const std::string a = squeezed(quote_a);
  const std::string b = squeezed(quote_b);
  Statement quotes = database.prepare(
      "SELECT d.story_id, c.quote FROM claim c JOIN document d ON d.id = c.document_id"
      " WHERE d.story_id IS NOT NULL");
  std::set<std::int64_t> with_a;
  std::set<std::int64_t> with_b;
  while (quotes.step()) {
    const std::int64_t story = quotes.take_integer();
    const std::string quote = squeezed(quotes.take_text());
    if (quote == a) {
      with_a.insert(story);
    }
    if (quote == b) {
      with_b.insert(story);
    }
  }
  Statement mark = database.prepare("UPDATE story SET is_stale = 1 WHERE id = ?");
  for (const std::int64_t story : with_a) {
    if (with_b.contains(story)) {
      mark.put_integer(story).run();
    }
  }
}

void mark_stories_of_link(Database& database, std::string_view place_a, std::string_view place_b) {
  Statement link =
      database.prepare("SELECT quote_a, quote_b FROM link WHERE place_a = ? AND place_b = ?");
  link.put(place_a).put(place_b);
  if (link.step()) {
    const std::string quote_a = link.take_text();
    mark_stories_with(database, quote_a, link.take_text());
  }
}

bool drop_decision(Database& database, std::string_view fingerprint) {
  Statement drop = database.prepare("DELETE FROM decision WHERE fingerprint = ? RETURNING id");
  const bool was_there = drop.put(fingerprint).step();
  drop.run();
  return was_there;
}

bool drop_link(Database& database, std::string_view place_a, std::string_view place_b) {
  Statement drop =
      database.prepare("DELETE FROM link WHERE place_a = ? AND place_b = ? RETURNING id");
  const bool was_there = drop.put(place_a).put(place_b).step();
  drop.run();
  return was_there;
}

}  // namespace tally
