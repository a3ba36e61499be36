// SPDX-License-Identifier: Apache-2.0
#include "report/whole.h"

#include <optional>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "report/claim_line.h"

namespace tally {
namespace {

using json = nlohmann::ordered_json;

template <typename Number>
json or_null(const std::optional<Number>& number) {
  return number ? json(*number) : json();
}

json pair_of(Span span) { return json::array({span.begin, span.end}); }

json pairs_of(const std::vector<Span>& spans) {
  json out = json::array();
  for (const Span span : spans) {
    out.push_back(pair_of(span));
  }
  return out;
}

json marks_of(const std::vector<LineMark>& marks) {
  json out = json::array();
  for (const LineMark& mark : marks) {
    out.push_back(json::array({mark.at, mark.line}));
  }
  return out;
}

json time_of(const TimeDetail& time) {
  json out = {{"timex", time.timex},
              {"edtf", time.edtf},
              {"narrow_low", or_null(time.narrow_low)},
              {"narrow_high", or_null(time.narrow_high)},
              {"iso_low", time.iso_low},
              {"iso_high", time.iso_high},
              {"zone", time.zone}};
  if (time.anchor) {
    out["anchor"] = {{"day", time.anchor->day}, {"from", time.anchor->from}};
  }
  return out;
}

json value_of(const Value& value) {
  json out = {{"kind", name_of(value.kind)},
              {"unit", value.unit},
              {"low", or_null(value.low)},
              {"high", or_null(value.high)},
              {"modifier", name_of(value.modifier)},
              {"change", name_of(value.change)},
              {"bound", name_of(value.bound)},
              {"slack", value.slack},
              {"written_low", or_null(value.written_low)},
              {"written_high", or_null(value.written_high)},
              {"written_unit", value.written_unit},
              {"assumed_unit", value.assumed_unit}};
  if (value.time) {
    out["time"] = time_of(*value.time);
  }
  return out;
}

json mention_of(const Mention& mention) {
  return {{"span", pair_of(mention.span)},
          {"sentence", mention.sentence},
          {"value", value_of(mention.value)},
          {"noun",
           {{"span", pair_of(mention.noun.span)},
            {"text", mention.noun.text},
            {"head", mention.noun.head},
            {"qualifiers", mention.noun.qualifiers}}},
          {"pattern", mention.pattern},
          {"part", name_of(mention.part)},
          {"partner", or_null(mention.partner)}};
}

json whole_of(const Claim& claim, const Document& document, std::size_t ordinal) {
  return {{"file", document.file},
          {"ordinal", ordinal},
          {"mention", mention_of(claim.mention)},
          {"quote", claim.quote},
          {"sentence", claim.sentence},
          {"in_title", claim.in_title},
          {"subject", claim.subject},
          {"head", claim.head},
          {"qualifiers", claim.qualifiers},
          {"predicate", claim.predicate},
          {"object", claim.object},
          {"place", claim.place},
          {"names", claim.names},
          {"stems", claim.stems},
          {"classes", claim.classes},
          {"attribution", claim.attribution},
          {"stance", name_of(claim.stance)},
          {"scope", name_of(claim.scope)},
          {"rule", claim.rule},
          {"rule_rev", claim.rule_rev}};
}

json gaps_of(const std::vector<Gap>& gaps) {
  json out = json::array();
  for (const Gap& gap : gaps) {
    out.push_back({{"span", pair_of(gap.span)}, {"kind", name_of(gap.kind)}});
  }
  return out;
}

json document_of(const Document& document) {
  json out = {{"path", document.path},
              {"file", document.file},
              {"title", document.title},
              {"outlet", document.outlet},
              {"byline", document.byline},
              {"url", document.url},
              {"language", document.language},
              {"published", document.published ? json(iso_date(*document.published)) : json()},
              {"published_time", document.published_time},
              {"published_from", name_of(document.published_from)},
              {"warnings", document.warnings},
              {"skipped", pairs_of(document.skipped)},
              {"captions", pairs_of(document.captions)},
              {"line_marks", marks_of(document.line_marks)}};
  if (document.title_span) {
    out["title_span"] = pair_of(*document.title_span);
  }
  out["text"] = document.text;
  return out;
}

std::string line_of(const json& object) {
  return object.dump(-1, ' ', false, json::error_handler_t::replace);
}

}  // namespace

std::string whole_document_line(const DocumentReading& reading) {
  json out = {{"story_key", reading.story_key},
              {"document", reading.document.id},
              {"claims", reading.claims.size()},
              {"figures", reading.figures},
              {"not_understood", reading.not_understood},
              {"gaps", gaps_of(reading.gaps)}};
  out.update(document_of(reading.document));
  return line_of(out);
}

std::string whole_claim_line(const DocumentReading& reading,
                             std::size_t ordinal,
                             const Places& places,
                             const ClaimKeys& keys) {
  const Claim& claim = reading.claims[ordinal];
  std::string line = claim_line(claim, reading.document, places, keys);
  line.pop_back();  // the brace at its end
  return fmt::format(
      "{},\"whole\":{}}}", line, line_of(whole_of(claim, reading.document, ordinal)));
}

}  // namespace tally
