// SPDX-License-Identifier: Apache-2.0
#include "store/rows.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/civil.h"
#include "model/mention.h"
#include "store/database.h"
#include "store/lists.h"

namespace tally {

const std::string_view k_document_columns =
    "source, path, file, title, outlet, byline, url, language, text, published, published_time, "
    "published_from, skipped, title_begin, title_end, captions, warnings, line_marks";

const std::string_view k_claim_columns =
    "begin_char, end_char, quote, kind, unit, low, high, modifier, change, bound, slack, "
    "written_low, written_high, written_unit, assumed_unit, "
    "timex, edtf, anchor_day, anchor_from, narrow_low, narrow_high, iso_low, iso_high, zone, "
    "noun_begin, noun_end, noun_text, noun_head, noun_qualifiers, pattern, part, partner, "
    "subject, head, qualifiers, predicate, object, place, names, stems, classes, attribution, "
    "stance, "
    "scope, in_title";

namespace {

std::int64_t integer(std::size_t number) { return static_cast<std::int64_t>(number); }

std::size_t take_size(Statement& statement) {
  return static_cast<std::size_t>(statement.take_integer());
}

Span take_span(Statement& statement) {
  const std::size_t begin = take_size(statement);
  return {begin, take_size(statement)};
}

void put_span(Statement& statement, Span span) {
  statement.put_integer(integer(span.begin)).put_integer(integer(span.end));
}

std::string code_points_json(const std::vector<Span>& spans, const Offsets& offsets) {
  std::vector<Span> out;
  out.reserve(spans.size());
  for (const Span span : spans) {
    out.push_back(offsets.code_points_of(span));
  }
  return json_of(out);
}

std::vector<Span> take_spans(Statement& statement, const Offsets& offsets) {
  std::vector<Span> spans = spans_of_json(statement.take_text());
  for (Span& span : spans) {
    span = offsets.bytes_of(span);
  }
  return spans;
}

// [[0,12],[240,15]]: the code point from which on the text stands on that line.
std::string line_marks_json(const std::vector<LineMark>& marks, const Offsets& offsets) {
  std::vector<Span> pairs;
  pairs.reserve(marks.size());
  for (const LineMark& mark : marks) {
    pairs.push_back({offsets.code_points_before(mark.at), mark.line});
  }
  return json_of(pairs);
}

std::vector<LineMark> take_line_marks(Statement& statement, const Offsets& offsets) {
  std::vector<LineMark> marks;
  for (const Span pair : spans_of_json(statement.take_text())) {
    marks.push_back({offsets.byte_of(pair.begin), pair.end});
  }
  return marks;
}

// An unknown name can only come from a hand that edited the database; it reads as the default.
template <typename Enum>
Enum take_named(Statement& statement, std::optional<Enum> (*named)(std::string_view)) {
  return named(statement.take_text()).value_or(Enum{});
}

constexpr int k_time_columns = 9;

void put_time(Statement& statement, const std::optional<TimeDetail>& time) {
  if (!time) {
    for (int i = 0; i < k_time_columns; ++i) {
      statement.put_null();
    }
    return;
  }
  statement.put_view(time->timex).put_view(time->edtf);
  if (time->anchor) {
    statement.put_integer(time->anchor->day).put_view(time->anchor->from);
  } else {
    statement.put_null().put_null();
  }
  statement.put(time->narrow_low).put(time->narrow_high);
  statement.put_view(time->iso_low).put_view(time->iso_high).put_view(time->zone);
}

std::optional<TimeDetail> take_time(Statement& statement) {
  const bool is_absent = statement.next_is_null();
  TimeDetail time;
  time.timex = statement.take_text();
  time.edtf = statement.take_text();
  const bool is_anchored = !statement.next_is_null();
  Anchor anchor;
  anchor.day = static_cast<Day>(statement.take_integer());
  anchor.from = statement.take_text();
  if (is_anchored) {
    time.anchor = anchor;
  }
  time.narrow_low = statement.take_optional_real();
  time.narrow_high = statement.take_optional_real();
  time.iso_low = statement.take_text();
  time.iso_high = statement.take_text();
  time.zone = statement.take_text();
  return is_absent ? std::nullopt : std::optional<TimeDetail>(time);
}

void put_value(Statement& statement, const Value& value) {
  statement.put_view(name_of(value.kind)).put_view(value.unit).put(value.low).put(value.high);
  statement.put_view(name_of(value.modifier))
      .put_view(name_of(value.change))
      .put_view(name_of(value.bound));
  statement.put(value.slack).put(value.written_low).put(value.written_high);
  statement.put_view(value.written_unit).put_integer(value.assumed_unit ? 1 : 0);
  put_time(statement, value.time);
}

Value take_value(Statement& statement) {
  Value value;
  value.kind = take_named(statement, kind_named);
  value.unit = statement.take_text();
  value.low = statement.take_optional_real();
  value.high = statement.take_optional_real();
  value.modifier = take_named(statement, modifier_named);
  value.change = take_named(statement, change_named);
  value.bound = take_named(statement, bound_named);
  value.slack = statement.take_real();
  value.written_low = statement.take_optional_real();
  value.written_high = statement.take_optional_real();
  value.written_unit = statement.take_text();
  value.assumed_unit = statement.take_integer() != 0;
  value.time = take_time(statement);
  return value;
}

void put_noun(Statement& statement, const NounPhrase& noun, const Offsets& offsets) {
  put_span(statement, offsets.code_points_of(noun.span));
  statement.put_view(noun.text).put_view(noun.head).put(json_of(noun.qualifiers));
}

NounPhrase take_noun(Statement& statement, const Offsets& offsets) {
  NounPhrase noun;
  noun.span = offsets.bytes_of(take_span(statement));
  noun.text = statement.take_text();
  noun.head = statement.take_text();
  noun.qualifiers = words_of_json(statement.take_text());
  return noun;
}

}  // namespace

void put_document(Statement& statement, const Document& document, const Offsets& offsets) {
  statement.put_view(document.id)
      .put_view(document.path)
      .put_view(document.file)
      .put_view(document.title);
  statement.put_view(document.outlet)
      .put_view(document.byline)
      .put_view(document.url)
      .put_view(document.language);
  statement.put_view(document.text);
  if (document.published) {
    statement.put(iso_date(*document.published));
  } else {
    statement.put_null();
  }
  statement.put_view(document.published_time).put_view(name_of(document.published_from));
  statement.put(code_points_json(document.skipped, offsets));
  if (document.title_span) {
    put_span(statement, offsets.code_points_of(*document.title_span));
  } else {
    statement.put_null().put_null();
  }
  statement.put(code_points_json(document.captions, offsets)).put(json_of(document.warnings));
  statement.put(line_marks_json(document.line_marks, offsets));
}

Document take_document(Statement& statement) {
  Document document;
  document.id = statement.take_text();
  document.path = statement.take_text();
  document.file = statement.take_text();
  document.title = statement.take_text();
  document.outlet = statement.take_text();
  document.byline = statement.take_text();
  document.url = statement.take_text();
  document.language = statement.take_text();
  document.text = statement.take_text();
  const Offsets offsets(document.text);
  document.published = parse_iso_date(statement.take_text());
  document.published_time = statement.take_text();
  document.published_from = take_named(statement, published_from_named);
  document.skipped = take_spans(statement, offsets);
  const bool has_title_span = !statement.next_is_null();
  const Span title = offsets.bytes_of(take_span(statement));
  if (has_title_span) {
    document.title_span = title;
  }
  document.captions = take_spans(statement, offsets);
  document.warnings = words_of_json(statement.take_text());
  document.line_marks = take_line_marks(statement, offsets);
  return document;
}

void put_claim(Statement& statement, const Claim& claim, const Offsets& offsets) {
  const Mention& mention = claim.mention;
  put_span(statement, offsets.code_points_of(mention.span));
  statement.put_view(claim.quote);
  put_value(statement, mention.value);
  put_noun(statement, mention.noun, offsets);
  statement.put_view(mention.pattern).put_view(name_of(mention.part));
  if (mention.partner) {
    statement.put_integer(integer(*mention.partner));
  } else {
    statement.put_null();
  }
  statement.put_view(claim.subject).put_view(claim.head).put(json_of(claim.qualifiers));
  statement.put_view(claim.predicate).put_view(claim.object).put_view(claim.place);
  statement.put(json_of(claim.names)).put(json_of(claim.stems)).put(json_of(claim.classes));
  statement.put_view(claim.attribution);
  statement.put_view(name_of(claim.stance)).put_view(name_of(claim.scope));
  statement.put_integer(claim.in_title ? 1 : 0);
}

Claim take_claim(Statement& statement, const Offsets& offsets) {
  Claim claim;
  Mention& mention = claim.mention;
  mention.span = offsets.bytes_of(take_span(statement));
  claim.quote = statement.take_text();
  mention.value = take_value(statement);
  mention.noun = take_noun(statement, offsets);
  mention.pattern = statement.take_text();
  mention.part = take_named(statement, part_named);
  const bool has_partner = !statement.next_is_null();
  const std::size_t partner = take_size(statement);
  if (has_partner) {
    mention.partner = partner;
  }
  claim.subject = statement.take_text();
  claim.head = statement.take_text();
  claim.qualifiers = words_of_json(statement.take_text());
  claim.predicate = statement.take_text();
  claim.object = statement.take_text();
  claim.place = statement.take_text();
  claim.names = words_of_json(statement.take_text());
  claim.stems = words_of_json(statement.take_text());
  claim.classes = words_of_json(statement.take_text());
  claim.attribution = statement.take_text();
  claim.stance = take_named(statement, stance_named);
  claim.scope = take_named(statement, scope_named);
  claim.in_title = statement.take_integer() != 0;
  return claim;
}

}  // namespace tally
