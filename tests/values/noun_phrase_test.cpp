// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <string>

#include "values/reading.h"

namespace tally {
namespace {

const Mention& first_count(const std::vector<Mention>& mentions) {
  for (const Mention& mention : mentions) {
    if (mention.value.kind == Kind::count) {
      return mention;
    }
  }
  FAIL("no count");
  return mentions.front();
}

TEST_CASE("a count carries the noun phrase behind it and the class of its head") {
  struct Row {
    const char* text;
    const char* noun;
    const char* head;
  };
  for (const Row& row :
       {Row{"The 1,000 American troops stationed there left.", "American troops", "troops"},
        Row{"It flew 14 first-team players home.", "first-team players", "players"},
        Row{"Two of Mason's deputies resigned.", "Mason's deputies", "police"},
        Row{"Some 460 Fiat and Volvo vehicles were stolen.", "Fiat and Volvo vehicles", "vehicles"},
        Row{"The 4.3m digital and physical sales fell.", "digital and physical sales", "revenue"},
        Row{"An 11-member panel met.", "member panel", "panel"},
        Row{"One witness says it rained.", "witness", "witnesses"},
        Row{"There were 12 people working there.", "people", "people"},
        Row{"The 40 sports clubs met.", "sports clubs", "teams"}}) {
    INFO(row.text);
    const auto mentions = mentions_in(row.text);
    const Mention& count = first_count(mentions);
    CHECK(count.noun.text == row.noun);
    CHECK(count.noun.head == row.head);
  }
}

TEST_CASE("where adjectives follow their noun the head stands first") {
  struct Row {
    const char* text;
    const char* noun;
    const char* head;
  };
  for (const Row& row :
       {Row{"Les 1 000 soldats américains stationnés dans le pays partent.",
            "soldats américains",
            "troops"},
        Row{"Ils ont vu deux grandes villes dans la plaine.", "grandes villes", "villages"}}) {
    INFO(row.text);
    const auto mentions = mentions_in(row.text);
    REQUIRE_FALSE(mentions.empty());
    CHECK(first_count(mentions).noun.text == row.noun);
    CHECK(first_count(mentions).noun.head == row.head);
  }
}

}  // namespace
}  // namespace tally
