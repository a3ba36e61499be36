// SPDX-License-Identifier: Apache-2.0
#include "extract/claims.h"

#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "extract/context.h"
#include "extract/fold.h"
#include "extract/time_of_day.h"

namespace tally {
namespace {

constexpr std::string_view k_generic_rule = "generic";

// Ordinals and bare numbers mean nothing by themselves, and "recently" says nothing to compare.
bool becomes_generic_claim(const Value& value) {
  const bool says_something = value.low || value.high || value.modifier == Modifier::unanchored;
  return value.kind != Kind::ordinal && value.kind != Kind::number && says_something;
}

// A claim that a rule makes, before two of one mention and predicate are settled.
struct Made {
  Claim claim;
  std::size_t mention = 0;
  int priority = 0;
};

class SentenceClaims {
 public:
  SentenceClaims(const Document& document,
                 const Sentence& sentence,
                 const Words& words,
                 const RulePack& pack)
      : document_(document),
        sentence_(sentence),
        words_(words),
        language_(pack.language_of(document)),
        context_(words, pack.concepts),
        text_(squeezed(slice(document.text, sentence.span))) {}

  // Claims of the mentions [first, last) of this sentence, in order of the text.
  std::vector<Claim> claims(const std::vector<Mention>& mentions,
                            std::size_t first,
                            std::size_t last);

 private:
  void run_rules(const std::vector<Mention>& mentions, const Folded& folded);
  void run_pattern(const std::vector<Mention>& mentions,
                   const Folded& folded,
                   const ClaimRule& rule,
                   const Pattern& pattern);
  void emit(const std::vector<Mention>& mentions,
            const Folded& folded,
            const ClaimRule& rule,
            const Pattern& pattern,
            const PatternCaptures& captures);
  static bool gaps_fit(const Pattern& pattern,
                       const PatternCaptures& captures,
                       std::size_t max_gap);
  static std::optional<Range> captured(const Pattern& pattern,
                                       const PatternCaptures& captures,
                                       std::string_view name);
  Range source_range(const Folded& folded, Range runes) const;
  void name_subject(Range range, Claim& claim) const;
  Claim claim_of(const Mention& mention) const;
  Claim generic_claim(const Mention& mention) const;
  void keep(Made made);

