// SPDX-License-Identifier: Apache-2.0
#include "rules/pattern_set.h"

#include <doctest/doctest.h>

#include <set>
#include <string>
#include <thread>
#include <vector>

#include "rules/lexicon.h"
#include "rules/pattern.h"

namespace tally {
namespace {

// Patterns over a small lexicon, asked together and one by one.
class Patterns {
 public:
  explicit Patterns(const std::vector<std::string>& texts) {
    std::set<std::string> literals;
    for (const std::string& text : texts) {
      trees_.push_back(parse_expression(text, {}));
      collect_literals(trees_.back(), literals);
    }
    const std::vector<LexiconClass> classes = {
        {.name = "number", .entries = {{"one", ""}, {"two", ""}, {"twenty one", ""}}},
        {.name = "unit", .entries = {{"mile", ""}, {"square mile", ""}, {"light year", ""}}},
    };
    lexicon_ = Lexicon(Forms{}, classes, literals);
    std::vector<const Expression*> pointers;
    for (const Expression& tree : trees_) {
      pointers.push_back(&tree);
      patterns_.emplace_back(tree, lexicon_, false);
    }
    set_ = PatternSet(pointers, lexicon_, false);
  }

  std::vector<std::size_t> candidates(const std::string& text) const {
    return set_.candidates(codes_of(text));
  }
  // Those that RE2 finds.
  std::vector<std::size_t> matches(const std::string& text) const {
    const std::vector<Code> codes = codes_of(text);
    std::vector<std::size_t> out;
    for (std::size_t i = 0; i < patterns_.size(); ++i) {
      if (patterns_[i].find(patterns_[i].runes_of(codes), 0)) {
        out.push_back(i);
      }
    }
    return out;
  }

 private:
  std::vector<Code> codes_of(const std::string& text) const {
    std::vector<Code> codes;
    for (const Token& token : lexicon_.tokens_of(text, {0, text.size()})) {
      codes.push_back(lexicon_.code_of(token));
    }
    return codes;
  }

  std::vector<Expression> trees_;
  Lexicon lexicon_;
  std::vector<Pattern> patterns_;
  PatternSet set_;
};

using Numbers = std::vector<std::size_t>;

TEST_CASE(
    "a pattern set names the patterns that match, and not those whose words stand elsewhere") {
  const Patterns patterns({"%{number} %{unit}", "%{unit} of road", "%{number} (of the)? roads"});
  CHECK(patterns.candidates("two miles") == Numbers{});
  CHECK(patterns.candidates("it is two square mile wide") == Numbers{0});
  CHECK(patterns.candidates("a mile or two") == Numbers{});
  CHECK(patterns.candidates("one mile of road, two roads") == Numbers{0, 1, 2});
  CHECK(patterns.candidates("one of the roads") == Numbers{2});
  CHECK(patterns.candidates("one of roads") == Numbers{});
  CHECK(patterns.candidates("") == Numbers{});
}

TEST_CASE("a pattern set never misses a match") {
  const Patterns patterns({"%{number} ~- mile",
                           "a{2,3} b",
                           "a{3,} b",
                           "(one | two)+ mile",
                           "~(a? b) one",
                           "a *? b",
                           "[^one two] mile",
                           "%{number:n} (%{unit} | road){0,2} end"});
  const std::vector<std::string> words = {"one", "two", "mile", "light", "year", "-", "a", "b"};
  // Every text of up to four of the words, glued and apart.
  std::vector<std::string> texts = {""};
  std::size_t matched = 0;
  for (int length = 1; length <= 4; ++length) {
    std::vector<std::string> longer;
    for (const std::string& text : texts) {
      for (const std::string& word : words) {
        longer.push_back(text + (text.empty() || word == "-" ? "" : " ") + word);
      }
    }
    texts = longer;
    for (const std::string& text : texts) {
      const Numbers candidates = patterns.candidates(text);
      for (const std::size_t match : patterns.matches(text)) {
        ++matched;
        const bool is_named =
            std::find(candidates.begin(), candidates.end(), match) != candidates.end();
        REQUIRE_MESSAGE(is_named, text, ": pattern ", match);
      }
    }
  }
  CHECK(matched > 1000);
}

TEST_CASE("threads that ask one pattern set get the same answers") {
  const Patterns patterns({"%{number} %{unit}", "%{unit} *? %{number}"});
  const std::vector<std::string> texts = {
      "one mile", "mile by mile, one", "no figure", "two light year"};
  std::vector<Numbers> expected;
  for (const std::string& text : texts) {
    expected.push_back(patterns.candidates(text));
  }
  std::vector<std::size_t> wrong(4, 0);
  std::vector<std::thread> threads;
  for (std::size_t& count : wrong) {
    threads.emplace_back([&] {
      for (int round = 0; round < 200; ++round) {
        for (std::size_t i = 0; i < texts.size(); ++i) {
          count += patterns.candidates(texts[i]) == expected[i] ? 0U : 1U;
        }
      }
    });
  }
  for (std::thread& thread : threads) {
    thread.join();
  }
  CHECK(wrong == std::vector<std::size_t>(4, 0));
}

}  // namespace
}  // namespace tally
