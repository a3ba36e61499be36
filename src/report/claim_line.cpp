// SPDX-License-Identifier: Apache-2.0
#include "report/claim_line.h"

#include <optional>

#include "report/json_line.h"
#include "report/quote.h"
#include "report/wording.h"

namespace tally {
namespace {

void add_end(JsonLine& out, std::string_view key, Kind kind, std::optional<double> end) {
  if (end && (kind == Kind::date || kind == Kind::time)) {
    out.text(key, end_text(kind, *end));
  } else {
    out.number_or_null(key, end);
  }
}

// Ends of a value: calendar durations in ISO 8601, everything else by its kind.
void add_end_of_value(JsonLine& out,
                      std::string_view key,
                      const Value& value,
                      std::optional<double> end,
                      const std::string& iso) {
  if (iso.empty()) {
    add_end(out, key, value.kind, end);
  } else {
    out.text(key, iso);
  }
}

void add_anchor(JsonLine& out, const TimeDetail& time) {
  if (!time.anchor) {
    out.null("anchor");
    return;
  }
  JsonLine anchor;
  anchor.text("date", iso_date(time.anchor->day));
  anchor.text("from", time.anchor->from);
  out.object("anchor", anchor);
}

void add_value(JsonLine& out, const Value& value) {
  static const TimeDetail k_no_time;
  const TimeDetail& time = value.time ? *value.time : k_no_time;
  out.text("kind", name_of(value.kind));
  add_end_of_value(out, "low", value, value.low, time.iso_low);
  add_end_of_value(out, "high", value, value.high, time.iso_high);
  out.text_or_null("unit", value.unit);
  add_end(out, "written_low", value.kind, value.written_low);
  add_end(out, "written_high", value.kind, value.written_high);
  out.text_or_null("written_unit", value.written_unit);
  out.boolean("unit_assumed", value.assumed_unit);
  out.text("modifier", name_of(value.modifier));
  out.text_or_null("change", value.change == Change::none ? "" : name_of(value.change));
  out.text_or_null("bound", value.bound == Bound::none ? "" : name_of(value.bound));
  out.number_or_null("slack", value.slack);
  out.text_or_null("timex", time.timex);
  out.text_or_null("edtf", time.edtf);
  add_anchor(out, time);
  add_end(out, "narrow_low", value.kind, time.narrow_low);
  add_end(out, "narrow_high", value.kind, time.narrow_high);
  out.text_or_null("zone", time.zone);
}

void add_place(JsonLine& out,
               const Mention& mention,
               const Document& document,
               const Places& places) {
  const Span span = shown_span(mention);
  out.integer("start", places.code_points_before(span.begin));
  out.integer("end", places.code_points_before(span.end));
  out.text("quote", slice(document.text, span));
}

// What a mention alone says of its meaning.
void add_noun(JsonLine& out,
              const std::string& subject,
              const std::string& head,
              const std::vector<std::string>& qualifiers) {
  out.text_or_null("subject", subject);
  out.text_or_null("head", head);
  out.texts("qualifiers", qualifiers);
}

}  // namespace

std::string claim_line(const Claim& claim,
                       const Document& document,
                       const Places& places,
                       std::string_view source) {
  JsonLine out;
  out.text("source", source);
  add_place(out, claim.mention, document, places);
  add_value(out, claim.mention.value);
  add_noun(out, claim.subject, claim.head, claim.qualifiers);
  out.text_or_null("predicate", claim.predicate);
  out.text_or_null("object", claim.object);
  out.text_or_null("place", claim.place);
  out.text_or_null("attribution", claim.attribution);
  out.text("stance", name_of(claim.stance));
  out.text("scope", name_of(claim.scope));
  out.text_or_null("rule", claim.rule);
  out.text_or_null("pattern", claim.mention.pattern);
  return out.written();
}

std::string claim_line(const Claim& claim, const Document& document, const Places& places) {
  return claim_line(claim, document, places, document.id);
}

std::string mention_line(const Mention& mention, const Document& document, const Places& places) {
  JsonLine out;
  out.text("source", document.id);
  add_place(out, mention, document, places);
  add_value(out, mention.value);
  add_noun(out, mention.noun.text, mention.noun.head, mention.noun.qualifiers);
  for (const char* key :
       {"predicate", "object", "place", "attribution", "stance", "scope", "rule"}) {
    out.null(key);
  }
  out.text_or_null("pattern", mention.pattern);
  return out.written();
}

}  // namespace tally
