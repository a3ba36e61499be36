// SPDX-License-Identifier: Apache-2.0
#include "rules/pack.h"

#include <doctest/doctest.h>

#include <fmt/format.h>

namespace tally {
namespace {

std::vector<PackFile> files_with(const std::string& content) {
  return {{.name = "pack.toml", .content = "name = \"p\"\nversion = \"1\"\n"},
          {.name = "en/x.toml", .content = content}};
}

std::vector<std::string> codes_of(const std::string& content) {
  std::vector<std::string> codes;
  const auto pack = load_pack(files_with(content));
  for (const Diagnostic& fault : pack->diagnostics) {
    codes.push_back(fmt::format("{}:{}:{} {}", fault.file, fault.line, fault.column, fault.code));
  }
  return codes;
}

using Codes = std::vector<std::string>;

TEST_CASE("the built-in pack loads without a fault") {
  const auto files = built_in_pack_files();
  const auto pack = load_pack({files.begin(), files.end()});
  for (const Diagnostic& fault : pack->diagnostics) {
    FAIL_CHECK(fmt::format(
        "{}:{}:{} {} {}", fault.file, fault.line, fault.column, fault.code, fault.message));
  }
  CHECK(pack->name == "tally");
  CHECK(pack->sha256.size() == 64);
}

TEST_CASE("faults of a rule file are named with their place, and disable that rule alone") {
  CHECK(codes_of("[class.a]\nword = [\"x\"]\n") == Codes{"en/x.toml:2:1 unknown-key"});
  CHECK(codes_of("[[value]]\nid = \"en.a\"\nreader = \"r\"\nmatch = ['''one %{nope}''']\n") ==
        Codes{"en/x.toml:4:17 unknown-class"});
  CHECK(codes_of("[class.a]\nwords = [\"x\"]\ninclude = [\"capital\", \"nope\"]\n") ==
        Codes{"en/x.toml:1:1 unknown-class"});
  CHECK(codes_of("x = \n") == Codes{"en/x.toml:1:5 bad-toml"});
  const auto pack =
      load_pack(files_with("[[value]]\nid = \"en.a\"\nmatch = ['''(''']\n[[value]]\nid = "
                           "\"en.b\"\nmatch = ['''b''']\n"));
  CHECK(pack->diagnostics.size() == 1);
  REQUIRE(pack->languages.at("en")->values.size() == 1);
  CHECK(pack->languages.at("en")->values.front().source.id == "en.b");
}

TEST_CASE("one id in two files of a pack is a fault, in a stacked pack a replacement") {
  const std::string rule = "[[value]]\nid = \"en.a\"\ntitle = \"{}\"\nmatch = ['''a''']\n";
  auto files = files_with(fmt::format(fmt::runtime(rule), "first"));
  files.push_back({.name = "en/y.toml", .content = fmt::format(fmt::runtime(rule), "second")});
  CHECK(load_pack(files)->diagnostics.front().code == "duplicate-id");
  files.back().layer = 1;
  const auto stacked = load_pack(files);
  CHECK(stacked->diagnostics.empty());
  CHECK(stacked->languages.at("en")->values.front().source.title == "second");
}

TEST_CASE("class attributes become concepts, inflections become entries") {
  const auto pack = load_pack(files_with(
      "[inflect.noun]\nforms = [[[\"y\", \"ies\"], [\"\", \"s\"]]]\nirregular = { man = \"men\" }\n"
      "[class.people]\nrole = \"head\"\ninflect = \"noun\"\nwords = [\"baby\", \"wise man\", "
      "\"girl\"]\n"
      "[class.killed]\nrole = \"predicate\"\nmoves = \"up\"\nattributes = [\"casualty\"]\nwords = "
      "[\"killed\"]\n"));
  CHECK(pack->concepts.classes.at("people").is_head);
  CHECK(pack->concepts.classes.at("killed").moves == Change::up);
  CHECK(pack->concepts.classes.at("killed").attributes.contains("casualty"));
  const std::string text = "babies wise men girls";
  const Lexicon& lexicon = pack->languages.at("en")->lexicon;
  const auto tokens = lexicon.tokens_of(text, {0, text.size()});
  const Words words(text, tokens, lexicon);
  CHECK(words.is(0, "people"));
  CHECK(words.entry_at(1, "people") == 2);
  CHECK(words.is(3, "people"));
}

TEST_CASE("a pack without a language is refused") {
  CHECK_THROWS_AS(load_pack({{.name = "pack.toml", .content = "name = \"p\"\n"}}), Error);
}

}  // namespace
}  // namespace tally
