// SPDX-License-Identifier: Apache-2.0
#include "ingest/whole.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

namespace tally {
namespace {

using nlohmann::json;

// Takes members of an object by name and remembers whether one was missing or of another type.
class Members {
 public:
  Members(const json& object, bool& ok) : object_(&object), ok_(&ok) {
    ok = ok && object.is_object();
  }

  const json& member(const char* name) const {
    static const json nothing;
    const auto found = object_->is_object() ? object_->find(name) : object_->end();
    if (!object_->is_object() || found == object_->end()) {
      *ok_ = false;
      return nothing;
    }
    return *found;
  }
  bool has(const char* name) const { return object_->is_object() && object_->contains(name); }
  Members object(const char* name) const { return {member(name), *ok_}; }

  std::string text(const char* name) const {
    const json& value = member(name);
    return check(value.is_string()) ? value.get<std::string>() : std::string();
  }
  bool flag(const char* name) const {
    const json& value = member(name);
    return check(value.is_boolean()) && value.get<bool>();
  }
  double number(const char* name) const {
    const json& value = member(name);
    return check(value.is_number()) ? value.get<double>() : 0;
  }
  std::optional<double> maybe_number(const char* name) const {
    return member(name).is_null() ? std::nullopt : std::optional<double>(number(name));
  }
  std::size_t size(const char* name) const { return size_of(member(name)); }
  int integer(const char* name) const {
    const json& value = member(name);
    return check(value.is_number_integer()) ? value.get<int>() : 0;
  }
  template <typename Enum>
  Enum named(const char* name, std::optional<Enum> (*named_so)(std::string_view)) const {
    const auto value = named_so(text(name));
    check(value.has_value());
    return value.value_or(Enum{});
  }
  std::vector<std::string> texts(const char* name) const {
    std::vector<std::string> out;
    for (const json& each : list(name)) {
      if (check(each.is_string())) {
        out.push_back(each.get<std::string>());
      }
    }
    return out;
  }
  Span span(const char* name) const { return span_of(member(name)); }
  std::vector<Span> spans(const char* name) const {
    std::vector<Span> out;
    for (const json& each : list(name)) {
      out.push_back(span_of(each));
    }
    return out;
  }
  const json& list(const char* name) const {
    static const json empty = json::array();
    const json& value = member(name);
    return check(value.is_array()) ? value : empty;
  }
  bool check(bool holds) const {
    *ok_ = *ok_ && holds;
    return holds;
  }

 private:
  std::size_t size_of(const json& value) const {
    return check(value.is_number_unsigned()) ? value.get<std::size_t>() : 0;
  }
  Span span_of(const json& value) const {
    if (!check(value.is_array() && value.size() == 2)) {
      return {};
    }
    return {size_of(value[0]), size_of(value[1])};
  }

