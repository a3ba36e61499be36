// SPDX-License-Identifier: Apache-2.0
#include "ingest/text.h"
#include "ingest/shipped_layout.h"

#include <doctest/doctest.h>

namespace tally {
namespace {

std::string title_in(const Document& document) {
  return document.title_span ? std::string(slice(document.text, *document.title_span)) : "";
}

TEST_CASE("header lines give the metadata and are skipped, the text stays whole") {
  const std::string bytes =
      "Title: A quay for Lindal\nSource: The Lindal Post\nPublished: 2024-04-21T08:15:00Z\n"
      "URL: https://post.example/quay\nBy: Ana Reyes\n\nThe quay cost $4 million.\n";
  const Document document = document_of_text(bytes, "post.txt", shipped_layout());
  CHECK(document.text == bytes);
  CHECK(document.id == "post.txt");
  CHECK(document.title == "A quay for Lindal");
  CHECK(document.outlet == "The Lindal Post");
  CHECK(document.url == "https://post.example/quay");
  CHECK(document.byline == "Ana Reyes");
  CHECK(document.published == valid_day(2024, 4, 21));
  CHECK(document.published_time == "08:15");
  CHECK(document.published_from == PublishedFrom::header);
  REQUIRE(document.skipped.size() == 5);
  CHECK(slice(document.text, document.skipped[1]) == "Source: The Lindal Post");
  CHECK_FALSE(document.title_span.has_value());
}

TEST_CASE("the bare date line and the bare byline are headers, a sentence is not") {
  const Document dated =
      document_of_text(" date 2024-04-21 \n\n\n\nThe quay opened.\n", "a.txt", shipped_layout());
  CHECK(dated.published == valid_day(2024, 4, 21));
  CHECK(dated.published_from == PublishedFrom::header);
  CHECK(slice(dated.text, dated.skipped.at(0)) == " date 2024-04-21 ");

  const Document signed_one =
      document_of_text("By Ana Reyes\nThe quay opened.\n", "a.txt", shipped_layout());
  CHECK(signed_one.byline == "Ana Reyes");

  const Document plain =
      document_of_text("By Friday the quay was open.\n", "a.txt", shipped_layout());
  CHECK(plain.byline.empty());
  CHECK(plain.skipped.empty());
}

TEST_CASE("a header's date that is not understood is a warning") {
  const Document document =
      document_of_text("Published: last week\nThe quay opened.\n", "a.txt", shipped_layout());
  CHECK_FALSE(document.published.has_value());
  CHECK(document.published_from == PublishedFrom::none);
  REQUIRE(document.warnings.size() == 1);
  CHECK(document.warnings[0].find("last week") != std::string::npos);
}

TEST_CASE("a short first line above a blank line is the title") {
  struct Row {
    const char* text;
    const char* title;
  };
  const Row rows[] = {
      {"Quay opens in Lindal\n\nThe quay is open.", "Quay opens in Lindal"},
      {"\n  Is the quay safe?  \r\n\r\nIt is.", "Is the quay safe?"},
      {"The quay is open.\n\nIt cost $4 million.", ""},
      {"Quay opens in Lindal\nThe quay is open.", ""},
      {"Quay opens in Lindal", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const Document document = document_of_text(row.text, "a.txt", shipped_layout());
    CHECK(title_in(document) == row.title);
    CHECK(document.title == row.title);
  }
}

TEST_CASE("headers may stand below the title, and a header's title is found in the text") {
  const Document below =
      document_of_text("Quay opens\n\nBy Ana Reyes\nDate: 2024-05-01\n\nThe quay is open.\n",
                       "a.txt",
                       shipped_layout());
  CHECK(title_in(below) == "Quay opens");
  CHECK(below.byline == "Ana Reyes");
  CHECK(below.published == valid_day(2024, 5, 1));

  const Document twice =
      document_of_text("Title: Quay opens.\nQuay opens.\nIt is open.\n", "a.txt", shipped_layout());
  CHECK(title_in(twice) == "Quay opens.");
}

TEST_CASE("a dateline names the agency and, where it is full, the date") {
  const Document agency =
      document_of_text("LINDAL, Norland (AP) — The quay is open.\n", "a.txt", shipped_layout());
  CHECK(agency.byline == "AP");
  CHECK_FALSE(agency.published.has_value());

  const Document dated = document_of_text(
      "LINDAL, April 21, 2024 (Reuters) - The quay is open.\n", "a.txt", shipped_layout());
  CHECK(dated.byline == "Reuters");
  CHECK(dated.published == valid_day(2024, 4, 21));
  CHECK(dated.published_from == PublishedFrom::dateline);

  const Document none =
      document_of_text("The quay (on 21 April 2024) — a wonder.\n", "a.txt", shipped_layout());
  CHECK(none.byline.empty());
  CHECK_FALSE(none.published.has_value());
}

TEST_CASE("bytes that are no UTF-8 are read as Windows-1252 with a warning") {
  const Document document = document_of_text(
      "The caf\xE9 cost \x80"
      "4 million.\n",
      "a.txt",
      shipped_layout());
  CHECK(document.text == "The café cost €4 million.\n");
  REQUIRE(document.warnings.size() == 1);
  CHECK(document.warnings[0].find("Windows-1252") != std::string::npos);
}

TEST_CASE("a byte-order mark is part of the text and skipped") {
  const Document document =
      document_of_text("\xEF\xBB\xBFTitle: Quay\n\nIt is open.\n", "a.txt", shipped_layout());
  CHECK(document.title == "Quay");
  CHECK(document.skipped.at(0) == Span{0, 3});
}

}  // namespace
}  // namespace tally
