// SPDX-License-Identifier: Apache-2.0
#include "rules/built_in.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "base/error.h"
#include "pipeline.h"
#include "rules/image.h"

namespace tally {
namespace {

std::vector<PackFile> built_in_files() {
  const auto files = built_in_pack_files();
  return {files.begin(), files.end()};
}

bool same_extraction(const std::string& text, const RulePack& a, const RulePack& b) {
  Document document{.id = "a", .text = text};
  document.published = day_of({.year = 2024, .month = 4, .day = 21});
  const Extraction left = extraction_of(document, a);
  const Extraction right = extraction_of(document, b);
  return left.claims == right.claims && left.mentions == right.mentions &&
         left.rejected == right.rejected;
}

TEST_CASE("the pack compiled when tally was built reads every example as the one from its text") {
  const auto text = load_pack(built_in_files());
  const auto ready = ready_pack(built_in_files());
  CHECK(ready->name == text->name);
  CHECK(ready->sha256 == text->sha256);
  CHECK(ready->diagnostics == text->diagnostics);
  CHECK(ready->concepts.classes == text->concepts.classes);
  const auto check = [&](const RuleSource& rule) {
    for (const Example& example : rule.examples) {
      CHECK_MESSAGE(same_extraction(example.text, *text, *ready), example.text);
    }
    for (const Reject& reject : rule.rejects) {
      CHECK_MESSAGE(same_extraction(reject.text, *text, *ready), reject.text);
    }
  };
  for (const auto& [name, language] : text->languages) {
    CHECK(ready->languages.at(name)->values.size() == language->values.size());
    for (const ValuePattern& value : language->values) {
      check(value.source);
    }
    for (const ClaimRule& rule : language->rules) {
      check(rule.source);
    }
  }
}

TEST_CASE("a pack that differs from the built-in one is loaded from its text") {
  auto files = built_in_files();
  files.front().content += "\n";
  const auto pack = ready_pack(files);
  CHECK(pack->sha256 != ready_pack(built_in_files())->sha256);
  CHECK(!pack->languages.at("en")->values.front().source.examples.empty());
}

TEST_CASE("a damaged image is refused, not read") {
  const std::string_view image = built_in_pack_image();
  CHECK_THROWS_AS(pack_of_image(image.substr(0, image.size() / 2)), Error);
  CHECK_THROWS_AS(pack_of_image(""), Error);
}

}  // namespace
}  // namespace tally
