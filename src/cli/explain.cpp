// SPDX-License-Identifier: Apache-2.0
// `tally explain`: what is read in a text, by which pattern and rule, and what is not and why.
#include <utility>

#include <fmt/format.h>

#include "cli/commands.h"
#include "ingest/text.h"
#include "pipeline.h"
#include "report/quote.h"
#include "report/wording.h"

namespace tally::cli {
namespace {

std::string quoted(const Document& document, Span span) {
  return fmt::format("\"{}\"", visible(squeezed(slice(document.text, span))));
}

std::string labelled(std::string_view label, std::string_view value) {
  return value.empty() ? std::string() : fmt::format("  {} {}", label, visible(value));
}

std::string claim_line_of(const Claim& claim) {
  return fmt::format("    claim  {}{}{}{}{}{}  [{} rev {}]\n",
                     claim.predicate.empty() ? "-" : claim.predicate,
                     labelled("of", claim.subject),
                     labelled("head", claim.head),
                     labelled("in", claim.place),
                     labelled("says", claim.attribution),
                     labelled("stance", name_of(claim.stance)),
                     claim.rule,
                     claim.rule_rev);
}

std::string mention_block(const Document& document,
                          const Mention& mention,
                          const std::vector<Claim>& claims) {
  const Value& value = mention.value;
  std::string out = fmt::format("  {}  {} = {}  [{}]\n",
                                quoted(document, shown_span(mention)),
                                name_of(value.kind),
                                value_text(value),
                                mention.pattern);
  if (value.time && value.time->anchor) {
    const Anchor& anchor = *value.time->anchor;
    out += fmt::format("    counted from {} ({})\n", iso_date(anchor.day), anchor.from);
  }
  for (const Claim& claim : claims) {
    out += claim.mention.span == mention.span ? claim_line_of(claim) : std::string();
  }
  return out;
}

std::string rejected_line(const Document& document, const Rejected& rejected) {
  const std::string by =
      rejected.pattern.empty() ? std::string() : fmt::format("  [{}]", rejected.pattern);
  return fmt::format("  not {}: {}{}\n", quoted(document, rejected.span), rejected.reason, by);
}

std::string sentence_block(const Document& document,
                           const Extraction& extraction,
                           std::size_t sentence) {
  const Span span = extraction.sentences[sentence].span;
  std::string out = fmt::format("{}\n", quoted(document, span));
  for (const Mention& mention : extraction.mentions) {
    out += mention.sentence == sentence ? mention_block(document, mention, extraction.claims)
                                        : std::string();
  }
  for (const Rejected& rejected : extraction.rejected) {
    out += span.contains(rejected.span) ? rejected_line(document, rejected) : std::string();
  }
  return out;
}

}  // namespace

int explain(Session& session) {
  const auto pack = ready_pack_of(session);
  Document document = document_of_text(session.options.subject, "text");
  document.skipped.clear();
  document.title_span.reset();
  apply_options(session.options, document);
  const Extraction extraction = extraction_of(document, *pack);
  for (std::size_t i = 0; i < extraction.sentences.size(); ++i) {
    session.streams.out << sentence_block(document, extraction, i);
  }
  return 0;
}

}  // namespace tally::cli
