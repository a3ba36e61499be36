// SPDX-License-Identifier: Apache-2.0
#include "report/claim_json.h"

#include <cmath>

#include <nlohmann/json.hpp>

#include "report/quote.h"
#include "report/wording.h"

namespace tally {
namespace {

using json = nlohmann::ordered_json;

constexpr double k_largest_integer = 9007199254740992;  // 2^53: exact in a double

json number_or_null(std::optional<double> number) {
  if (!number || !std::isfinite(*number)) {
    return nullptr;
  }
  const bool whole = std::floor(*number) == *number && std::abs(*number) < k_largest_integer;
  return whole ? json(static_cast<std::int64_t>(*number)) : json(*number);
}

// Ends of a value: calendar durations in ISO 8601, everything else by its kind.
json end_of_value(const Value& value, std::optional<double> end, const std::string& iso) {
  return iso.empty() ? end_or_null(value.kind, end) : json(iso);
}

json anchor_of(const TimeDetail& time) {
  if (!time.anchor) {
    return nullptr;
  }
  return {{"date", iso_date(time.anchor->day)}, {"from", time.anchor->from}};
}

void add_value(json& out, const Value& value) {
  const TimeDetail time = value.time.value_or(TimeDetail());
  out["kind"] = name_of(value.kind);
  out["low"] = end_of_value(value, value.low, time.iso_low);
  out["high"] = end_of_value(value, value.high, time.iso_high);
  out["unit"] = text_or_null(value.unit);
  out["written_low"] = end_or_null(value.kind, value.written_low);
  out["written_high"] = end_or_null(value.kind, value.written_high);
  out["written_unit"] = text_or_null(value.written_unit);
  out["unit_assumed"] = value.assumed_unit;
  out["modifier"] = name_of(value.modifier);
  out["change"] = value.change == Change::none ? json() : json(name_of(value.change));
  out["bound"] = value.bound == Bound::none ? json() : json(name_of(value.bound));
  out["slack"] = number_or_null(value.slack);
  out["timex"] = text_or_null(time.timex);
  out["edtf"] = text_or_null(time.edtf);
  out["anchor"] = anchor_of(time);
  out["narrow_low"] = end_or_null(value.kind, time.narrow_low);
  out["narrow_high"] = end_or_null(value.kind, time.narrow_high);
  out["zone"] = text_or_null(time.zone);
}

void add_place(json& out, const Mention& mention, const Document& document, const Places& places) {
  const Span span = shown_span(mention);
  out["start"] = places.code_points_before(span.begin);
  out["end"] = places.code_points_before(span.end);
  out["quote"] = slice(document.text, span);
}

void add_meaning(json& out, const Claim& claim) {
  out["subject"] = text_or_null(claim.subject);
  out["head"] = text_or_null(claim.head);
  out["qualifiers"] = claim.qualifiers;
  out["predicate"] = text_or_null(claim.predicate);
  out["object"] = text_or_null(claim.object);
  out["place"] = text_or_null(claim.place);
  out["attribution"] = text_or_null(claim.attribution);
  out["stance"] = name_of(claim.stance);
  out["scope"] = name_of(claim.scope);
  out["rule"] = text_or_null(claim.rule);
  out["pattern"] = text_or_null(claim.mention.pattern);
}

}  // namespace

json text_or_null(std::string_view text) { return text.empty() ? json() : json(text); }

json end_or_null(Kind kind, std::optional<double> end) {
  const bool has_own_form = kind == Kind::date || kind == Kind::time;
  return end && has_own_form ? json(end_text(kind, *end)) : number_or_null(end);
}

json claim_object(const Claim& claim,
                  const Document& document,
                  const Places& places,
                  const std::string& source) {
  json out;
  out["source"] = source;
  add_place(out, claim.mention, document, places);
  add_value(out, claim.mention.value);
  add_meaning(out, claim);
  return out;
}

}  // namespace tally
