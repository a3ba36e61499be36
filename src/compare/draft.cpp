// SPDX-License-Identifier: Apache-2.0
#include "compare/draft.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <limits>
#include <optional>
#include <string_view>
#include <utility>

#include "compare/group.h"
#include "compare/origin.h"
#include "compare/position.h"
#include "compare/shingle.h"

namespace tally {
namespace {

constexpr std::size_t k_equal_values_shown = 5;

std::size_t position_of(const Fact& fact, std::size_t claim) {
  const auto holds = [claim](const Position& position) {
    return std::find(position.claims.begin(), position.claims.end(), claim) !=
           position.claims.end();
  };
  return static_cast<std::size_t>(
      std::find_if(fact.positions.begin(), fact.positions.end(), holds) - fact.positions.begin());
}

// Reasons of an agreement that make it more than that both can be true. A hedge does not: "about
// 110" agrees with 100, and yet nobody said 100.
bool says_the_same(std::string_view reason) {
  constexpr std::array<std::string_view, 6> k_reasons = {
      "same-value", "rounding", "unit-conversion", "rounded-conversion", "copy", "weekday"};
  return std::find(k_reasons.begin(), k_reasons.end(), reason) != k_reasons.end();
}

// How far a value may be off by the digits it is written with, as when two sources are judged: half
// a unit of the last digit, at most 5 %; dates as far as they say.
double tolerance_of(const Value& value) {
  constexpr double k_most = 0.05;
  const bool is_day = value.kind == Kind::date || value.kind == Kind::time;
  const double size = std::abs(value.low.value_or(value.high.value_or(0)));
  return is_day ? value.slack : std::min(value.slack, size * k_most);
}

// Whether all that `source` allows is allowed by `draft`: then the source says as much or more.
bool lies_within(const Value& source, const Value& draft) {
  constexpr double k_infinity = std::numeric_limits<double>::infinity();
  const double low = draft.low.value_or(-k_infinity) - tolerance_of(draft);
  const double high = draft.high.value_or(k_infinity) + tolerance_of(draft);
  return source.kind == draft.kind && source.unit == draft.unit &&
         source.modifier != Modifier::vague && source.low.value_or(-k_infinity) >= low &&
         source.high.value_or(k_infinity) <= high;
}

bool is_equal(const Value& a, const Value& b) {
  const bool is_definite = a.low && a.high && a.modifier != Modifier::vague;
  return is_definite && a.kind == b.kind && a.unit == b.unit && a.low == b.low && a.high == b.high;
}

// The findings of a fact that weigh the draft's claim, or one in its position, against a source.
class Weighing {
 public:
  Weighing(const Comparison& comparison, std::size_t draft, DraftFigure& figure)
      : comparison_(&comparison), draft_(draft), figure_(&figure) {}

  void weigh(const Fact& fact, const Finding& finding, std::size_t index) {
    const bool a_is_draft = is_of_draft(finding.a);
    const bool b_is_draft = is_of_draft(finding.b);
    const std::size_t claim = *figure_->claim;
    if (a_is_draft && b_is_draft) {
      const bool is_own =
          finding.verdict != Verdict::agree && (finding.a == claim || finding.b == claim);
      add_difference(is_own, index);
      return;
    }
    const std::size_t mine = a_is_draft ? finding.a : finding.b;
    const bool speaks_for = mine == claim || position_of(fact, mine) == position_of(fact, claim);
    if ((!a_is_draft && !b_is_draft) || !speaks_for) {
      return;
    }
    if (finding.verdict != Verdict::agree) {
      add_difference(true, index);
      return;
    }
    const std::size_t other = a_is_draft ? finding.b : finding.a;
    const bool same = mine == claim && says_the_same(finding.reason);
    add_agreement(other, same || lies_within(value_of(other), value_of(claim)));
  }

  // Sources that no finding weighs against this claim, but whose claims stand in its position.
  void take_position(const Fact& fact) {
    const std::size_t place = position_of(fact, *figure_->claim);
    if (place == fact.positions.size()) {
      return;
    }
    for (const std::size_t other : fact.positions[place].claims) {
      if (!is_of_draft(other) && !is_weighed(other)) {
        add_agreement(other, lies_within(value_of(other), value_of(*figure_->claim)));
      }
    }
  }

 private:
  bool is_of_draft(std::size_t claim) const { return source_of(claim) == draft_; }
  std::size_t source_of(std::size_t claim) const { return comparison_->claims[claim].source; }
  const Value& value_of(std::size_t claim) const {
    return comparison_->claims[claim].mention.value;
  }

  void add_difference(bool wanted, std::size_t index) {
    if (wanted) {
      figure_->differences.push_back(index);
    }
  }

  void add_agreement(std::size_t claim, bool same) {
    (same ? figure_->support : figure_->consistent).push_back(claim);
  }

