// SPDX-License-Identifier: Apache-2.0
#include "store/generated.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include <fmt/format.h>

namespace tally {
namespace {

class Generator {
 public:
  explicit Generator(std::uint32_t seed) : random_(seed) {}

  Comparison comparison() {
    Comparison out;
    const std::size_t sources = 1 + below(4);
    for (std::size_t i = 0; i < sources; ++i) {
      add_source(out, i);
    }
    add_stories(out);
    for (std::size_t i = 0, facts = out.claims.empty() ? 0 : below(4); i < facts; ++i) {
      add_fact(out);
    }
    out.coverage = {below(90), below(50), below(40), below(9)};
    return out;
  }

 private:
  std::size_t below(std::size_t limit) { return random_() % limit; }
  bool coin() { return below(2) == 0; }

  // Words that a careless store would lose: quotes, backslashes, line ends, letters of 2 to 4
  // bytes.
  std::string word() {
    static const std::vector<std::string> words = {"",
                                                   "troops",
                                                   "\"so-called\"",
                                                   "back\\slash",
                                                   "two\nlines",
                                                   "it's",
                                                   "\xC3\xA9t\xC3\xA9",
                                                   "\xE2\x82\xAC",
                                                   "\xF0\x9F\x98\x80",
                                                   "a,b]",
                                                   "tab\there",
                                                   "x'); DROP TABLE claim; --"};
    return words[below(words.size())];
  }

  std::vector<std::string> some_words() {
    std::vector<std::string> out(below(4));
    std::generate(out.begin(), out.end(), [this] { return word(); });
    return out;
  }

  double number() {
    const auto digits = static_cast<double>(below(2'000'000'001)) - 1e9;
    return digits / (coin() ? 7.0 : 1.0);
  }

  std::optional<double> maybe_number() {
    return coin() ? std::optional<double>(number()) : std::nullopt;
  }

  template <typename Enum>
  Enum any_up_to(Enum last) {
    return static_cast<Enum>(below(static_cast<std::size_t>(last) + 1));
  }

  Day day() { return static_cast<Day>(below(40'000)) - 10'000; }

  std::size_t boundary_in(const std::string& text) {
    std::size_t at = below(text.size() + 1);
    while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) {
      ++at;
    }
    return at;
  }

  Span span_in(const std::string& text) {
    const auto [begin, end] = std::minmax({boundary_in(text), boundary_in(text)});
    return {begin, end};
  }

  Document document(std::size_t index) {
    Document out;
    out.id = fmt::format("source {} {}", index, word());
    out.path = word();
    out.file = word();
    out.title = word();
    out.outlet = word();
    out.byline = word();
    out.url = word();
    out.language = "en";
    for (std::size_t i = 0; i < 20; ++i) {
      out.text += word() + " ";
    }
    out.skipped = {span_in(out.text), span_in(out.text)};
    if (coin()) {
      out.title_span = span_in(out.text);
      out.captions = {span_in(out.text)};
      out.line_marks = {{0, 3}, {boundary_in(out.text), 7}};
      out.published = day();
    }
    out.published_time = coin() ? "14:30" : "";
    out.published_from = any_up_to(PublishedFrom::assumed);
    out.warnings = some_words();
    return out;
  }

  TimeDetail time() {
    TimeDetail out;
    out.timex = word();
    out.edtf = word();
    if (coin()) {
      out.anchor = Anchor{day(), "published"};
    }
    out.narrow_low = maybe_number();
    out.narrow_high = maybe_number();
    out.iso_low = word();
    out.iso_high = word();
    out.zone = word();
    return out;
  }

  Value value() {
    Value out;
    out.kind = any_up_to(Kind::other);
    out.unit = word();
    out.low = maybe_number();
    out.high = maybe_number();
    out.modifier = any_up_to(Modifier::unanchored);
    out.change = any_up_to(Change::down);
    out.bound = any_up_to(Bound::after);
    out.slack = number();
    out.written_low = maybe_number();
    out.written_high = maybe_number();
    out.written_unit = word();
    out.assumed_unit = coin();
    if (coin()) {
      out.time = time();
    }
    return out;
  }

  Mention mention(const Document& document, std::size_t sentence) {
    Mention out;
    out.span = span_in(document.text);
    out.sentence = sentence;
    out.value = value();
    out.noun = {span_in(document.text), word(), word(), some_words()};
    out.pattern = "en.money.prefix";
    out.part = any_up_to(Part::conversion);
    if (coin()) {
      out.partner = below(9);
    }
    return out;
  }

  Claim claim(const Document& document, std::size_t source, std::size_t sentence) {
    Claim out;
    out.source = source;
    out.mention = mention(document, sentence);
    out.quote = word();
    out.sentence = fmt::format("sentence {} of {}", sentence, document.id);
    out.in_title = coin();
    out.subject = word();
    out.head = word();
    out.qualifiers = some_words();
    out.predicate = word();
    out.object = word();
    out.place = word();
    out.names = some_words();
    out.stems = some_words();
    out.classes = some_words();
    out.attribution = word();
    out.stance = any_up_to(Stance::retracted);
    out.scope = any_up_to(Scope::other);
    out.rule = coin() ? "en.construction" : "generic";
    out.rule_rev = static_cast<int>(below(3));
    return out;
  }

  void add_source(Comparison& out, std::size_t index) {
    out.sources.push_back(document(index));
    out.origin_of_source.push_back(below(3));
    for (std::size_t i = 0, gaps = below(3); i < gaps; ++i) {
      const std::size_t end = out.sources.back().text.size();
      out.gaps.push_back(
          {.source = index, .span = {0, end}, .kind = any_up_to(GapKind::unclaimed)});
    }
    for (std::size_t i = 0, claims = below(5); i < claims; ++i) {
      out.claims.push_back(claim(out.sources.back(), index, i / 2));
    }
  }

  void add_stories(Comparison& out) {
    out.stories = {{word(), {}}, {word(), {}}};
    for (std::size_t i = 0; i < out.sources.size(); ++i) {
      out.stories[below(2)].sources.push_back(i);
    }
  }

  std::vector<std::size_t> some_claims(const Comparison& out) {
    std::vector<std::size_t> claims(1 + below(4));
    std::generate(claims.begin(), claims.end(), [&] { return below(out.claims.size()); });
    return claims;
  }

  void add_fact(Comparison& out) {
    Fact fact;
    fact.name = word();
    fact.kind = any_up_to(Kind::other);
    fact.story = std::max(below(2), out.facts.empty() ? 0 : out.facts.back().story);
    fact.verdict = any_up_to(Verdict::unclear);
    fact.claims = some_claims(out);
    for (std::size_t i = 0, positions = below(3); i < positions; ++i) {
      fact.positions.push_back(
          {some_claims(out), maybe_number(), maybe_number(), below(9), below(9), below(9)});
    }
    const std::size_t index = out.facts.size();
    out.facts.push_back(fact);
    for (std::size_t i = 0, findings = below(3); i < findings; ++i) {
      out.findings.push_back({index,
                              below(out.claims.size()),
                              below(out.claims.size()),
                              any_up_to(Verdict::unclear),
                              word(),
                              word(),
                              word(),
                              word(),
                              some_words(),
                              coin(),
                              number(),
                              out.findings.size()});
    }
  }

  std::mt19937 random_;
};

}  // namespace

Comparison generated_comparison(std::uint32_t seed) { return Generator(seed).comparison(); }

}  // namespace tally
