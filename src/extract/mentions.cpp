// SPDX-License-Identifier: Apache-2.0
#include "extract/mentions.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <tuple>

#include "values/discourse.h"
#include "values/reader.h"
#include "values/relation.h"

namespace tally {
namespace {

constexpr std::string_view k_name_reader = "name";

Captures captures_of(const Pattern& pattern, const Runes& runes, Range match) {
  Captures captures{.whole = match};
  for (const auto& [index, range] : pattern.captures(runes, match)) {
    const std::string& name = pattern.names()[index];
    if (!name.empty()) {
      captures.named.emplace(name, range);
    }
  }
  return captures;
}

// One sentence: which patterns may match where, and the settling of overlaps.
class SentenceReader {
 public:
  SentenceReader(const Words& words,
                 const Language& language,
                 const ReadContext& context,
                 std::size_t sentence,
                 Mentions& out)
      : words_(words), language_(language), context_(context), sentence_(sentence), out_(out) {
    for (std::size_t i = 0; i < words.size(); ++i) {
      codes_.push_back(language.lexicon.code_of(words[i]));
    }
  }

  // Calls `note` for each reading that becomes a mention.
  template <typename Note>
  void read(const Note& note);

 private:
  // One of the `match` patterns of a value, with its next match.
  struct Search {
    const Pattern* pattern = nullptr;
    Runes runes;  // the sentence in the pattern's alphabet
    std::optional<Range> match;
  };

  struct Candidate {
    const ValuePattern* pattern = nullptr;
    std::vector<Search> searches;
    const Search* best = nullptr;  // the leftmost, longest and first match; null: there is none

    const Range& range() const { return *best->match; }
    void look_from(std::size_t token);
  };

  static bool is_better(const Candidate& a, const Candidate& b) {
    const Range& left = a.range();
    const Range& right = b.range();
    if (left.begin != right.begin) {
      return left.begin < right.begin;
    }
    if (left.size() != right.size()) {
      return left.size() > right.size();
    }
    if (a.pattern->priority != b.pattern->priority) {
      return a.pattern->priority > b.pattern->priority;
    }
    return a.pattern->source.id < b.pattern->source.id;
  }

  void reject(const Candidate& candidate, std::string reason) {
    out_.rejected.push_back({.span = words_.span(candidate.range()),
                             .pattern = candidate.pattern->source.id,
                             .reason = std::move(reason)});
  }

  std::vector<Reading> readings_of(const Candidate& candidate) const {
    const Reader reader = reader_named(candidate.pattern->reader);
    return reader == nullptr
               ? std::vector<Reading>{}
               : reader(words_,
                        captures_of(
                            *candidate.best->pattern, candidate.best->runes, candidate.range()),
                        context_);
  }

  // Patterns that match somewhere, each with its first match.
  std::vector<Candidate> candidates() const;
  // Makes mentions of the readings, none of a name; the token behind the last one taken.
  std::size_t take(const Candidate& winner, std::vector<Reading> readings);
  void add(const Candidate& candidate, std::vector<Reading> readings);
  // Candidates that begin before `end` lose to the winner and look further on.
  void move_on(std::vector<Candidate>& candidates, const ValuePattern* winner, std::size_t end);

