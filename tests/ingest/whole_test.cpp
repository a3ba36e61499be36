// SPDX-License-Identifier: Apache-2.0
#include "ingest/whole.h"

#include <random>
#include <string>
#include <variant>

#include <doctest/doctest.h>

#include "report/whole.h"
#include "store/generated.h"

using namespace tally;

namespace {

// What was read of the first source of a comparison made at random.
DocumentReading generated_reading(std::uint32_t seed) {
  Comparison made = generated_comparison(seed);
  DocumentReading reading;
  reading.story_key = "2024-W16";
  reading.document = made.sources.front();
  for (Claim& claim : made.claims) {
    if (claim.source == 0) {
      reading.claims.push_back(std::move(claim));
    }
  }
  for (const Gap& gap : made.gaps) {
    if (gap.source == 0) {
      reading.gaps.push_back(gap);
    }
  }
  reading.figures = seed;
  reading.not_understood = seed / 2;
  return reading;
}

}  // namespace

TEST_CASE("what is written as lines and read again is the same") {
  std::size_t claims = 0;
  for (std::uint32_t seed = 0; seed < 50; ++seed) {
    const DocumentReading reading = generated_reading(seed);
    const auto document = read_whole(whole_document_line(reading));
    REQUIRE(std::holds_alternative<TravellingDocument>(document));
    DocumentReading expected = reading;
    expected.claims.clear();
    CHECK((std::get<TravellingDocument>(document).reading == expected));
    CHECK(std::get<TravellingDocument>(document).claim_count == reading.claims.size());
    const Places places(reading.document.text);
    for (std::size_t i = 0; i < reading.claims.size(); ++i) {
      const auto claim =
          read_whole(whole_claim_line(reading, i, places, {reading.story_key, "count/killed"}));
      REQUIRE(std::holds_alternative<TravellingClaim>(claim));
      const auto& travelling = std::get<TravellingClaim>(claim);
      CHECK((travelling.claim == reading.claims[i]));
      CHECK(travelling.ordinal == i);
      CHECK(travelling.story_key == reading.story_key);
      CHECK(travelling.document == reading.document.id);
      CHECK(travelling.file == reading.document.file);
      CHECK(fits(travelling.claim, reading.document.text));
      ++claims;
    }
  }
  CHECK(claims > 50);
}

TEST_CASE("a line that tally did not write so is a fault") {
  struct Row {
    const char* line;
    const char* words;
  };
  for (const Row& row : {Row{"", "no JSON object"},
                         Row{"[1]", "no JSON object"},
                         Row{R"({"source": "a.txt", "quote": "3"})", "--whole"},
                         Row{R"({"source": "a.txt", "whole": {}})", "no claim"},
                         Row{R"({"document": "a.txt"})", "no article"}}) {
    const auto read = read_whole(row.line);
    REQUIRE(std::holds_alternative<WholeFault>(read));
    CHECK(std::get<WholeFault>(read).message.find(row.words) != std::string::npos);
  }
}

TEST_CASE("a damaged line is read or refused, and what is read lies in the text") {
  std::mt19937 random(7);
  std::size_t refused = 0;
  for (std::uint32_t seed = 0; seed < 20; ++seed) {
    const DocumentReading reading = generated_reading(seed);
    const std::string whole = whole_document_line(reading);
    for (int i = 0; i < 50; ++i) {
      std::string line = whole;
      line[random() % line.size()] = static_cast<char>('0' + random() % 60);
      const auto read = read_whole(line);
      if (const auto* document = std::get_if<TravellingDocument>(&read)) {
        const Document& out = document->reading.document;
        CHECK(out.title_span.value_or(Span()).end <= out.text.size());
      } else {
        ++refused;
      }
    }
  }
  CHECK(refused > 100);
}
