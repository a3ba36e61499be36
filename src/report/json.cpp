// SPDX-License-Identifier: Apache-2.0
#include "report/json.h"

#include <cmath>
#include <map>
#include <optional>
#include <vector>

#include <nlohmann/json.hpp>

#include "report/claim_line.h"
#include "report/ids.h"
#include "report/quote.h"
#include "report/wording.h"

namespace tally {
namespace {

using json = nlohmann::ordered_json;

constexpr double k_largest_integer = 9007199254740992;  // 2^53: exact in a double

json text_or_null(std::string_view text) { return text.empty() ? json() : json(text); }

json number_or_null(std::optional<double> number) {
  if (!number || !std::isfinite(*number)) {
    return nullptr;
  }
  const bool whole = std::floor(*number) == *number && std::abs(*number) < k_largest_integer;
  return whole ? json(static_cast<std::int64_t>(*number)) : json(*number);
}

json end_or_null(Kind kind, std::optional<double> end) {
  const bool has_own_form = kind == Kind::date || kind == Kind::time;
  return end && has_own_form ? json(end_text(kind, *end)) : number_or_null(end);
}

// As it is pretty-printed with what stands around it.
json claim_object(const Claim& claim,
                  const Document& document,
                  const Places& places,
                  const std::string& source) {
  return json::parse(claim_line(claim, document, places, source));
}

json source_object(const Comparison& comparison, std::size_t index) {
  const Document& source = comparison.sources[index];
  json published;
  if (source.published) {
    const std::string day = iso_date(*source.published);
    published =
        source.published_time.empty() ? day : fmt::format("{}T{}", day, source.published_time);
  }
  json out;
  out["id"] = source_id(index);
  out["document"] = source.id;
  out["path"] = source.path;
  out["file"] = source.file;
  out["title"] = text_or_null(source.title);
  out["outlet"] = text_or_null(source.outlet);
  out["byline"] = text_or_null(source.byline);
  out["url"] = text_or_null(source.url);
  out["published"] = published;
  out["published_from"] = name_of(source.published_from);
  out["origin"] = index < comparison.origin_of_source.size()
                      ? json(origin_id(comparison.origin_of_source[index]))
                      : json();
  out["warnings"] = source.warnings;
  return out;
}

json ids_of(const std::vector<std::size_t>& indices, std::string (*id)(std::size_t)) {
  json out = json::array();
  for (const std::size_t index : indices) {
    out.push_back(id(index));
  }
  return out;
}

// The fact of each claim: the first one that lists it.
std::vector<std::optional<std::size_t>> facts_of_claims(const Comparison& comparison) {
  std::vector<std::optional<std::size_t>> facts(comparison.claims.size());
  for (std::size_t i = 0; i < comparison.facts.size(); ++i) {
    for (const std::size_t claim : comparison.facts[i].claims) {
      facts[claim] = facts[claim].value_or(i);
    }
  }
  return facts;
}

json claims_of_comparison(const Comparison& comparison) {
  std::vector<Places> places;
  for (const Document& source : comparison.sources) {
    places.emplace_back(source.text);
  }
  const auto facts = facts_of_claims(comparison);
  json out = json::array();
  for (std::size_t i = 0; i < comparison.claims.size(); ++i) {
    const Claim& claim = comparison.claims[i];
    json object = {{"id", claim_id(i)}};
    object.update(claim_object(
        claim, comparison.sources[claim.source], places[claim.source], source_id(claim.source)));
    object["in_title"] = claim.in_title;
    object["fact"] = facts[i] ? json(fact_id(*facts[i])) : json();
    out.push_back(std::move(object));
  }
  return out;
}

json position_object(const Position& position, Kind kind) {
  return {{"low", end_or_null(kind, position.low)},
          {"high", end_or_null(kind, position.high)},
          {"claims", ids_of(position.claims, claim_id)},
          {"articles", position.articles},
          {"origins", position.origins},
          {"named_sources", position.named_sources}};
}

json fact_object(const Comparison& comparison, std::size_t index) {
  const Fact& fact = comparison.facts[index];
  json positions = json::array();
  for (const Position& position : fact.positions) {
    positions.push_back(position_object(position, fact.kind));
  }
  return {{"id", fact_id(index)},
          {"name", fact.name},
          {"kind", name_of(fact.kind)},
          {"story", story_id(fact.story)},
          {"verdict", name_of(fact.verdict)},
          {"claims", ids_of(fact.claims, claim_id)},
          {"positions", std::move(positions)}};
}

json finding_object(const Finding& finding) {
  return {{"id", finding_id(finding.number)},
          {"fact", fact_id(finding.fact)},
          {"a", claim_id(finding.a)},
          {"b", claim_id(finding.b)},
          {"verdict", name_of(finding.verdict)},
          {"reason", finding.reason},
          {"gap", text_or_null(finding.gap)},
          {"explain", finding.explain},
          {"link", text_or_null(finding.link)},
          {"rests_on", finding.rests_on},
          {"same_origin", finding.same_origin},
          {"confidence", finding.confidence},
          {"decision", name_of(finding.decision)},
          {"note", text_or_null(finding.note)},
          {"decided_on", text_or_null(finding.decided_on)}};
}

template <typename Rows, typename Make>
json rows_of(const Rows& rows, Make make) {
  json out = json::array();
  for (std::size_t i = 0; i < rows.size(); ++i) {
    out.push_back(make(i));
  }
  return out;
}

json gaps_of_comparison(const Comparison& comparison) {
  std::map<std::size_t, Places> places_of_source;  // of those with a gap
  json out = json::array();
  for (const Gap& gap : comparison.gaps) {
    const std::string& text = comparison.sources[gap.source].text;
    const Places& places = places_of_source.try_emplace(gap.source, text).first->second;
    out.push_back({{"source", source_id(gap.source)},
                   {"start", places.code_points_before(gap.span.begin)},
                   {"end", places.code_points_before(gap.span.end)},
                   {"quote", slice(text, gap.span)},
                   {"kind", name_of(gap.kind)}});
  }
  return out;
}

json story_object(const Story& story, std::size_t index) {
  return {
      {"id", story_id(index)}, {"name", story.name}, {"sources", ids_of(story.sources, source_id)}};
}

json comparison_object(const Comparison& comparison, const Program& program) {
  json out;
  out["tally"] = program.version;
  out["rules"] = {{"name", program.rules_name},
                  {"version", program.rules_version},
                  {"sha256", program.rules_sha256}};
  out["sources"] =
      rows_of(comparison.sources, [&](std::size_t i) { return source_object(comparison, i); });
  out["stories"] = rows_of(comparison.stories,
                           [&](std::size_t i) { return story_object(comparison.stories[i], i); });
  out["claims"] = claims_of_comparison(comparison);
  out["facts"] =
      rows_of(comparison.facts, [&](std::size_t i) { return fact_object(comparison, i); });
  out["findings"] = rows_of(comparison.findings,
                            [&](std::size_t i) { return finding_object(comparison.findings[i]); });
  out["gaps"] = gaps_of_comparison(comparison);
  out["coverage"] = {{"figures", comparison.coverage.figures},
                     {"compared", comparison.coverage.compared},
                     {"one_source", comparison.coverage.one_source},
                     {"not_understood", comparison.coverage.not_understood}};
  return out;
}

json draft_object(const DraftCheck& check) {
  const Document& draft = check.comparison.sources[check.draft];
  const Places places(draft.text);
  json figures = json::array();
  for (const DraftFigure& figure : check.figures) {
    figures.push_back({{"start", places.code_points_before(figure.span.begin)},
                       {"end", places.code_points_before(figure.span.end)},
                       {"quote", slice(draft.text, figure.span)},
                       {"mark", name_of(figure.mark)},
                       {"claim", figure.claim ? json(claim_id(*figure.claim)) : json()},
                       {"origins", figure.origins},
                       {"support", ids_of(figure.support, claim_id)},
                       {"consistent", ids_of(figure.consistent, claim_id)},
                       {"differences", ids_of(figure.differences, finding_id)},
                       {"equal_values", ids_of(figure.equal_values, claim_id)}});
  }
  return {{"source", source_id(check.draft)}, {"figures", std::move(figures)}};
}

// With line breaks, for people who look at it.
std::string pretty(const json& object) {
  return fmt::format("{}\n", object.dump(1, ' ', false, json::error_handler_t::replace));
}

}  // namespace

std::string comparison_json(const Comparison& comparison, const Program& program) {
  return pretty(comparison_object(comparison, program));
}

std::string draft_json(const DraftCheck& check, const Program& program) {
  json out = comparison_object(check.comparison, program);
  out["draft"] = draft_object(check);
  return pretty(out);
}

}  // namespace tally
