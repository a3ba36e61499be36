// SPDX-License-Identifier: Apache-2.0
// The views: what a person asks of the database, with names, quotes, values and outlets joined.
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "store/schema.h"

namespace tally {
namespace {

// A day, given as days since 1970-01-01, as 2024-04-21.
std::string day_text(Dialect dialect, std::string_view day) {
  // 2440587.5 is the Julian day of 1970-01-01.
  return dialect == Dialect::sqlite
             ? fmt::format("date({} + 2440587.5)", day)
             : fmt::format("to_char(DATE '1970-01-01' + CAST({} AS INTEGER), 'YYYY-MM-DD')", day);
}

// Minutes after midnight as 14:30.
std::string clock_text(Dialect dialect, std::string_view minutes) {
  return dialect == Dialect::sqlite
             ? fmt::format("printf('%02d:%02d', {0} / 60, {0} % 60)", minutes)
             : fmt::format("to_char(TIME '00:00' + {} * INTERVAL '1 minute', 'HH24:MI')", minutes);
}

// An end of an interval as a person reads it: a date as 2024-04-21, a time of day as 14:30, the
// length of a calendar duration as P6Y, everything else as a number in the base unit.
// `iso` is the column with the ISO 8601 duration.
std::string readable(Dialect dialect,
                     std::string_view kind,
                     std::string_view column,
                     std::string_view iso) {
  // A column of PostgreSQL has one type, that of SQLite's rows is their own.
  const std::string number =
      dialect == Dialect::sqlite ? std::string(column) : fmt::format("CAST({} AS TEXT)", column);
  return fmt::format(
      "CASE WHEN {1} IS NULL THEN NULL"
      " WHEN {0} = 'date' THEN {2}"
      " WHEN {0} = 'time' THEN {3}"
      " ELSE coalesce(nullif({4}, ''), {5}) END",
      kind,
      column,
      day_text(dialect, column),
      clock_text(dialect, column),
      iso,
      number);
}

// Who published a document; its path where no outlet is known.
std::string outlet_of(std::string_view document) {
  return fmt::format("coalesce(nullif({0}.outlet, ''), {0}.path)", document);
}

// Sentence and rule are always there: a left join is left out of a query that asks for neither.
std::string claims_view(Dialect dialect) {
  return fmt::format(
      R"sql(
CREATE VIEW claims AS
SELECT c.id, c.name, d.source, {outlet} AS outlet, d.published, d.published_from,
  c.quote, c.kind, {low} AS low, {high} AS high, c.unit,
  c.written_low, c.written_high, c.written_unit, c.modifier, c.change, c.bound,
  c.timex, c.edtf, {anchor} AS anchor, c.anchor_from,
  c.subject, c.head, c.predicate, c.object, c.place, c.attribution, c.stance, c.scope,
  (SELECT {joined}(f.name, '; ') FROM fact_claim fc JOIN fact f ON f.id = fc.fact_id
    WHERE fc.claim_id = c.id) AS fact,
  r.name AS rule, r.rev AS rule_rev, p.name AS rule_pack,
  p.version AS rule_pack_version, c.begin_char, c.end_char, s.text AS sentence
FROM claim c
JOIN document d ON d.id = c.document_id
LEFT JOIN sentence s ON s.id = c.sentence_id
LEFT JOIN rule r ON r.id = c.rule_id
LEFT JOIN pack p ON p.id = c.pack_id;
)sql",
      fmt::arg("outlet", outlet_of("d")),
      fmt::arg("low", readable(dialect, "c.kind", "c.low", "c.iso_low")),
      fmt::arg("high", readable(dialect, "c.kind", "c.high", "c.iso_high")),
      fmt::arg("anchor", day_text(dialect, "c.anchor_day")),
      fmt::arg("joined", dialect == Dialect::sqlite ? "group_concat" : "string_agg"));
}

std::string findings_view() {
  return R"sql(
CREATE VIEW findings AS
SELECT n.id, n.verdict || ': ' || f.name AS name, n.verdict, n.reason, f.name AS fact, f.kind,
  a.outlet AS outlet_a, a.quote AS quote_a, a.low AS low_a, a.high AS high_a, a.unit AS unit_a,
  b.outlet AS outlet_b, b.quote AS quote_b, b.low AS low_b, b.high AS high_b, b.unit AS unit_b,
  n.gap, n.explain, n.confidence, n.same_origin, n.rests_on, n.link, t.name AS story,
  coalesce(e.decision, 'open') AS decision, e.note, e.decided_on,
  a.source AS source_a, a.published AS published_a, a.attribution AS attribution_a,
  a.sentence AS sentence_a, n.a_claim_id,
  b.source AS source_b, b.published AS published_b, b.attribution AS attribution_b,
  b.sentence AS sentence_b, n.b_claim_id, n.fact_id
FROM finding n
JOIN fact f ON f.id = n.fact_id
JOIN story t ON t.id = f.story_id
JOIN claims a ON a.id = n.a_claim_id
JOIN claims b ON b.id = n.b_claim_id
LEFT JOIN decision e ON e.fingerprint = n.fingerprint;

CREATE VIEW conflicts AS
SELECT * FROM findings WHERE verdict = 'conflict' AND decision <> 'dismissed';

CREATE VIEW agreements AS SELECT * FROM findings WHERE verdict = 'agree';
)sql";
}