  const json* object_;
  bool* ok_;
};

std::optional<TimeDetail> time_of(const Members& value, bool& ok) {
  if (!value.has("time")) {
    return std::nullopt;
  }
  const Members in = value.object("time");
  TimeDetail time;
  time.timex = in.text("timex");
  time.edtf = in.text("edtf");
  time.narrow_low = in.maybe_number("narrow_low");
  time.narrow_high = in.maybe_number("narrow_high");
  time.iso_low = in.text("iso_low");
  time.iso_high = in.text("iso_high");
  time.zone = in.text("zone");
  if (in.has("anchor")) {
    const Members anchor(in.member("anchor"), ok);
    time.anchor = Anchor{anchor.integer("day"), anchor.text("from")};
  }
  return time;
}

Value value_of(const Members& in, bool& ok) {
  Value value;
  value.kind = in.named("kind", kind_named);
  value.unit = in.text("unit");
  value.low = in.maybe_number("low");
  value.high = in.maybe_number("high");
  value.modifier = in.named("modifier", modifier_named);
  value.change = in.named("change", change_named);
  value.bound = in.named("bound", bound_named);
  value.slack = in.number("slack");
  value.written_low = in.maybe_number("written_low");
  value.written_high = in.maybe_number("written_high");
  value.written_unit = in.text("written_unit");
  value.assumed_unit = in.flag("assumed_unit");
  value.time = time_of(in, ok);
  return value;
}

Mention mention_of(const Members& in, bool& ok) {
  Mention mention;
  mention.span = in.span("span");
  mention.sentence = in.size("sentence");
  mention.value = value_of(in.object("value"), ok);
  const Members noun = in.object("noun");
  mention.noun.span = noun.span("span");
  mention.noun.text = noun.text("text");
  mention.noun.head = noun.text("head");
  mention.noun.qualifiers = noun.texts("qualifiers");
  mention.pattern = in.text("pattern");
  mention.part = in.named("part", part_named);
  if (!in.member("partner").is_null()) {
    mention.partner = in.size("partner");
  }
  return mention;
}

Claim claim_of(const Members& in, bool& ok) {
  Claim claim;
  claim.mention = mention_of(in.object("mention"), ok);
  claim.quote = in.text("quote");
  claim.sentence = in.text("sentence");
  claim.in_title = in.flag("in_title");
  claim.subject = in.text("subject");
  claim.head = in.text("head");
  claim.qualifiers = in.texts("qualifiers");
  claim.predicate = in.text("predicate");
  claim.object = in.text("object");
  claim.place = in.text("place");
  claim.names = in.texts("names");
  claim.stems = in.texts("stems");
  claim.classes = in.texts("classes");
  claim.attribution = in.text("attribution");
  claim.stance = in.named("stance", stance_named);
  claim.scope = in.named("scope", scope_named);
  claim.rule = in.text("rule");
  claim.rule_rev = in.integer("rule_rev");
  return claim;
}

Document document_of(const Members& in) {
  Document document;
  document.id = in.text("document");
  document.path = in.text("path");
  document.file = in.text("file");
  document.title = in.text("title");
  document.outlet = in.text("outlet");
  document.byline = in.text("byline");
  document.url = in.text("url");
  document.language = in.text("language");
  document.text = in.text("text");
  if (!in.member("published").is_null()) {
    document.published = parse_iso_date(in.text("published"));
    in.check(document.published.has_value());
  }
  document.published_time = in.text("published_time");
  document.published_from = in.named("published_from", published_from_named);
  document.warnings = in.texts("warnings");
  document.skipped = in.spans("skipped");
  document.captions = in.spans("captions");
  if (in.has("title_span")) {
    document.title_span = in.span("title_span");
  }
  for (const Span mark : in.spans("line_marks")) {
    document.line_marks.push_back({mark.begin, mark.end});
  }
  return document;
}

std::vector<Gap> gaps_of(const Members& in, bool& ok) {
  std::vector<Gap> gaps;
  for (const json& each : in.list("gaps")) {
    const Members gap(each, ok);
    gaps.push_back({.span = gap.span("span"), .kind = gap.named("kind", gap_kind_named)});
  }
  return gaps;
}

bool is_boundary(std::string_view text, std::size_t at) {
  return at == text.size() ||
         (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U);
}

bool lies_in(Span span, std::string_view text) {
  return span.begin <= span.end && is_boundary(text, span.begin) && is_boundary(text, span.end);
}

bool lie_in(const std::vector<Span>& spans, std::string_view text) {
  return std::all_of(spans.begin(), spans.end(), [text](Span span) { return lies_in(span, text); });
}

bool fits_itself(const DocumentReading& reading) {
  const Document& document = reading.document;
  const std::string_view text = document.text;
  return lie_in(document.skipped, text) && lie_in(document.captions, text) &&
         lies_in(document.title_span.value_or(Span()), text) &&
         std::all_of(document.line_marks.begin(),
                     document.line_marks.end(),
                     [text](const LineMark& mark) { return is_boundary(text, mark.at); }) &&
         std::all_of(reading.gaps.begin(), reading.gaps.end(), [text](const Gap& gap) {
           return lies_in(gap.span, text);
         });
}

std::variant<TravellingDocument, TravellingClaim, WholeFault> document_in(const Members& in,
                                                                          bool& ok) {
  TravellingDocument travelling;
  travelling.claim_count = in.size("claims");
  DocumentReading& reading = travelling.reading;
  reading.story_key = in.text("story_key");
  reading.document = document_of(in);
  reading.gaps = gaps_of(in, ok);
  reading.figures = in.size("figures");
  reading.not_understood = in.size("not_understood");
  if (!ok || !fits_itself(reading)) {
    return WholeFault{"this line is no article as this version of tally writes it"};
  }
  return travelling;
}

}  // namespace

std::variant<TravellingDocument, TravellingClaim, WholeFault> read_whole(std::string_view line) {
  const json object = json::parse(line, nullptr, false);
  if (!object.is_object()) {
    return WholeFault{"this line is no JSON object"};
  }
  bool ok = true;
  const Members in(object, ok);
  if (in.has("document")) {
    return document_in(in, ok);
  }
  if (!in.has("whole")) {
    return WholeFault{
        "this claim holds too little to be compared; `tally extract --whole` writes "
        "all of it"};
  }
  const Members whole = in.object("whole");
  TravellingClaim travelling;
  travelling.story_key = in.text("story_key");
  travelling.document = in.text("source");
  travelling.file = whole.text("file");
  travelling.ordinal = whole.size("ordinal");
  travelling.claim = claim_of(whole, ok);
  if (!ok) {
    return WholeFault{"this line is no claim as this version of tally writes it"};
  }
  return travelling;
}

bool fits(const Claim& claim, std::string_view text) {
  return lies_in(claim.mention.span, text) && lies_in(claim.mention.noun.span, text);
}

}  // namespace tally
