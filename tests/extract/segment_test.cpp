// SPDX-License-Identifier: Apache-2.0
#include "extract/segment.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "values/reading.h"

namespace tally {
namespace {

std::vector<std::string> sentences_in(const std::string& text) {
  Document document;
  document.text = text;
  std::vector<std::string> out;
  for (const Sentence& sentence : sentences_of(document, *shipped_pack().languages.at("en"))) {
    out.emplace_back(slice(document.text, sentence.span));
  }
  return out;
}

TEST_CASE("letters whose last byte is a white space of Latin-1 stay whole") {
  using Sentences = std::vector<std::string>;
  CHECK(sentences_in("12 dead in Calà") == Sentences{"12 dead in Calà"});
  CHECK(sentences_in("12 dead on Å\n\nMore.") == Sentences{"12 dead on Å", "More."});
  CHECK(sentences_in("A book by É. Zola.") == Sentences{"A book by É. Zola."});
  CHECK(sentences_in("5 of \xE5\x90\xA0 \xC2\xA0") == Sentences{"5 of \xE5\x90\xA0"});
}

}  // namespace
}  // namespace tally
