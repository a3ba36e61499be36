// SPDX-License-Identifier: Apache-2.0
// Finds the head of a noun phrase with word classes alone, without a parser.
#include "values/noun_phrase.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

#include "rules/lexicon.h"

namespace tally {

bool is_clitic(const Words& words, std::size_t i) {
  const auto text = words.text(i);
  return words.glued(i) && (text.starts_with('\'') || text.starts_with("\u2019"));
}

namespace {

constexpr std::size_t k_longest_phrase = 8;

bool is_word(const Words& words, std::size_t i) {
  return words.is(i, "lower") || words.is(i, "capital") || words.is(i, "upper");
}

bool is_plural(const Words& words, std::size_t i) {
  if (words.is(i, "plural_noun")) {
    return true;
  }
  if (words.text(i).size() < 3 || words.is(i, "not_plural") || words.is(i, "upper")) {
    return false;
  }
  const std::string word = words.folded(i);
  return words.lexicon().singular_of(word) != word;
}

// May the word stand inside a noun phrase at all?
bool may_belong(const Words& words, std::size_t i) {
  // "US" is no "us": a word all in capitals stops no phrase.
  const bool stops = words.is(i, "np_stop") && !words.is(i, "upper");
  return is_word(words, i) && !stops && !words.is(i, "number_word") &&
         !words.text(i).starts_with('\'');
}

// A compound goes on over a tight hyphen: "first-team", "F-150".
bool continues_compound(const Words& words, std::size_t i) {
  return words.is(i, "hyphen") && words.glued(i) && words.glued(i + 1) &&
         (is_word(words, i + 1) || words.is(i + 1, "digits"));
}

// "Kia and Hyundai cars": a conjunction of names goes on, one of things does not.
bool joins_names(const Words& words, std::size_t i) {
  const auto is_name = [&](std::size_t at) {
    return words.is(at, "capital") || words.is(at, "upper");
  };
  return is_name(i - 1) && is_name(i + 1) && may_belong(words, i + 2);
}

// "digital and physical sales": a conjunction of adjectives before a plural.
bool joins_adjectives(const Words& words, std::size_t i) {
  return may_belong(words, i + 1) && !is_plural(words, i + 1) && may_belong(words, i + 2) &&
         is_plural(words, i + 2) && words.is(i + 1, "lower");
}

bool joins_modifiers(const Words& words, std::size_t i, std::size_t begin) {
  return words.is(i, "name_joiner") && i > begin &&
         (joins_names(words, i) || joins_adjectives(words, i));
}

// "Model 3 sedans", "737 Max jets": digits beside a name are a part of it.
bool is_name_number(const Words& words, std::size_t i, std::size_t begin) {
  return words.is(i, "plain_digits") && may_belong(words, i + 1) &&
         (words.is(i + 1, "capital") || (i > begin && words.is(i - 1, "capital")));
}

// "people's lives", "Johnson's deputies": the owner is a part of the phrase.
bool is_owner_mark(const Words& words, std::size_t i) {
  return is_clitic(words, i) && may_belong(words, i + 1);
}

// A participle behind the noun ("people working here") ends the phrase, one before it does not.
bool ends_as_participle(const Words& words, std::size_t i, std::size_t begin) {
  return i > begin && words.has_ending(i, "participle_ending") && !may_belong(words, i + 1) &&
         !words.is(i, "noun_in_ing");
}

// One past the last token of the phrase and of its head, and whether the head is a plural.
struct Extent {
  std::size_t end = 0;
  std::size_t head_end = 0;
  bool plural = false;
};

// Is the word at i, read as far as the phrase goes, its head? A plural is, unless it only modifies
// the next one; where adjectives follow, so is any noun.
bool is_head_at(const Words& words, std::size_t i, Plurality plurality, bool is_word_plural) {
  const bool is_modifier = words.is(i, "plural_modifier");
  if (plurality == Plurality::one) {
    return words.lexicon().noun_first() && !is_modifier;
  }
  return is_word_plural && !(is_modifier && may_belong(words, i + 1) && is_plural(words, i + 1));
}

// Adjectives behind the head ("soldats américains") belong to the phrase.
std::size_t end_of_adjectives(const Words& words, std::size_t at) {
  while (words.is(at, "after_noun") && words.is(at, "lower")) {
    ++at;
  }
  return at;
}

Extent extent_of(const Words& words, std::size_t begin, Plurality plurality) {
  Extent extent{begin, begin, false};
  for (std::size_t i = begin; i < begin + k_longest_phrase && i < words.size(); ++i) {
    if (continues_compound(words, i)) {
      ++i;
    } else if (is_owner_mark(words, i) || joins_modifiers(words, i, begin) ||
               is_name_number(words, i, begin)) {
      continue;
    } else if (plurality == Plurality::one && i > begin && is_plural(words, i)) {
      break;  // "one witness says"
    } else if (!may_belong(words, i) || ends_as_participle(words, i, begin)) {
      break;
    }
    extent.end = extent.head_end = i + 1;
    extent.plural = is_plural(words, i);
    if (is_head_at(words, i, plurality, extent.plural) && !is_owner_mark(words, i + 1) &&
        !continues_compound(words, i + 1)) {
      extent.end = end_of_adjectives(words, i + 1);
      break;
    }
  }
  return extent;
}

std::string class_of_head(const Words& words, Range range, const Concepts& concepts) {
  const std::size_t length = words.entry_before(range.end, "head_phrase");
  if (length > 1 && length <= range.size()) {
    return std::string(*words.value(Range{range.end - length, range.end}, "head_phrase"));
  }
  for (const std::string& name : words.lexicon().classes_of(words[range.end - 1])) {
    const auto found = concepts.classes.find(name);
    if (found != concepts.classes.end() && found->second.is_head) {
      return name;
    }
  }
  return words.lexicon().singular_of(words.folded(range.end - 1));
}

}  // namespace

std::optional<NounTokens> noun_phrase_at(const Words& words,
                                         std::size_t at,
                                         Plurality plurality,
                                         const Concepts& concepts) {
  if (!may_belong(words, at) || words.is(at, "not_noun_start")) {
    return std::nullopt;
  }
  const Extent extent = extent_of(words, at, plurality);
  if (extent.end == at || (plurality == Plurality::many && !extent.plural)) {
    return std::nullopt;
  }
  NounTokens out;
  out.range = {at, extent.end};
  out.noun.span = words.span(out.range);
  out.noun.text = words.text(out.range);
  out.noun.head = class_of_head(words, {at, extent.head_end}, concepts);
  for (std::size_t i = at; i < extent.end; ++i) {
    if (i + 1 != extent.head_end && is_word(words, i) && !is_clitic(words, i)) {
      out.noun.qualifiers.push_back(words.folded(i));
    }
  }
  return out;
}

std::string person_class_of(const std::string& head, const Concepts& concepts) {
  constexpr int k_deepest = 8;
  std::string name = head;
  for (int depth = 0; depth < k_deepest; ++depth) {
    const auto found = concepts.classes.find(name);
    if (found == concepts.classes.end()) {
      return {};
    }
    if (found->second.attributes.contains("person")) {
      return name;
    }
    name = found->second.broader;
  }
  return {};
}

}  // namespace tally
