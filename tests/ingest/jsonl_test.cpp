// SPDX-License-Identifier: Apache-2.0
#include "ingest/jsonl.h"
#include "ingest/shipped_layout.h"

#include <doctest/doctest.h>

namespace tally {
namespace {

std::variant<Document, RecordFault> record(const std::string& line) {
  return document_of_record(line, "story.jsonl", "story.jsonl:3", shipped_layout());
}

TEST_CASE("a record gives a document with its metadata") {
  const auto outcome = record(
      R"({"id":"post","text":"Quay opens\nThe quay cost $4 million.","title":"Quay opens",)"
      R"("published":"2024-04-21","url":"https://post.example/1","outlet":"Post","byline":"AP",)"
      R"("language":"en","section":"news"})");
  const Document& document = std::get<Document>(outcome);
  CHECK(document.id == "post");
  CHECK(document.path == "post");
  CHECK(document.file == "story.jsonl");
  CHECK(document.outlet == "Post");
  CHECK(document.byline == "AP");
  CHECK(document.language == "en");
  CHECK(document.published == valid_day(2024, 4, 21));
  CHECK(document.published_from == PublishedFrom::record);
  REQUIRE(document.title_span.has_value());
  CHECK(slice(document.text, *document.title_span) == "Quay opens");
}

TEST_CASE("a record without an id is named by its place, a number is a fine id") {
  CHECK(std::get<Document>(record(R"({"text":"Open."})")).id == "story.jsonl:3");
  CHECK(std::get<Document>(record(R"({"id":17,"text":"Open.","published":null})")).id == "17");
}

TEST_CASE("a date that is not understood is a warning") {
  const auto outcome = record(R"({"id":"a","text":"Open.","published":"soon"})");
  CHECK(std::get<Document>(outcome).warnings.size() == 1);
  CHECK(std::get<Document>(outcome).published_from == PublishedFrom::none);
}

TEST_CASE("what is no record is a fault") {
  for (const char* line : {"{\"id\":\"a\",",
                           "[1]",
                           "\"text\"",
                           "{\"id\":\"a\"}",
                           "{\"text\":\" \\n\"}",
                           "{\"text\":5.0}x",
                           "{\"text\":\"\\ud800\"}"}) {
    CAPTURE(line);
    CHECK(std::holds_alternative<RecordFault>(record(line)));
  }
}

}  // namespace
}  // namespace tally