  // Whether the claim's source has been weighed already.
  bool is_weighed(std::size_t claim) const {
    const auto has_source = [&](std::size_t other) { return source_of(other) == source_of(claim); };
    const auto differs = [&](std::size_t index) {
      const Finding& finding = comparison_->findings[index];
      return has_source(finding.a) || has_source(finding.b);
    };
    const DraftFigure& figure = *figure_;
    return std::any_of(figure.support.begin(), figure.support.end(), has_source) ||
           std::any_of(figure.consistent.begin(), figure.consistent.end(), has_source) ||
           std::any_of(figure.differences.begin(), figure.differences.end(), differs);
  }

  const Comparison* comparison_;
  std::size_t draft_;
  DraftFigure* figure_;
};

// Origin numbers of the documents without the draft, at their places in the comparison.
std::vector<std::size_t> origins_without(const std::vector<Document>& sources, std::size_t draft) {
  std::vector<Document> others = sources;
  others.erase(others.begin() + static_cast<std::ptrdiff_t>(draft));
  std::vector<std::size_t> origins = origins_of(others);
  origins.insert(origins.begin() + static_cast<std::ptrdiff_t>(draft), others.size());
  return origins;
}

DraftMark mark_of(const DraftFigure& figure, const Comparison& comparison, std::size_t draft) {
  const auto contradicts = [&](std::size_t index) {
    const Finding& finding = comparison.findings[index];
    const bool within_draft = comparison.claims[finding.a].source == draft &&
                              comparison.claims[finding.b].source == draft;
    return is_open_conflict(finding) && !within_draft;
  };
  const auto stands = [&](std::size_t index) {
    return comparison.findings[index].decision != Decision::dismissed;
  };
  const auto& differences = figure.differences;
  if (std::any_of(differences.begin(), differences.end(), contradicts)) {
    return DraftMark::contradicted;
  }
  if (!figure.support.empty()) {
    return DraftMark::supported;
  }
  if (std::any_of(differences.begin(), differences.end(), stands)) {
    return DraftMark::unsettled;
  }
  return figure.consistent.empty() ? DraftMark::no_source : DraftMark::consistent;
}

std::vector<std::size_t> equal_values(const Comparison& comparison,
                                      std::size_t draft,
                                      std::size_t claim) {
  std::vector<std::size_t> found;
  const Value& value = comparison.claims[claim].mention.value;
  for (std::size_t i = 0; i < comparison.claims.size() && found.size() < k_equal_values_shown;
       ++i) {
    const Claim& other = comparison.claims[i];
    if (other.source != draft && is_equal(value, other.mention.value)) {
      found.push_back(i);
    }
  }
  return found;
}

// The figure and, for a count, the noun that follows it directly.
Span span_of(const Mention& mention) {
  const Span noun = mention.noun.span;
  const bool follows = noun.size() > 0 && mention.value.kind == Kind::count &&
                       noun.begin >= mention.span.end && noun.begin <= mention.span.end + 1;
  return {mention.span.begin, follows ? std::max(mention.span.end, noun.end) : mention.span.end};
}

void add_gaps(const Comparison& comparison, std::size_t draft, std::vector<DraftFigure>& figures) {
  for (const Gap& gap : comparison.gaps) {
    if (gap.source == draft) {
      figures.push_back({.span = gap.span});
    }
  }
}

}  // namespace

std::vector<DraftFigure> draft_figures(const Comparison& comparison, std::size_t draft) {
  const std::vector<std::size_t> origins = origins_without(comparison.sources, draft);
  std::vector<std::optional<std::size_t>> fact_of(comparison.claims.size());
  for (std::size_t i = 0; i < comparison.facts.size(); ++i) {
    for (const std::size_t claim : comparison.facts[i].claims) {
      fact_of[claim] = fact_of[claim].value_or(i);
    }
  }
  std::vector<std::vector<std::size_t>> findings(comparison.facts.size());
  for (std::size_t i = 0; i < comparison.findings.size(); ++i) {
    findings[comparison.findings[i].fact].push_back(i);
  }
  std::vector<DraftFigure> figures;
  for (std::size_t claim = 0; claim < comparison.claims.size(); ++claim) {
    if (comparison.claims[claim].source != draft) {
      continue;
    }
    DraftFigure figure{.span = span_of(comparison.claims[claim].mention), .claim = claim};
    if (const auto fact = fact_of[claim]) {
      Weighing weighing(comparison, draft, figure);
      for (const std::size_t index : findings[*fact]) {
        weighing.weigh(comparison.facts[*fact], comparison.findings[index], index);
      }
      weighing.take_position(comparison.facts[*fact]);
    }
    figure.mark = mark_of(figure, comparison, draft);
    figure.origins = tellings_behind(figure.support, {comparison.claims, origins});
    if (figure.mark == DraftMark::no_source) {
      figure.equal_values = equal_values(comparison, draft, claim);
    }
    figures.push_back(std::move(figure));
  }
  add_gaps(comparison, draft, figures);
  std::stable_sort(figures.begin(), figures.end(), [](const DraftFigure& a, const DraftFigure& b) {
    return a.span.begin < b.span.begin;
  });
  return figures;
}

}  // namespace tally
