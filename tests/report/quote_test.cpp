// SPDX-License-Identifier: Apache-2.0
#include "report/quote.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

namespace tally {
namespace {

Mention mention_at(Kind kind, Span figure, Span noun) {
  Mention mention;
  mention.span = figure;
  mention.value.kind = kind;
  mention.noun.span = noun;
  return mention;
}

Claim claim_at(std::string_view text, std::string_view quote, std::size_t from) {
  Claim claim;
  const std::size_t begin = text.find(quote, from);
  claim.mention.span = {begin, begin + quote.size()};
  claim.sentence = squeezed(text);
  return claim;
}

TEST_CASE("a count is shown with the noun phrase that follows it directly") {
  CHECK(shown_span(mention_at(Kind::count, {4, 9}, {10, 25})) == Span{4, 25});
  CHECK(shown_span(mention_at(Kind::count, {4, 9}, {14, 25})) == Span{4, 9});
  CHECK(shown_span(mention_at(Kind::count, {14, 19}, {4, 13})) == Span{14, 19});
  CHECK(shown_span(mention_at(Kind::count, {4, 9}, {})) == Span{4, 9});
  CHECK(shown_span(mention_at(Kind::money, {4, 9}, {10, 25})) == Span{4, 9});
}

TEST_CASE("nothing that could paint over a terminal stays as it is") {
  CHECK(visible("a\x1b[2Jb\x07\xC2\x9B") == "a\uFFFD[2Jb\uFFFD\uFFFD");
  CHECK(visible("x\u202Ey\u2066z") == "x\uFFFDy\uFFFDz");
  CHECK(visible("Niamey – ا 😀") == "Niamey – ا 😀");
}

TEST_CASE("an excerpt marks the right one of two equal quotes") {
  const std::string text = "Some 20 died\nand 20 others were hurt.";
  const Excerpt second = excerpt_of(claim_at(text, "20", 10), text, 80);
  CHECK(second == Excerpt{"Some 20 died and 20 others were hurt.", 17, 19});
  CHECK(excerpt_of(claim_at(text, "20", 0), text, 80).mark_begin == 5);
}

TEST_CASE("a long sentence is cut at blanks around the quote") {
  const std::string text =
      "The quay that was to be finished last spring will need 1,000 workers for another year or "
      "so.";
  const Excerpt cut = excerpt_of(claim_at(text, "1,000", 0), text, 40);
  CHECK(cut == Excerpt{"\u2026last spring will need 1,000 workers\u2026", 23, 28});
  const Excerpt head = excerpt_of(claim_at(text, "The", 0), text, 20);
  CHECK(head == Excerpt{"The quay that was\u2026", 0, 3});
}

TEST_CASE("a quote that its sentence does not hold is shown alone") {
  const std::string text = "He paid $4 million.";
  Claim claim = claim_at(text, "$4 million", 0);
  claim.sentence = "Another sentence.";
  CHECK(excerpt_of(claim, text, 80) == Excerpt{"$4 million", 0, 10});
}

Document document_of(std::string text) {
  Document document;
  document.text = std::move(text);
  return document;
}

Claim claim_in(const Document& document, std::string_view quote, std::string_view sentence) {
  Claim claim;
  const std::size_t begin = document.text.find(quote);
  claim.mention.span = {begin, begin + quote.size()};
  claim.sentence = sentence;
  return claim;
}

TEST_CASE("the text around a sentence is found through line breaks, without header and title") {
  Document document = document_of("Title: Café\n\nIt rained.\nSome 40\n men  left. It stopped.\n");
  document.skipped = {{0, 12}};
  const Surroundings around =
      surroundings_of(claim_in(document, "40", "Some 40 men left."), document);
  CHECK(around.before == "It rained.");
  CHECK(around.after == "It stopped.");
}

TEST_CASE("long text around a sentence begins with a sentence or an ellipsis") {
  const std::string words(400, 'x');
  const Document document = document_of(words + " yes. " + std::string(100, 'y') +
                                        " no. He had 7. " + std::string(90, 'z') + ". " + words);
  const Surroundings around = surroundings_of(claim_in(document, "7", "He had 7."), document);
  CHECK(around.before == fmt::format("{} no.", std::string(100, 'y')));
  CHECK(around.after == fmt::format("{}.", std::string(90, 'z')));
}

TEST_CASE("nothing surrounds a sentence that is not in the text") {
  const Document document = document_of("He had 7 cats.");
  const Surroundings around = surroundings_of(claim_in(document, "7", "She had 7 cats."), document);
  CHECK(around.before.empty());
  CHECK(around.after.empty());
}

TEST_CASE("a figure is shown in the words of its paragraph, and parts at its mark") {
  const std::string text = "First 12.\n\nThen 12 and 12/12 more.\n\nLast 12.";
  const std::size_t begin = text.find("12/12");
  const ExcerptParts parts = parts_of(excerpt_around({begin, begin + 5}, text, 80));
  CHECK(parts.before == "Then 12 and ");
  CHECK(parts.quote == "12/12");
  CHECK(parts.after == " more.");
}

}  // namespace
}  // namespace tally