  const Document& document_;
  const Sentence& sentence_;
  const Words& words_;
  const Language& language_;
  Context context_;
  std::string text_;
  std::vector<Made> made_;
};

Claim SentenceClaims::claim_of(const Mention& mention) const {
  Claim claim;
  claim.mention = mention;
  claim.quote = std::string(slice(document_.text, mention.span));
  claim.sentence = text_;
  claim.in_title = sentence_.is_title;
  claim.subject = mention.noun.text;
  claim.head = mention.noun.head;
  claim.qualifiers = mention.noun.qualifiers;
  Value& value = claim.mention.value;
  if (value.kind == Kind::time && value.modifier == Modifier::approx &&
      value.bound == Bound::none) {
    value.bound = side_of(words_, context_.tokens_in(mention.span));
  }
  return claim;
}

Claim SentenceClaims::generic_claim(const Mention& mention) const {
  Claim claim = claim_of(mention);
  claim.rule = k_generic_rule;
  context_.describe(context_.tokens_in(mention.span), claim);
  return claim;
}

bool SentenceClaims::gaps_fit(const Pattern& pattern,
                              const PatternCaptures& captures,
                              std::size_t max_gap) {
  return std::all_of(captures.begin(), captures.end(), [&](const auto& capture) {
    return !pattern.names()[capture.first].empty() || capture.second.size() <= max_gap;
  });
}

std::optional<Range> SentenceClaims::captured(const Pattern& pattern,
                                              const PatternCaptures& captures,
                                              std::string_view name) {
  for (const auto& [index, range] : captures) {
    if (!name.empty() && pattern.names()[index] == name) {
      return range;
    }
  }
  return std::nullopt;
}

Range SentenceClaims::source_range(const Folded& folded, Range runes) const {
  return {folded.tokens[runes.begin].begin, folded.tokens[runes.end - 1].end};
}

void SentenceClaims::name_subject(Range range, Claim& claim) const {
  while (range.begin < range.end && words_.is(range.begin, "determiner")) {
    ++range.begin;
  }
  if (!range.empty()) {
    claim.subject = squeezed(words_.text(range));
    claim.head = context_.head_of(range);
  }
}

void SentenceClaims::keep(Made made) {
  const auto same = std::find_if(made_.begin(), made_.end(), [&](const Made& known) {
    return known.mention == made.mention && known.claim.predicate == made.claim.predicate;
  });
  if (same == made_.end()) {
    made_.push_back(std::move(made));
  } else if (made.priority > same->priority ||
             (made.priority == same->priority && made.claim.rule < same->claim.rule)) {
    *same = std::move(made);
  }
}

void SentenceClaims::emit(const std::vector<Mention>& mentions,
                          const Folded& folded,
                          const ClaimRule& rule,
                          const Pattern& pattern,
                          const PatternCaptures& captures) {
  for (const Emit& emit : rule.emit) {
    const auto value = captured(pattern, captures, emit.value);
    if (!value) {
      continue;
    }
    for (std::size_t rune = value->begin; rune < value->end; ++rune) {
      const std::size_t index = folded.mentions[rune];
      if (index == Folded::k_no_mention) {
        continue;
      }
      Claim claim = claim_of(mentions[index]);
      claim.predicate = emit.predicate;
      claim.rule = rule.source.id;
      claim.rule_rev = rule.source.rev;
      if (const auto subject = captured(pattern, captures, emit.subject)) {
        name_subject(source_range(folded, *subject), claim);
      }
      if (!emit.head.empty()) {
        claim.head = emit.head;
      }
      if (const auto object = captured(pattern, captures, emit.object)) {
        claim.object = context_.head_of(source_range(folded, *object));
      }
      context_.describe(folded.tokens[rune], claim);
      keep({.claim = std::move(claim), .mention = index, .priority = rule.priority});
      break;
    }
  }
}

void SentenceClaims::run_pattern(const std::vector<Mention>& mentions,
                                 const Folded& folded,
                                 const ClaimRule& rule,
                                 const Pattern& pattern) {
  const Runes runes = pattern.runes_of(folded.codes);
  auto match = pattern.find(runes, 0);
  const auto vetoes = [&](const Pattern& veto) {
    return veto.find(veto.runes_of(folded.codes), 0).has_value();
  };
  if (!match || std::any_of(rule.unless.begin(), rule.unless.end(), vetoes)) {
    return;
  }
  for (; match; match = pattern.find(runes, match->begin + 1)) {
    const PatternCaptures captures = pattern.captures(runes, *match);
    if (gaps_fit(pattern, captures, rule.max_gap)) {
      emit(mentions, folded, rule, pattern, captures);
    }
  }
}

void SentenceClaims::run_rules(const std::vector<Mention>& mentions, const Folded& folded) {
  const std::vector<std::size_t> hits = language_.rule_set.candidates(folded.codes);
  std::size_t number = 0;
  auto hit = hits.begin();
  for (const ClaimRule& rule : language_.rules) {
    for (const Pattern& pattern : rule.match) {
      if (hit != hits.end() && *hit == number) {
        run_pattern(mentions, folded, rule, pattern);
        ++hit;
      }
      ++number;
    }
  }
}

std::vector<Claim> SentenceClaims::claims(const std::vector<Mention>& mentions,
                                          std::size_t first,
                                          std::size_t last) {
  const std::span<const Mention> own(mentions.data() + first, last - first);
  run_rules(mentions, folded_sentence(words_, own, first));
  std::stable_sort(made_.begin(), made_.end(), [](const Made& a, const Made& b) {
    return a.mention != b.mention ? a.mention < b.mention : a.claim.rule < b.claim.rule;
  });
  std::vector<Claim> out;
  auto next = made_.begin();
  for (std::size_t m = first; m < last; ++m) {
    const bool is_claimed = next != made_.end() && next->mention == m;
    for (; next != made_.end() && next->mention == m; ++next) {
      out.push_back(std::move(next->claim));
    }
    if (!is_claimed && becomes_generic_claim(mentions[m].value)) {
      out.push_back(generic_claim(mentions[m]));
    }
    if (const auto day = day_beside(mentions[m])) {
      out.push_back(generic_claim(*day));
    }
  }
  return out;
}

}  // namespace

std::vector<Claim> claims_of(const Document& document,
                             const std::vector<Sentence>& sentences,
                             const Mentions& mentions,
                             const RulePack& pack) {
  const Language& language = pack.language_of(document);
  std::vector<Claim> out;
  std::size_t first = 0;
  while (first < mentions.found.size()) {
    const std::size_t sentence = mentions.found[first].sentence;
    std::size_t last = first;
    while (last < mentions.found.size() && mentions.found[last].sentence == sentence) {
      ++last;
    }
    const Words words(document.text, mentions.tokens[sentence], language.lexicon);
    SentenceClaims reader(document, sentences[sentence], words, pack);
    for (Claim& claim : reader.claims(mentions.found, first, last)) {
      out.push_back(std::move(claim));
    }
    first = last;
  }
  return out;
}

}  // namespace tally
