// SPDX-License-Identifier: Apache-2.0
#include "report/quote.h"

#include <doctest/doctest.h>

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

}  // namespace
}  // namespace tally