// What is joined in one cell: the distinct values of `expression` over the claims of position p.
std::string joined(Dialect dialect, std::string_view expression) {
  constexpr std::string_view k_claims =
      " FROM position_claim pc JOIN claim c ON c.id = pc.claim_id"
      " JOIN document d ON d.id = c.document_id WHERE pc.position_id = p.id";
  return dialect == Dialect::sqlite
             ? fmt::format(
                   "(SELECT group_concat(x, '; ') FROM (SELECT DISTINCT {} AS x{}"
                   " ORDER BY pc.ordinal))",
                   expression,
                   k_claims)
             : fmt::format(
                   "(SELECT string_agg(x, '; ' ORDER BY place) FROM (SELECT {0} AS x,"
                   " min(pc.ordinal) AS place{1} GROUP BY {0}) AS of_claims)",
                   expression,
                   k_claims);
}

// An aggregate over the claims of position p. Not by GROUP BY over all positions: a query of a few
// of them would have to wait for all.
std::string over_claims(std::string_view aggregate) {
  return fmt::format(
      "(SELECT {} FROM position_claim pc JOIN claim c ON c.id = pc.claim_id"
      " WHERE pc.position_id = p.id)",
      aggregate);
}

std::string positions_view(Dialect dialect) {
  return fmt::format(
      R"sql(
CREATE VIEW positions AS
SELECT p.id, f.name || ': ' || {quote} AS name, f.name AS fact, f.verdict, f.kind,
  {low} AS low, {high} AS high, {unit} AS unit, p.articles, p.origins, p.named_sources,
  {outlets} AS outlets, {quotes} AS quotes, t.name AS story, p.fact_id
FROM position p
JOIN fact f ON f.id = p.fact_id
JOIN story t ON t.id = f.story_id;
)sql",
      fmt::arg("quote", over_claims("min(c.quote)")),
      fmt::arg("unit", over_claims("min(c.unit)")),
      fmt::arg("low", readable(dialect, "f.kind", "p.low", over_claims("min(c.iso_low)"))),
      fmt::arg("high", readable(dialect, "f.kind", "p.high", over_claims("max(c.iso_high)"))),
      fmt::arg("outlets", joined(dialect, outlet_of("d"))),
      fmt::arg("quotes", joined(dialect, "c.quote")));
}

std::string sources_view() {
  return fmt::format(R"sql(
CREATE VIEW sources AS
SELECT d.id, d.name, d.source, {outlet} AS outlet, d.title, d.byline, d.published,
  d.published_time, d.published_from, o.name AS origin,
  (SELECT count(*) FROM document other WHERE other.origin_id = d.origin_id) AS origin_articles,
  t.name AS story, (SELECT count(*) FROM claim c WHERE c.document_id = d.id) AS claims,
  d.figures, d.not_understood, CAST(d.compared_at IS NOT NULL AS INTEGER) AS is_compared, d.language, d.url,
  d.path, d.file, d.warnings
FROM document d
LEFT JOIN story t ON t.id = d.story_id
LEFT JOIN origin o ON o.id = d.origin_id;
)sql",
                     fmt::arg("outlet", outlet_of("d")));
}

}  // namespace

std::string drop_views_sql() {
  std::string sql;
  for (const std::string_view view :
       {"sources", "positions", "agreements", "conflicts", "findings", "claims"}) {
    sql += fmt::format("DROP VIEW IF EXISTS {};\n", view);
  }
  return sql;
}

std::string views_sql(Dialect dialect) {
  return claims_view(dialect) + findings_view() + positions_view(dialect) + sources_view();
}

}  // namespace tally
