// SPDX-License-Identifier: Apache-2.0
#include "cli/in_order.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <string>
#include <thread>

#include "base/error.h"
#include "model/document.h"

namespace tally::cli {
namespace {

Document document_of(std::size_t number) {
  Document document;
  document.id = std::to_string(number);
  return document;
}

// Every third document takes longer, so that those behind it are done first.
std::string slow_id(const Document& document) {
  if (std::stoul(document.id) % 3 == 0) {
    std::this_thread::sleep_for(std::chrono::microseconds(300));
  }
  return document.id + "\n";
}

TEST_CASE("results come in the order of the documents, however many threads there are") {
  std::string expected;
  for (std::size_t i = 0; i < 200; ++i) {
    expected += std::to_string(i) + "\n";
  }
  for (const std::size_t threads : {1U, 2U, 5U}) {
    std::string out;
    InOrder<Document, std::string> documents(
        threads, slow_id, [&](const std::string& result) { out += result; });
    for (std::size_t i = 0; i < 200; ++i) {
      documents.add(document_of(i));
    }
    documents.finish();
    CHECK(out == expected);
  }
}

TEST_CASE("the number of open documents does not grow with their number") {
  std::size_t delivered = 0;
  std::size_t most_open = 0;
  InOrder<Document, std::string> documents(2, slow_id, [&](const std::string&) { ++delivered; });
  for (std::size_t i = 0; i < 500; ++i) {
    documents.add(document_of(i));
    most_open = std::max(most_open, i + 1 - delivered);
  }
  documents.finish();
  CHECK(delivered == 500);
  CHECK(most_open <= 64);
}

TEST_CASE("what a thread throws is thrown again where the result was due") {
  std::size_t delivered = 0;
  InOrder<Document, std::string> documents(
      3,
      [](const Document& document) -> std::string {
        if (document.id == "7") {
          throw Error("seven");
        }
        return {};
      },
      [&](const std::string&) { ++delivered; });
  CHECK_THROWS_AS(
      [&] {
        for (std::size_t i = 0; i < 20; ++i) {
          documents.add(document_of(i));
        }
        documents.finish();
      }(),
      Error);
  CHECK(delivered == 7);
}

TEST_CASE("documents that nobody waits for are dropped without harm") {
  InOrder<Document, std::string> documents(2, slow_id, [](const std::string&) {});
  documents.add(document_of(0));
  documents.add(document_of(1));
}

}  // namespace
}  // namespace tally::cli
