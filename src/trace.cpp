// SPDX-License-Identifier: Apache-2.0
#include "trace.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "rules/expression.h"

namespace tally {
namespace {

constexpr double k_near = 0.5;  // share of the necessary parts

// How far a pattern got: the first parts of its row, as far as they match together.
struct Progress {
  std::size_t parts = 0;  // of the row
  Range match;
};

// The patterns of one language against one sentence.
class Tracer {
 public:
  Tracer(const DocumentView& view, std::size_t sentence, const Lexicon& lexicon)
      : view_(view), sentence_(view.sentences[sentence]), number_(sentence), lexicon_(lexicon) {}

  void trace(const WrittenRule& rule, std::vector<NearMiss>& out) const {
    std::optional<NearMiss> nearest;
    for (const WrittenPattern& pattern : rule.match) {
      auto miss = miss_of(rule, pattern);
      if (miss && (!nearest || miss->share > nearest->share)) {
        nearest = std::move(miss);
      }
    }
    if (nearest) {
      out.push_back(std::move(*nearest));
    }
  }

  bool has_claim_of(const std::string& rule) const {
    return std::any_of(view_.claims.begin(), view_.claims.end(), [&](const Claim& claim) {
      return claim.rule == rule && sentence_.span.contains(claim.mention.span);
    });
  }

 private:
  std::optional<NearMiss> miss_of(const WrittenRule& rule, const WrittenPattern& pattern) const {
    const auto all = matches_of(pattern.pattern, sentence_.folded.codes, sentence_.tokens.size());
    if (!all.empty()) {
      return NearMiss{.sentence = number_,
                      .rule = rule.source.id,
                      .place = pattern.text.place,
                      .span = span_of(all.front().whole),
                      .reason = kept_back(rule, pattern, all),
                      .share = 1};
    }
    const auto progress = progress_of(pattern.tree);
    if (!progress || !holds_mention(progress->match)) {
      return std::nullopt;
    }
    const double share = share_of(pattern.tree, progress->parts);
    if (share < k_near) {
      return std::nullopt;
    }
    return NearMiss{.sentence = number_,
                    .rule = rule.source.id,
                    .place = pattern.text.place,
                    .span = span_of(progress->match),
                    .reason = stopped(pattern, *progress),
                    .share = share};
  }

  // Why a pattern that matches made no claim.
  std::string kept_back(const WrittenRule& rule,
                        const WrittenPattern& pattern,
                        const std::vector<PatternMatch>& all) const {
    for (const WrittenPattern& veto : rule.unless) {
      if (!matches_of(veto.pattern, sentence_.folded.codes, sentence_.tokens.size()).empty()) {
        return fmt::format("it matches, but so does its unless: {}", veto.text.text);
      }
    }
    const bool fits = std::any_of(all.begin(), all.end(), [&](const PatternMatch& match) {
      return gaps_fit(pattern.pattern, match, rule.max_gap);
    });
    return fits ? "it matches, but another rule made the claim"
                : fmt::format("it matches, but a gap is over {} tokens", rule.max_gap);
  }

  std::string stopped(const WrittenPattern& pattern, const Progress& progress) const {
    const std::size_t next = progress.match.end;
    const std::string found =
        next < sentence_.folded.tokens.size()
            ? fmt::format("\"{}\"", slice(view_.document.text, span_of({next, next + 1})))
            : "the end";
    std::size_t column = pattern.tree.children[progress.parts].column;
    if (column > 0 && pattern.text.text[column - 1] == '(') {
      --column;
    }
    return fmt::format("then found {} where it wants {}", found, pattern.text.text.substr(column));
  }

  std::optional<Progress> progress_of(const Expression& tree) const {
    if (tree.type != Expression::Type::sequence) {
      return std::nullopt;
    }
    std::optional<Progress> best;
    Expression row{.type = Expression::Type::sequence};
    for (std::size_t i = 0; i + 1 < tree.children.size(); ++i) {
      row.children.push_back(tree.children[i]);
      const bool is_gap = tree.children[i].type == Expression::Type::gap;
      if (is_gap || may_be_empty(row)) {
        continue;
      }
      const Pattern pattern(row, lexicon_, true);
      const auto match = pattern.find(pattern.runes_of(sentence_.folded.codes), 0);
      if (!match) {
        break;
      }
      best = Progress{.parts = i + 1, .match = *match};
    }
    return best;
  }

  static double share_of(const Expression& tree, std::size_t parts) {
    const auto necessary = [&](std::size_t count) {
      return static_cast<double>(
          std::count_if(tree.children.begin(),
                        tree.children.begin() + static_cast<std::ptrdiff_t>(count),
                        [](const Expression& child) { return !may_be_empty(child); }));
    };
    return necessary(parts) / std::max(1.0, necessary(tree.children.size()));
  }

  bool holds_mention(Range codes) const {
    for (std::size_t i = codes.begin; i < codes.end; ++i) {
      if (sentence_.folded.mentions[i] != Folded::k_no_mention) {
        return true;
      }
    }
    return false;
  }

  Span span_of(Range codes) const {
    const std::size_t first = sentence_.folded.tokens[codes.begin].begin;
    const std::size_t last = sentence_.folded.tokens[codes.end - 1].end - 1;
    return {sentence_.tokens[first].span.begin, sentence_.tokens[last].span.end};
  }

  const DocumentView& view_;
  const SentenceView& sentence_;
  std::size_t number_;
  const Lexicon& lexicon_;
};

}  // namespace

std::vector<NearMiss> near_misses(const DocumentView& view,
                                  const RuleBook& book,
                                  const RulePack& pack,
                                  std::size_t most) {
  const Language& language = pack.language_of(view.document);
  std::vector<NearMiss> out;
  for (std::size_t i = 0; i < view.sentences.size(); ++i) {
    const Tracer tracer(view, i, language.lexicon);
    std::vector<NearMiss> here;
    for (const WrittenRule& rule : book.rules.at(language.name)) {
      if (!rule.is_value && !tracer.has_claim_of(rule.source.id)) {
        tracer.trace(rule, here);
      }
    }
    std::stable_sort(here.begin(), here.end(), [](const NearMiss& a, const NearMiss& b) {
      return a.share > b.share;
    });
    here.resize(std::min(here.size(), most));
    std::move(here.begin(), here.end(), std::back_inserter(out));
  }
  return out;
}

}  // namespace tally
