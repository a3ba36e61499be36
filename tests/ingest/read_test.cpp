// SPDX-License-Identifier: Apache-2.0
#include "ingest/read.h"

#include <filesystem>
#include <fstream>
#include <sstream>

#include <doctest/doctest.h>

#include "folder.h"
#include "ingest/shipped_layout.h"

namespace tally {
namespace {

namespace fs = std::filesystem;

struct Outcome {
  std::vector<Document> documents;
  Faults faults;
};

Outcome outcome_of(const std::string& path, std::optional<InputType> type = std::nullopt) {
  Outcome outcome;
  outcome.faults = read_file(path, {shipped_layout(), type}, [&outcome](Document document) {
    outcome.documents.push_back(std::move(document));
  });
  return outcome;
}

TEST_CASE("a file is read by its name, or as it is told") {
  const Folder folder;
  const std::string line = "{\"id\":\"a\",\"text\":\"Open.\"}\n";
  CHECK(outcome_of(folder.file("a.txt", "Open.\n")).documents.at(0).text == "Open.\n");
  CHECK(outcome_of(folder.file("a.md", "*Open.*\n")).documents.at(0).text == "Open.");
  CHECK(outcome_of(folder.file("a.jsonl", line)).documents.at(0).id == "a");
  CHECK(outcome_of(folder.file("b.txt", line), InputType::records).documents.at(0).id == "a");
}

TEST_CASE("a file that cannot be read is a fault that names it and the reason") {
  const Folder folder;
  struct Row {
    std::string path;
    const char* reason;
  };
  const Row rows[] = {
      {(folder.path() / "none.txt").string(), "no such file"},
      {folder.path().string(), "directory"},
      {folder.file("empty.txt", ""), "empty file"},
      {folder.file("blank.txt", " \n\n"), "empty file"},
      {folder.file("empty.jsonl", "\n"), "empty file"},
      {folder.file("picture.txt", std::string("\x89PNG\0\0\0", 7)), "binary"},
      {folder.file("noise.txt", "\x01\x02\x03\x04 text"), "binary"},
      {folder.file("page.html", "<p>Open.</p>"), "no article"},
      {folder.file("page.pdf", "%PDF-1.4 and so on"), ".pdf"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.path);
    const Outcome outcome = outcome_of(row.path);
    CHECK(outcome.documents.empty());
    REQUIRE(outcome.faults.size() == 1);
    CHECK(outcome.faults[0].starts_with(row.path));
    CHECK(outcome.faults[0].find(row.reason) != std::string::npos);
  }
}

TEST_CASE("a directory stands for the files below it of types that are read, in order") {
  const Folder folder;
  fs::create_directories(folder.name("b/c"));
  fs::create_directories(folder.name(".git"));
  for (const char* name : {"b/c/z.txt.gz",
                           "a.html",
                           "b/a.md",
                           "b/x.pdf",
                           "notes",
                           "README.md",
                           ".hidden.txt",
                           ".git/a.txt",
                           "w.warc",
                           "r.JSONL"}) {
    folder.file(name, "x");
  }
  fs::create_directory_symlink(folder.path(), folder.name("loop"));
  std::vector<std::string> names;
  for (const std::string& file : files_of(folder.path().string())) {
    names.push_back(fs::path(file).lexically_relative(folder.path()).string());
  }
  CHECK(names == std::vector<std::string>{"a.html", "b/a.md", "b/c/z.txt.gz", "r.JSONL", "w.warc"});
  CHECK(files_of(folder.name("notes")) == std::vector<std::string>{folder.name("notes")});
  CHECK(files_of(folder.name("none")) == std::vector<std::string>{folder.name("none")});
}

TEST_CASE("without a name that tells, the first bytes do") {
  struct Row {
    const char* bytes;
    InputType type;
  };
  const Row rows[] = {
      {"WARC/1.0\r\n", InputType::warc},
      {" <!DOCTYPE html><p>", InputType::html},
      {"<HTML><p>", InputType::html},
      {"<?xml version=\"1.0\"?><!DOCTYPE html><html>", InputType::html},
      {"{\"text\": \"a\"}", InputType::records},
      {"The quay is open.", InputType::text},
      {"{The quay} is open.", InputType::text},
      {"", InputType::text},
  };
  for (const Row& row : rows) {
    CAPTURE(row.bytes);
    CHECK(type_by_bytes(row.bytes) == row.type);
  }
  CHECK(type_by_name("a/b.HTML.gz") == InputType::html);
  CHECK_FALSE(type_by_name("a.html/b").has_value());
}

TEST_CASE("a malformed line is named by its number and the rest is read") {
  std::istringstream in(
      "{\"id\":\"a\",\"text\":\"One.\"}\n\n{\"id\":\n{\"id\":\"b\",\"text\":\"Two.\"}");
  std::vector<std::string> ids;
  const Faults faults = read_stream(
      in, "-", {shipped_layout(), InputType::records}, [&ids](const Document& document) {
        ids.push_back(document.id);
      });
  CHECK(ids == std::vector<std::string>{"a", "b"});
  CHECK(faults == Faults{"-:3: this line is not JSON; it goes wrong at column 7"});
}

}  // namespace
}  // namespace tally
