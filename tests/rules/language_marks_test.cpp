// SPDX-License-Identifier: Apache-2.0
#include "rules/language_marks.h"

#include <doctest/doctest.h>

#include <string>

#include "values/reading.h"

namespace tally {
namespace {

const MarksByLanguage k_two = {
    {"en", {.names = {"english"}, .words = {"the", "of", "and"}}},
    {"fr", {.names = {"french", "fra"}, .words = {"le", "des", "l", "et"}}},
};

TEST_CASE("a language is named by its folder or another name, in any case and of any region") {
  struct Row {
    const char* name;
    const char* language;
  };
  for (const Row& row :
       {Row{"fr", "fr"}, Row{"fr-CA", "fr"}, Row{"FR_fr.UTF-8", "fr"}, Row{" English ", "en"}}) {
    INFO(row.name);
    CHECK(language_named(row.name, k_two) == row.language);
  }
  CHECK_FALSE(language_named("de", k_two).has_value());
  CHECK_FALSE(language_named("", k_two).has_value());
}

TEST_CASE("a text is in the language whose function words it has most of") {
  CHECK(language_told("The end of the road and of the line", k_two, "en") == "en");
  CHECK(language_told("Le port et l'usine des Landes", k_two, "en") == "fr");
  CHECK(language_told("The end of the road to le Port and back", k_two, "fr") == "en");
}

TEST_CASE("one function word of another language does not outweigh the usual one") {
  CHECK(language_told("Marine Le Pen, 55", k_two, "en") == "en");
  CHECK(language_told("", k_two, "en") == "en");
}

TEST_CASE("a longer text without function words is in no language") {
  std::string text;
  for (int i = 0; i < 80; ++i) {
    text += "Wort ";
  }
  CHECK_FALSE(language_told(text, k_two, "en").has_value());
  CHECK(language_told(text.substr(0, 100), k_two, "en") == "en");
}

TEST_CASE("a document is read by the language it names, else by the one its words tell") {
  Document document;
  document.text = "Le dépôt a été construit dans les années vingt et la gare aussi.";
  CHECK(shipped_pack().language_name_of(document) == "fr");
  CHECK(shipped_pack().language_of(document).name == "fr");
  document.language = "en-GB";
  CHECK(shipped_pack().language_of(document).name == "en");
  document.language = "tlh";
  CHECK(shipped_pack().language_of(document).name == "fr");
}

}  // namespace
}  // namespace tally
