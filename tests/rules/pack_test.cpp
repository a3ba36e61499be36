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

TEST_CASE("a whole pack laid on its own copy replaces it without a fault") {
  const auto built_in = built_in_pack_files();
  std::vector<PackFile> files(built_in.begin(), built_in.end());
  const auto once = load_pack(files);
  for (PackFile file : built_in) {
    file.layer = 1;
    file.directory = "copy";
    files.push_back(std::move(file));
  }
  const auto twice = load_pack(files);
  CHECK(twice->diagnostics.empty());
  CHECK(twice->languages.at("en")->rules.size() == once->languages.at("en")->rules.size());
  CHECK(twice->languages.at("en")->values.front().source.file.starts_with("copy/en/"));
  CHECK(twice->languages.at("en")->values.front().source.layer == 1);
  CHECK(twice->layers.size() == 2);
}

TEST_CASE("a class of a stacked pack replaces the one below, or adds to it") {
  auto files = files_with(
      "[class.a]\nwords = [\"one\"]\n[[value]]\nid = \"en.a\"\nmatch = "
      "['''%{a}''']\n");
  files.push_back({.name = "en/y.toml", .layer = 1, .directory = "more"});
  const auto is_a = [&](std::string_view class_file, const std::string& word) {
    files.back().content = class_file;
    const auto pack = load_pack(files);
    CHECK(pack->diagnostics.empty());
    const Lexicon& lexicon = pack->languages.at("en")->lexicon;
    const auto tokens = lexicon.tokens_of(word, {0, word.size()});
    return Words(word, tokens, lexicon).is(0, "a");
  };
  CHECK_FALSE(is_a("[class.a]\nwords = [\"two\"]\n", "one"));
  CHECK(is_a("[class.a]\nwords = [\"two\"]\n", "two"));
  CHECK(is_a("[class.a]\nextend = true\nwords = [\"two\"]\n", "one"));
  CHECK(is_a("[class.a]\nextend = true\nwords = [\"two\"]\n", "two"));
  files.back().content = "[class.b]\nextend = true\nwords = [\"two\"]\n";
  CHECK(load_pack(files)->diagnostics.front().code == "unknown-class");
}

TEST_CASE("a stacked file needs no folder, as its rules name their language") {
  auto files = files_with("[[value]]\nid = \"en.a\"\nmatch = ['''a''']\n");
  files.push_back({.name = "mine.toml",
                   .content = "[[value]]\nid = \"en.b\"\nmatch = ['''b''']\n",
                   .layer = 1,
                   .directory = "home/desk"});
  auto pack = load_pack(files);
  CHECK(pack->languages.size() == 1);
  CHECK(pack->languages.at("en")->values.size() == 2);
  CHECK(pack->layers.at(1).name == "desk");
  files.back().name = "claims/mine.toml";
  pack = load_pack(files);
  CHECK(pack->languages.size() == 1);
  files.back().content = "[class.x]\nwords = [\"y\"]\n";
  files.back().name = "mine.toml";
  CHECK(load_pack(files)->diagnostics.front().code == "no-language");
}

TEST_CASE("a rule that is disabled is not run, and an id that no rule has is named") {
  const auto files = files_with("[[value]]\nid = \"en.a\"\nmatch = ['''a''']\n");
  const std::vector<DisabledRule> disabled = {
      {"en.a", {}, ""}, {"en.nope", {".tally.toml", 3, 12}, "disable = [\"en.nope\"]"}};
  const auto pack = load_pack(files, disabled);
  CHECK(pack->languages.at("en")->values.empty());
  REQUIRE(pack->diagnostics.size() == 1);
  CHECK(pack->diagnostics.front() ==
        Diagnostic{".tally.toml",
                   3,
                   12,
                   "unknown-rule",
                   "there is no rule 'en.nope' to disable; see tally rules list",
                   "disable = [\"en.nope\"]"});
  CHECK(pack->sha256 != load_pack(files)->sha256);
}

TEST_CASE("a rule with an unknown key is left out, as it would mean something else without it") {
  const auto pack = load_pack(files_with(
      "[[value]]\nid = \"en.a\"\nunles = [ '''x''' ]\nmatch = ['''a''']\n[[value]]\nid = "
      "\"en.b\"\nmatch = ['''b''']\n"));
  CHECK(pack->diagnostics.front().code == "unknown-key");
  CHECK(pack->diagnostics.front().source_line == "unles = [ '''x''' ]");
  CHECK(pack->languages.at("en")->values.size() == 1);
}

TEST_CASE("a fault in a pattern of several lines is shown in its own line") {
  CHECK(codes_of("[[value]]\nid = \"en.a\"\nmatch = ['''\none\n  %{nope}''']\n") ==
        Codes{"en/x.toml:5:3 unknown-class"});
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
