// SPDX-License-Identifier: Apache-2.0
#include "synthetic.h"

#include <algorithm>
#include <array>
#include <random>
#include <string>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "base/civil.h"

namespace tally::bench {
namespace {

constexpr std::size_t k_claims_each = 20;  // of one document
constexpr std::size_t k_facts = 30;        // that a story has
constexpr std::size_t k_words_each = 14;   // of one sentence
constexpr std::size_t k_vocabulary = 20000;
constexpr std::size_t k_hot_share = 50;  // the largest story holds one document in so many

// What a claim can be about, in classes of the shipped pack where they exist.
struct Topic {
  Kind kind;
  std::string_view unit;
  std::string_view predicate;
  std::string_view head;
};
constexpr auto k_topics = std::to_array<Topic>({
    {Kind::count, "", "killed", "people"},
    {Kind::count, "", "injured", "people"},
    {Kind::money, "USD", "construction-cost", "buildings"},
    {Kind::date, "", "built", "bases"},
    {Kind::age, "a", "", ""},
    {Kind::length, "m", "located", ""},
    {Kind::count, "", "stationed", "troops"},
    {Kind::percent, "%", "voted", "voters"},
    {Kind::time, "", "attacked", ""},
    {Kind::date, "", "attacked", ""},
});

class Generator {
 public:
  explicit Generator(std::uint32_t seed) : random_(seed) {}

  std::size_t below(std::size_t count) { return static_cast<std::size_t>(random_()) % count; }

  // Common words are drawn more often than rare ones.
  std::string word() {
    const std::size_t most = 1 + below(k_vocabulary);
    return fmt::format("w{}", below(most));
  }

  std::string words(std::size_t count) {
    std::string out;
    for (std::size_t i = 0; i < count; ++i) {
      out += (i == 0 ? "" : " ") + word();
    }
    return out;
  }

  // Adds a story of `size` documents. `spread`: how many words of a sentence each document changes.
  void add_story(Collection& out, std::size_t size, std::size_t spread) {
    const std::size_t number = out.stories.size();
    const Day day = 19000 + static_cast<Day>(below(700));
    std::vector<std::string> sentences;
    std::vector<double> values;
    for (std::size_t i = 0; i < k_facts; ++i) {
      sentences.push_back(words(k_words_each));
      values.push_back(static_cast<double>(4 + below(5000)));
    }
    Story story{fmt::format("story {}", number), {}};
    for (std::size_t i = 0; i < size; ++i) {
      story.sources.push_back(out.documents.size());
      add_document(out, number, day + static_cast<Day>(below(5)), spread, sentences, values);
    }
    out.stories.push_back(std::move(story));
  }

 private:
  void add_document(Collection& out,
                    std::size_t story,
                    Day day,
                    std::size_t spread,
                    const std::vector<std::string>& sentences,
                    const std::vector<double>& values) {
    Document document;
    const std::size_t source = out.documents.size();
    document.id = document.path = fmt::format("d{:07}", source);
    document.title = fmt::format("Name{} {}", story, word());
    document.outlet = fmt::format("Outlet {}", below(200));
    document.published = day;
    document.published_from = PublishedFrom::record;
    for (std::size_t i = 0; i < k_claims_each; ++i) {
      const std::size_t fact = below(k_facts);
      std::string sentence = sentences[fact];
      for (std::size_t j = 0; j < spread; ++j) {
        sentence += ' ' + word();
      }
      // One document in eight says something else.
      const double value = values[fact] + (below(8) == 0 ? static_cast<double>(1 + below(9)) : 0);
      add_claim(out, document, story, fact, value, sentence);
    }
    out.documents.push_back(std::move(document));
  }

  void add_claim(Collection& out,
                 Document& document,
                 std::size_t story,
                 std::size_t fact,
                 double number,
                 const std::string& sentence) {
    const Topic& topic = k_topics[fact % k_topics.size()];
    Claim claim;
    claim.source = out.documents.size();
    Value& value = claim.mention.value;
    value.kind = topic.kind;
    value.unit = topic.unit;
    const double low = low_of(topic.kind, number, *document.published);
    value.low = value.high = value.written_low = value.written_high = low;
    if (topic.kind == Kind::date || topic.kind == Kind::time || topic.kind == Kind::duration) {
      value.time.emplace();
    }
    claim.quote = fmt::format("{}", low);
    claim.mention.span.begin = document.text.size();
    document.text += claim.quote;
    claim.mention.span.end = document.text.size();
    document.text += ' ' + sentence + ".\n";
    claim.mention.sentence = out.claims.size() % k_claims_each;
    claim.mention.pattern = "en.bench";
    claim.sentence = claim.quote + ' ' + sentence;
    claim.subject = claim.head = topic.head;
    if (topic.kind == Kind::age && below(3) != 0) {
      claim.subject = fmt::format("Anna Surname{}", fact);  // else nobody says who it is
    }
    if (topic.kind == Kind::length) {
      claim.place = fmt::format("Town{}", fact);
    }
    claim.predicate = topic.predicate;
    claim.names = {fmt::format("Name{}", story), fmt::format("Name{} {}", story, fact)};
    for (std::size_t begin = 0; begin < sentence.size();) {
      const std::size_t end = std::min(sentence.find(' ', begin), sentence.size());
      claim.stems.push_back(sentence.substr(begin, end - begin));
      begin = end + 1;
    }
    claim.attribution = below(4) == 0 ? "police" : "";
    claim.rule = below(2) == 0 ? "generic" : "en.bench";
    claim.rule_rev = claim.rule == "generic" ? 0 : 1;
    out.claims.push_back(std::move(claim));
  }

  static double low_of(Kind kind, double number, Day published) {
    switch (kind) {
      case Kind::money:
        return number * 1e5;
      case Kind::date:
        return static_cast<double>(published) - number;
      case Kind::age:
        return 18 + static_cast<double>(static_cast<std::size_t>(number) % 70);
      case Kind::time:
        return static_cast<double>(static_cast<std::size_t>(number) % 1440);
      case Kind::percent:
        return static_cast<double>(static_cast<std::size_t>(number) % 100);
      default:
        return number;
    }
  }

  std::mt19937 random_;
};

}  // namespace

Collection collection_of(std::size_t count) {
  Collection out;
  Generator generator(8);
  const std::size_t documents = std::max<std::size_t>(count / k_claims_each, 1);
  std::size_t size = std::max<std::size_t>(documents / k_hot_share, 1);
  // Stories in halves: one of 2 %, two of 1 %, four of half a per cent and so on.
  for (std::size_t times = 1; size > 8 && out.documents.size() < documents / 2; times *= 2) {
    for (std::size_t i = 0; i < times && out.documents.size() < documents / 2; ++i) {
      generator.add_story(out, size, 3);
    }
    size /= 2;
  }
  while (out.documents.size() < documents) {
    generator.add_story(out, 1 + generator.below(8), 3);
  }
  return out;
}

Collection near_copies(std::size_t documents) {
  Collection out;
  Generator(8).add_story(out, documents, 1);
  return out;
}

}  // namespace tally::bench