  const Words& words_;
  const Language& language_;
  const ReadContext& context_;
  std::size_t sentence_;
  Mentions& out_;
  std::vector<Code> codes_;
};

void SentenceReader::add(const Candidate& candidate, std::vector<Reading> readings) {
  const std::size_t first = out_.found.size();
  for (Reading& reading : readings) {
    out_.found.push_back({.span = words_.span(reading.range),
                          .sentence = sentence_,
                          .value = std::move(reading.value),
                          .noun = std::move(reading.noun),
                          .pattern = candidate.pattern->source.id,
                          .part = reading.part});
    if (reading.partner) {
      out_.found.back().partner = first + *reading.partner;
    }
  }
}

void SentenceReader::Candidate::look_from(std::size_t token) {
  best = nullptr;
  for (Search& search : searches) {
    if (search.match && search.match->begin < token) {
      search.match = search.pattern->find(search.runes, token);
    }
    if (!search.match) {
      continue;
    }
    const Range& range = *search.match;
    if (best == nullptr || range.begin < best->match->begin ||
        (range.begin == best->match->begin && range.size() > best->match->size())) {
      best = &search;
    }
  }
}

std::vector<SentenceReader::Candidate> SentenceReader::candidates() const {
  const std::vector<std::size_t> hits = language_.value_set.candidates(codes_);
  std::vector<Candidate> candidates;
  std::size_t number = 0;
  auto hit = hits.begin();
  for (const ValuePattern& value : language_.values) {
    Candidate candidate{.pattern = &value};
    for (; hit != hits.end() && *hit < number + value.match.size(); ++hit) {
      const Pattern& pattern = value.match[*hit - number];
      Runes runes = pattern.runes_of(codes_);
      if (auto match = pattern.find(runes, 0)) {
        candidate.searches.push_back({&pattern, std::move(runes), match});
      }
    }
    number += value.match.size();
    if (!candidate.searches.empty()) {
      candidate.look_from(0);
      candidates.push_back(std::move(candidate));
    }
  }
  return candidates;
}

std::size_t SentenceReader::take(const Candidate& winner, std::vector<Reading> readings) {
  if (winner.pattern->reader == k_name_reader) {
    reject(winner, std::string(k_rejected_as_name));
    return winner.range().end;
  }
  std::size_t end = winner.range().begin + 1;
  for (const Reading& reading : readings) {
    end = std::max(end, reading.range.end);
  }
  add(winner, std::move(readings));
  return end;
}

void SentenceReader::move_on(std::vector<Candidate>& candidates,
                             const ValuePattern* winner,
                             std::size_t end) {
  for (Candidate& candidate : candidates) {
    if (candidate.range().begin < end) {
      if (candidate.pattern != winner) {
        reject(candidate, fmt::format("lost to {}", winner->source.id));
      }
      candidate.look_from(end);
    }
  }
}

template <typename Note>
void SentenceReader::read(const Note& note) {
  std::vector<Candidate> open = candidates();
  while (!open.empty()) {
    Candidate& winner = *std::min_element(open.begin(), open.end(), is_better);
    std::vector<Reading> readings = readings_of(winner);
    if (readings.empty() && winner.pattern->reader != k_name_reader) {
      // Not a value after all: this pattern may still match one token further on.
      reject(winner, "the reader found no value in it");
      winner.look_from(winner.range().begin + 1);
    } else {
      const std::size_t first = out_.found.size();
      const std::size_t end = take(winner, std::move(readings));
      std::for_each(out_.found.begin() + static_cast<std::ptrdiff_t>(first),
                    out_.found.end(),
                    [&](const Mention& mention) { note(mention.value); });
      move_on(open, winner.pattern, end);
    }
    std::erase_if(open, [](const Candidate& candidate) { return candidate.best == nullptr; });
  }
}

// Digits that no mention and no other rejection covers: figures nobody understood.
void add_unread_figures(const Words& words,
                        Mentions& out,
                        std::size_t first_mention,
                        std::size_t first_rejected) {
  const auto covers = [](Span outer, Span inner) { return outer.overlaps(inner); };
  for (std::size_t i = 0; i < words.size(); ++i) {
    const Span span = words[i].span;
    if (!words.is(i, "digits")) {
      continue;
    }
    bool known = false;
    for (std::size_t m = first_mention; m < out.found.size(); ++m) {
      known = known || covers(out.found[m].span, span);
    }
    for (std::size_t r = first_rejected; r < out.rejected.size(); ++r) {
      known = known || covers(out.rejected[r].span, span);
    }
    if (!known) {
      out.rejected.push_back({.span = span, .pattern = "", .reason = "no pattern reads it"});
    }
  }
}

}  // namespace

Mentions mentions_of(const Document& document,
                     const std::vector<Sentence>& sentences,
                     const RulePack& pack) {
  const Language& language = pack.language_of(document);
  Mentions out;
  out.tokens.reserve(sentences.size());
  std::vector<Words> words;
  words.reserve(sentences.size());
  for (const Sentence& sentence : sentences) {
    out.tokens.push_back(language.lexicon.tokens_of(document.text, sentence.span));
    words.emplace_back(document.text, out.tokens.back(), language.lexicon);
  }
  Discourse discourse = discourse_of(document, words);
  const ReadContext context{.units = pack.units,
                            .discourse = discourse,
                            .outlet = document.outlet,
                            .concepts = pack.concepts};
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    const std::size_t first_mention = out.found.size();
    const std::size_t first_rejected = out.rejected.size();
    SentenceReader(words[i], language, context, i, out).read([&](const Value& value) {
      note_date(discourse, value);
    });
    mark_conversions(words[i], out.found, first_mention);
    inherit_nouns(words[i], out.found, first_mention);
    add_sums(words[i], pack.concepts, out.found, first_mention);
    add_unread_figures(words[i], out, first_mention, first_rejected);
  }
  settle_dollars(document.text, out.found);
  return out;
}

}  // namespace tally
