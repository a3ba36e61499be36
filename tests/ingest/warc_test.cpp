// SPDX-License-Identifier: Apache-2.0
#include "ingest/warc.h"

#include <sstream>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "ingest/gzip.h"
#include "ingest/read.h"
#include "ingest/shipped_layout.h"

namespace tally {
namespace {

const std::string k_page =
    "<html><head><meta charset=\"utf-8\"></head><body><h1>Quay opens in Lindal</h1><p>The quay of "
    "Lindal cost $4 million, the port said on Monday.</p></body></html>";

std::string record(const std::string& fields, const std::string& content) {
  return fmt::format(
      "WARC/1.0\r\n{}Content-Length: {}\r\n\r\n{}\r\n\r\n", fields, content.size(), content);
}

std::string response(const std::string& url, const std::string& header, const std::string& body) {
  return record(fmt::format("WARC-Type: response\r\nWARC-Target-URI: {}\r\nContent-Type: "
                            "application/http; msgtype=response\r\n",
                            url),
                "HTTP/1.1 200 OK\r\n" + header + "\r\n\r\n" + body);
}

std::vector<Document> documents_in(const std::string& bytes, Faults& faults) {
  std::istringstream in(bytes);
  std::vector<Document> documents;
  faults = read_stream(in, "a.warc", {shipped_layout()}, [&](Document document) {
    documents.push_back(std::move(document));
  });
  return documents;
}

TEST_CASE("articles come out of an archive, whatever they are packed in") {
  const std::string html = "Content-Type: text/html; charset=utf-8";
  const std::string chunked = fmt::format("{:x}\r\n{}\r\n{:x};x=y\r\n{}\r\n0\r\n\r\n",
                                          30,
                                          k_page.substr(0, 30),
                                          k_page.size() - 30,
                                          k_page.substr(30));
  const std::string latin =
      "<h1>Caf\xE9 opens in Lindal</h1><p>The caf\xE9 of Lindal cost $4 "
      "million, its owner said on Monday.</p>";
  const std::vector<std::string> records = {
      record("WARC-Type: warcinfo\r\nContent-Type: application/warc-fields\r\n", "software: x"),
      response("https://post.example/2024/04/21/plain", html, k_page),
      response("https://post.example/chunked", html + "\r\nTransfer-Encoding: chunked", chunked),
      response("https://post.example/gzip", html + "\r\nContent-Encoding: gzip", gzip(k_page)),
      response("https://post.example/latin", "Content-Type: text/html; charset=iso-8859-1", latin),
      response("https://post.example/a.png", "Content-Type: image/png", "x"),
      record("WARC-Type: conversion\r\nWARC-Target-URI: <https://post.example/text>\r\n"
             "Content-Type: text/plain\r\n",
             "Quay opens\n\nIt cost $4 million.\n"),
      response("https://post.example/none", html, "<p>Nothing.</p>"),
  };
  std::string all;
  std::string packed;
  for (const std::string& one : records) {
    all += one;
    packed += gzip(one);
  }
  for (const std::string& bytes : {all, packed, gzip(all)}) {
    Faults faults;
    const std::vector<Document> documents = documents_in(bytes, faults);
    CHECK(faults.empty());
    REQUIRE(documents.size() == 5);
    CHECK(documents[0].id == "https://post.example/2024/04/21/plain");
    CHECK(documents[0].url == documents[0].id);
    CHECK(documents[0].file == "a.warc");
    CHECK(documents[0].published == valid_day(2024, 4, 21));
    CHECK(documents[0].published_from == PublishedFrom::url);
    CHECK(documents[1].text == documents[0].text);
    CHECK(documents[2].text == documents[0].text);
    CHECK(documents[3].title == "Café opens in Lindal");
    CHECK(documents[4].id == "https://post.example/text");
    CHECK(documents[4].title == "Quay opens");
  }
}

TEST_CASE("what stands before the damage is read") {
  const std::string good = response("https://post.example/a", "Content-Type: text/html", k_page);
  Faults faults;
  CHECK(documents_in(good + good.substr(0, 200), faults).size() == 1);
  REQUIRE(faults.size() == 1);
  CHECK(faults[0] == "a.warc: record 2 ends too soon; the file is truncated");
}

}  // namespace
}  // namespace tally
