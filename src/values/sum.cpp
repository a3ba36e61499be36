// SPDX-License-Identifier: Apache-2.0
// Sums of persons in one noun phrase.
#include <optional>
#include <string>
#include <string_view>

#include "rules/lexicon.h"
#include "values/noun_phrase.h"
#include "values/relation.h"

namespace tally {
namespace {

std::size_t token_from(const Words& words, std::size_t byte) {
  std::size_t i = 0;
  while (i < words.size() && words[i].span.begin < byte) {
    ++i;
  }
  return i;
}

// Finds the parts of the sums of one sentence.
class Adder {
 public:
  Adder(const Words& words, const Concepts& concepts, std::vector<Mention>& mentions)
      : words_(words), concepts_(concepts), mentions_(mentions) {}

  void run(std::size_t first) {
    for (std::size_t i = first; i < mentions_.size(); ++i) {
      if (is_part(mentions_[i])) {
        i = add_from(i);
      }
    }
  }

 private:
  const Words& words_;
  const Concepts& concepts_;
  std::vector<Mention>& mentions_;

  bool is_part(const Mention& mention) const {
    const Value& value = mention.value;
    return value.kind == Kind::count && mention.part == Part::whole && value.low && value.high &&
           *value.low > 0 && mention.noun.span.size() > 0 && counts_persons(mention.noun);
  }

  bool counts_persons(const NounPhrase& noun) const {
    return !person_class_of(noun.head, concepts_).empty();
  }

  static std::size_t end_of(const Mention& mention) {
    return std::max(mention.span.end, mention.noun.span.end);
  }

  // A person without a number from token `at`: "a man", "an elderly woman".
  std::optional<Mention> lone_person_at(std::size_t at, const Mention& like) const {
    if (!words_.is(at, "one_word")) {
      return std::nullopt;
    }
    const auto noun = noun_phrase_at(words_, at + 1, Plurality::one, concepts_);
    if (!noun || !counts_persons(noun->noun)) {
      return std::nullopt;
    }
    Mention out;
    out.span = words_.span(Range{at, at + 1});
    out.sentence = like.sentence;
    out.value.kind = Kind::count;
    out.value.low = out.value.high = out.value.written_low = out.value.written_high = 1;
    out.value.slack = 0.5;
    out.noun = noun->noun;
    out.pattern = like.pattern;
    return out;
  }

  // "a man and" right before the mention.
  std::optional<Mention> lone_person_before(const Mention& mention) const {
    constexpr std::size_t k_reach = 4;
    const std::size_t joiner = token_from(words_, mention.span.begin);
    if (joiner == 0 || !words_.is(joiner - 1, "sum_joiner")) {
      return std::nullopt;
    }
    for (std::size_t back = 2; back <= k_reach && back < joiner; ++back) {
      auto lone = lone_person_at(joiner - 1 - back, mention);
      if (lone && token_from(words_, lone->noun.span.end) == joiner - 1) {
        return lone;
      }
    }
    return std::nullopt;
  }

  std::size_t add_from(std::size_t i) {
    std::vector<Mention> lone;
    std::vector<std::size_t> parts{i};
    std::size_t last = i;
    if (auto before = lone_person_before(mentions_[i])) {
      lone.push_back(std::move(*before));
    }
    while (true) {
      const std::size_t at = token_from(words_, end_of(mentions_[last]));
      const std::size_t length = words_.entry_at(at, "sum_joiner");
      if (length == 0 || at + length >= words_.size()) {
        break;
      }
      const std::size_t next = words_[at + length].span.begin;
      if (last + 1 < mentions_.size() && mentions_[last + 1].span.begin == next &&
          is_part(mentions_[last + 1])) {
        parts.push_back(++last);
        continue;
      }
      if (auto after = lone_person_at(at + length, mentions_[i])) {
        lone.push_back(std::move(*after));
      }
      break;
    }
    return parts.size() + lone.size() < 2 ? last : insert_sum(parts, std::move(lone));
  }

  // Puts the sum and the lone parts in place; returns the index of the last part.
  std::size_t insert_sum(const std::vector<std::size_t>& parts, std::vector<Mention> lone) {
    const std::size_t at = parts.front();
    std::vector<Mention> all;
    for (const std::size_t part : parts) {
      all.push_back(mentions_[part]);
    }
    for (Mention& one : lone) {
      all.insert(one.span.begin < all.front().span.begin ? all.begin() : all.end(), std::move(one));
    }
    Mention sum = sum_of(all);
    for (Mention& part : all) {
      part.part = Part::part;
      part.partner = at;
    }
    all.insert(all.begin(), std::move(sum));
    const auto place = mentions_.begin() + static_cast<std::ptrdiff_t>(at);
    const auto behind = mentions_.erase(place, place + static_cast<std::ptrdiff_t>(parts.size()));
    mentions_.insert(behind, all.begin(), all.end());
    return at + all.size() - 1;
  }

  Mention sum_of(const std::vector<Mention>& parts) const {
    Mention sum = parts.front();
    sum.part = Part::sum;
    sum.span.end = end_of(parts.back());
    Value& value = sum.value;
    value.low = value.high = value.slack = 0;
    bool is_common = true;
    for (const Mention& part : parts) {
      *value.low += *part.value.low;
      *value.high += *part.value.high;
      value.slack += part.value.slack;
      value.modifier = part.value.modifier == Modifier::vague ? Modifier::vague : value.modifier;
      is_common = is_common && part.noun.head == parts.front().noun.head;
    }
    value.written_low = value.low;
    value.written_high = value.high;
    sum.noun.head = is_common ? sum.noun.head : person_class_of(sum.noun.head, concepts_);
    sum.noun.span.end = sum.span.end;
    sum.noun.text = slice(words_.document(), sum.noun.span);
    sum.noun.qualifiers.clear();
    return sum;
  }
};

}  // namespace

void add_sums(const Words& words,
              const Concepts& concepts,
              std::vector<Mention>& mentions,
              std::size_t first) {
  Adder(words, concepts, mentions).run(first);
}

}  // namespace tally
