// SPDX-License-Identifier: Apache-2.0
#include "report/annotation.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "report/address.h"

namespace tally {
namespace {

bool holds(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

Document document(const std::string& text) {
  Document made;
  made.id = made.path = "dep\xC3\xB4t 1.txt";
  made.text = text;
  return made;
}

Claim claim_on(const Document& source, const std::string& quote) {
  Claim made;
  const std::size_t at = source.text.find(quote);
  made.mention.span = {at, at + quote.size()};
  made.mention.value.kind = Kind::money;
  made.mention.value.unit = "USD";
  made.mention.value.low = made.mention.value.high = 30e6;
  made.quote = quote;
  made.subject = "depot";
  made.predicate = "cost";
  return made;
}

std::string annotated(const Document& source, const std::vector<Claim>& claims) {
  return annotations_json(std::vector<AnnotatedSource>{{source, claims}});
}

TEST_CASE("an annotation points at its quote by words and by place, in code points") {
  const std::string before(40, 'x');
  const Document source = document("\xC3\xA9" + before + " $30 million was spent.\n");
  const std::string json = annotated(source, {claim_on(source, "$30 million")});
  CHECK(holds(json, R"("exact": "$30 million")"));
  CHECK(holds(json, "\"prefix\": \"" + std::string(31, 'x') + " \""));
  CHECK(holds(json, R"("suffix": " was spent.\n")"));
  CHECK(holds(json, "\"start\": 42,"));
  CHECK(holds(json, "\"end\": 53"));
  CHECK(holds(json, R"("value": "depot, cost: 30,000,000 USD")"));
}

TEST_CASE("context is cut between characters, not inside one") {
  std::string accents;
  for (int i = 0; i < 40; ++i) {
    accents += "\xC3\xA9";
  }
  const Document source = document(accents + "$1" + accents);
  const std::string json = annotated(source, {claim_on(source, "$1")});
  CHECK(holds(json, "\"prefix\": \"" + accents.substr(0, 64) + "\""));
  CHECK(holds(json, "\"suffix\": \"" + accents.substr(0, 64) + "\""));
  CHECK_FALSE(holds(json, "\xEF\xBF\xBD"));
}

TEST_CASE("without claims there is an empty collection") {
  CHECK(holds(annotations_json({}), "\"total\": 0"));
}

TEST_CASE("a source without an address is named by its path, percent-encoded") {
  Document source = document("");
  CHECK(address_of(source) == "dep%C3%B4t%201.txt");
  source.url = "https://example.org/a?b=1";
  CHECK(address_of(source) == "https://example.org/a?b=1");
  CHECK(publisher_of(source) == source.path);
}

}  // namespace
}  // namespace tally
