// SPDX-License-Identifier: Apache-2.0
#include "values/people.h"

#include <cstddef>
#include <optional>
#include <string_view>

#include "values/amount.h"
#include "values/code.h"
#include "values/noun_phrase.h"

namespace tally {
namespace {

// The number in the tokens, or what a word that stands for one counts.
std::optional<Amount> amount_of(const Words& words, Range n) {
  if (const auto count = words.number(n, "stand_in")) {
    const Number number{.low = *count, .high = *count, .worded = true};
    return Amount{number, number};
  }
  return read_amount(words, n, std::nullopt);
}

// "The mother of three was shot", "a third were late": the verb is in the other number.
bool disagrees(const Words& words, std::size_t verb, const Amount& amount) {
  return amount.high.high == 1 ? words.is(verb, "be_many") : words.is(verb, "be_one");
}

// One past "of them", "of whom".
std::size_t end_of_pronoun(const Words& words, std::size_t at) {
  return words.is(at, "number_of") && words.is(at + 1, "counted_pronoun") ? at + 2 : at;
}

// No noun goes on at the token.
bool breaks_at(const Words& words, std::size_t at) {
  return words.is(at, "np_stop") || words.is(at, "stop") || words.is(at, "mark") ||
         at >= words.size();
}

bool follows_number(const Words& words, std::size_t at) {
  for (std::size_t i = 0; i < at; ++i) {
    if (words.is(i, "number_word") || words.is(i, "digits")) {
      return true;
    }
  }
  return false;
}

// May a participle alone say that those were harmed? "Six shot in a club", "two dead, a third
// wounded", but not "both killed and ate" and "two shot the bolt".
bool reads_bare(const Words& words, Range n, Range verb, bool is_stand_in) {
  if (words.is(verb.begin, "dying_word")) {
    return true;
  }
  if (is_stand_in) {
    return breaks_at(words, verb.end) && !words.is(verb.end, "number_joiner") &&
           follows_number(words, n.begin);
  }
  const bool opens = n.begin == 0 || words.is(n.begin - 1, "mark");
  return opens && (words.is(verb.end, "after_harmed") || verb.end >= words.size());
}

std::vector<Reading> reading_of(const Words& words,
                                Range n,
                                const Amount& amount,
                                NounPhrase noun) {
  const Surroundings around = surroundings_of(words, n);
  Reading reading{around.range,
                  value_of(amount, nullptr, Kind::count, around),
                  std::move(noun),
                  Part::whole,
                  {}};
  return {reading};
}

// "Another man", "a third worker": the person behind a word that stands for a number.
std::optional<NounTokens> person_behind(const Words& words,
                                        std::size_t at,
                                        const Amount& amount,
                                        const ReadContext& context) {
  const auto plurality = amount.high.high == 1 ? Plurality::one : Plurality::many;
  auto noun = noun_phrase_at(words, at, plurality, context.concepts);
  return noun && !person_class_of(noun->noun.head, context.concepts).empty() ? noun : std::nullopt;
}

// Does the number behind the verb count its objects, with no noun of their own?
bool counts_objects(const Words& words,
                    std::size_t end,
                    bool is_stand_in,
                    const ReadContext& context) {
  const bool is_partitive = words.is(end, "number_of");
  const bool is_reciprocal = words.entry_at(end, "stand_in") > 0;
  const bool has_noun =
      !is_stand_in && noun_phrase_at(words, end, Plurality::many, context.concepts).has_value();
  return breaks_at(words, end) && !is_partitive && !is_reciprocal && !has_noun;
}

}  // namespace

std::vector<Reading> read_people(const Words& words,
                                 const Captures& captures,
                                 const ReadContext& context) {
  const auto n = captures["n"];
  const auto verb = captures["verb"];
  const auto amount = n ? amount_of(words, *n) : std::nullopt;
  if (!amount || !verb || is_part_of_code(words, *n)) {
    return {};
  }
  const bool is_stand_in = words.number(*n, "stand_in").has_value();
  const bool leads = captures["lead"].has_value();
  const std::size_t end = end_of_pronoun(words, n->end);
  if (disagrees(words, end, *amount) || (!is_stand_in && is_part_of_name(words, *n))) {
    return {};
  }
  const auto person = is_stand_in ? person_behind(words, end, *amount, context) : std::nullopt;
  const bool fits = leads    ? person || counts_objects(words, end, is_stand_in, context)
                    : person ? person->range.end <= verb->begin
                             : !captures["noun"];
  const bool is_owned =
      is_stand_in && !leads && n->begin > 0 && words.is(n->begin - 1, "number_of");
  if (!fits || is_owned || (captures["bare"] && !reads_bare(words, *n, *verb, is_stand_in))) {
    return {};
  }
  if (person) {
    return reading_of(words, *n, *amount, person->noun);
  }
  NounPhrase nobody;
  const auto head = leads ? words.value(*verb, "hurting_word") : words.value(*verb, "hurt_word");
  nobody.head = head.value_or("");
  return reading_of(words, *n, *amount, std::move(nobody));
}

}  // namespace tally
