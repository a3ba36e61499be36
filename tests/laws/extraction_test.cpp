// SPDX-License-Identifier: Apache-2.0
// What always holds of the figures and claims of one article.
#include <string>

#include <doctest/doctest.h>
#include <rapidcheck.h>
#include <nlohmann/json.hpp>

#include "laws/article.h"
#include "laws/law.h"
#include "pipeline.h"
#include "report/claim_line.h"
#include "values/reading.h"

namespace tally::laws {
namespace {

bool is_boundary(std::string_view text, std::size_t at) {
  return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
}

void check_span(std::string_view text, Span span) {
  RC_ASSERT(span.begin < span.end);
  RC_ASSERT(span.end <= text.size());
  RC_ASSERT(is_boundary(text, span.begin));
  RC_ASSERT(is_boundary(text, span.end));
}

// `text` from one code point to another, as Python slices it.
std::string sliced(std::string_view text, std::size_t begin, std::size_t end) {
  std::string out;
  std::size_t number = 0;
  for (std::size_t at = 0; at < text.size(); ++number) {
    const CodePoint point = code_point_at(text, at);
    if (number >= begin && number < end) {
      out += text.substr(at, point.length);
    }
    at += point.length;
  }
  return out;
}

TEST_CASE("law: sentences, figures and claims lie in the text, in order, and slice to the quote") {
  check_law("spans", [] {
    const Document document = *any_article();
    const Extraction extraction = extraction_of(document, shipped_pack());
    std::size_t end = 0;
    for (const Sentence& sentence : extraction.sentences) {
      check_span(document.text, sentence.span);
      RC_ASSERT(sentence.span.begin >= end);
      end = sentence.span.end;
    }
    for (const Mention& mention : extraction.mentions) {
      check_span(document.text, mention.span);
      RC_ASSERT(mention.sentence < extraction.sentences.size());
      RC_ASSERT(extraction.sentences[mention.sentence].span.contains(mention.span));
      RC_ASSERT(!mention.partner || *mention.partner < extraction.mentions.size());
      const Value& value = mention.value;
      RC_ASSERT(!value.low || !value.high || *value.low <= *value.high);
      RC_ASSERT(value.slack >= 0);
    }
    for (const Claim& claim : extraction.claims) {
      RC_ASSERT(claim.quote == slice(document.text, claim.mention.span));
    }
    for (const Rejected& rejected : extraction.rejected) {
      check_span(document.text, rejected.span);
    }
  });
}

TEST_CASE("law: the code points in JSON slice to the quote in JSON") {
  check_law("code points", [] {
    const Document document = *any_article();
    const Places places(document.text);
    for (const Claim& claim : extraction_of(document, shipped_pack()).claims) {
      const auto line = nlohmann::json::parse(claim_line(claim, document, places));
      RC_ASSERT(line["quote"].get<std::string>() ==
                sliced(document.text, line["start"], line["end"]));
    }
  });
}

TEST_CASE("law: the same article yields the same, each time") {
  check_law("again", [] {
    const Document document = *any_article();
    const Extraction once = extraction_of(document, shipped_pack());
    const Extraction again = extraction_of(document, shipped_pack());
    RC_ASSERT(once.mentions == again.mentions);
    RC_ASSERT(once.claims == again.claims);
    RC_ASSERT(once.rejected == again.rejected);
  });
}

TEST_CASE("law: what other documents say changes no claim of a document") {
  check_law("alone", [] {
    const std::vector<Document> documents = *story();
    const Comparison comparison = comparison_of(documents, shipped_pack(), true);
    for (std::size_t i = 0; i < documents.size(); ++i) {
      std::vector<Claim> among_others;
      for (Claim claim : comparison.claims) {
        if (claim.source == i) {
          claim.source = 0;
          among_others.push_back(std::move(claim));
        }
      }
      RC_ASSERT(among_others == extraction_of(documents[i], shipped_pack()).claims);
    }
  });
}

}  // namespace
}  // namespace tally::laws
