// SPDX-License-Identifier: Apache-2.0
#include "report/annotation.h"

#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/digest.h"
#include "report/address.h"
#include "report/claim_line.h"
#include "report/quote.h"
#include "report/wording.h"

namespace tally {
namespace {

using json = nlohmann::ordered_json;

constexpr std::size_t k_context = 32;  // code points on either side of a quote

bool is_boundary(std::string_view text, std::size_t at) {
  return at >= text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
}

// Where the `count`-th code point before (after) byte `at` begins (ends).
std::size_t code_points_back(std::string_view text, std::size_t at, std::size_t count) {
  for (; count > 0 && at > 0; --count) {
    do {
      --at;
    } while (at > 0 && !is_boundary(text, at));
  }
  return at;
}

std::size_t code_points_on(std::string_view text, std::size_t at, std::size_t count) {
  for (; count > 0 && at < text.size(); --count) {
    do {
      ++at;
    } while (!is_boundary(text, at));
  }
  return at;
}

json selectors_of(std::string_view text, Span span, const Places& places) {
  const Span before = {code_points_back(text, span.begin, k_context), span.begin};
  const Span behind = {span.end, code_points_on(text, span.end, k_context)};
  return json::array({{{"type", "TextQuoteSelector"},
                       {"exact", slice(text, span)},
                       {"prefix", slice(text, before)},
                       {"suffix", slice(text, behind)}},
                      {{"type", "TextPositionSelector"},
                       {"start", places.code_points_before(span.begin)},
                       {"end", places.code_points_before(span.end)}}});
}

// "troops, stationed: more than 1,000".
std::string sentence_of(const Claim& claim) {
  const std::string subject = claim.subject.empty() ? claim.head : claim.subject;
  std::string about = subject;
  if (!claim.predicate.empty() && claim.predicate != subject) {
    about += (about.empty() ? "" : ", ") + claim.predicate;
  }
  const std::string value = value_text(claim.mention.value);
  return about.empty() ? value : fmt::format("{}: {}", about, value);
}

json annotation_of(const Claim& claim, const Document& document, const Places& places) {
  const std::string line = claim_line(claim, document, places);
  json text = {{"type", "TextualBody"}, {"value", sentence_of(claim)}, {"format", "text/plain"}};
  if (!document.language.empty()) {
    text["language"] = document.language;
  }
  return {{"id", fmt::format("urn:sha256:{}", hexadecimal_of(sha256_of(line)))},
          {"type", "Annotation"},
          {"motivation", "describing"},
          {"body",
           json::array(
               {text, {{"type", "TextualBody"}, {"value", line}, {"format", "application/json"}}})},
          {"target",
           {{"source", address_of(document)},
            {"selector", selectors_of(document.text, shown_span(claim.mention), places)}}}};
}

}  // namespace

std::string annotations_json(std::span<const AnnotatedSource> sources) {
  json items = json::array();
  for (const AnnotatedSource& source : sources) {
    const Places places(source.document.text);
    for (const Claim& claim : source.claims) {
      items.push_back(annotation_of(claim, source.document, places));
    }
  }
  const std::string all = items.dump(-1, ' ', false, json::error_handler_t::replace);
  const std::string id = fmt::format("urn:sha256:{}", hexadecimal_of(sha256_of(all)));
  const json collection = {{"@context", "http://www.w3.org/ns/anno.jsonld"},
                           {"id", id},
                           {"type", "AnnotationCollection"},
                           {"label", "Claims read by tally"},
                           {"total", items.size()},
                           {"first",
                            {{"id", fmt::format("{}#page", id)},
                             {"type", "AnnotationPage"},
                             {"partOf", id},
                             {"startIndex", 0},
                             {"items", items}}}};
  return fmt::format("{}\n", collection.dump(1, ' ', false, json::error_handler_t::replace));
}

}  // namespace tally
