// SPDX-License-Identifier: Apache-2.0
// `tally explain`: the tokens of a text with their classes, what is read in it, by which pattern
// and rule, what is not and why, and which rules nearly made a claim.
#include <algorithm>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/workshop.h"
#include "ingest/text.h"
#include "report/quote.h"
#include "report/wording.h"
#include "trace.h"
#include "view.h"

namespace tally::cli {
namespace {

constexpr std::size_t k_word_width = 14;
constexpr std::size_t k_most_misses = 4;  // of a sentence

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

// Each token with its shape and its classes, words that patterns name left out.
std::string tokens_block(const DocumentView& view,
                         const SentenceView& sentence,
                         const Lexicon& lexicon) {
  std::string out;
  for (const Token& token : sentence.tokens) {
    std::string classes;
    for (const std::string& name : lexicon.classes_of(token)) {
      if (!name.starts_with('=')) {
        classes += fmt::format(" {}", name);
      }
    }
    const std::string word = visible(slice(view.document.text, token.span));
    const std::size_t blanks = k_word_width - std::min(k_word_width, code_points_in(word));
    out += fmt::format("    {}{}{}\n", word, std::string(blanks, ' '), classes);
  }
  return out;
}

std::string near_miss_line(const Document& document, const NearMiss& miss) {
  return fmt::format("  nearly {} ({}:{}): matched {}, {}\n",
                     miss.rule,
                     miss.place.file,
                     miss.place.line,
                     quoted(document, miss.span),
                     visible(miss.reason));
}

std::string sentence_block(const DocumentView& view, std::size_t number, const Lexicon& lexicon) {
  const SentenceView& sentence = view.sentences[number];
  const Span span = sentence.span;
  std::string out = fmt::format("{}\n", quoted(view.document, span));
  out += tokens_block(view, sentence, lexicon);
  for (const Mention& mention : view.mentions) {
    out += mention.sentence == number ? mention_block(view.document, mention, view.claims)
                                      : std::string();
  }
  for (const Rejected& rejected : view.rejected) {
    out += span.contains(rejected.span) ? rejected_line(view.document, rejected) : std::string();
  }
  return out;
}

}  // namespace

int explain(Session& session) {
  const Workshop shop = sound_workshop_of(session);
  Document document = document_of_text(session.options.subject, "text", shop.pack->layout);
  document.skipped.clear();
  document.title_span.reset();
  apply_options(session.options, document);
  if (!set_language(session, *shop.pack, document)) {
    return 0;
  }
  const DocumentView view = view_of(std::move(document), *shop.pack);
  const Lexicon& lexicon = shop.pack->language_of(view.document).lexicon;
  const std::vector<NearMiss> misses = near_misses(view, shop.book, *shop.pack, k_most_misses);
  for (std::size_t i = 0; i < view.sentences.size(); ++i) {
    session.streams.out << sentence_block(view, i, lexicon);
    for (const NearMiss& miss : misses) {
      if (miss.sentence == i) {
        session.streams.out << near_miss_line(view.document, miss);
      }
    }
  }
  return 0;
}

}  // namespace tally::cli
