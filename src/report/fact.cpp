// SPDX-License-Identifier: Apache-2.0
#include "report/fact.h"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

#include <fmt/format.h>

#include "report/ids.h"
#include "report/wording.h"

namespace tally {
namespace {

constexpr std::size_t k_pairs_shown = 4;    // differing pairs of values of one fact
constexpr std::size_t k_claims_shown = 12;  // lines of one agreement
constexpr std::size_t k_quote_width = 34;

const Document& source_of(const Page& page, std::size_t claim) {
  return page.comparison.sources[page.comparison.claims[claim].source];
}

// "outlet, 2024-04-21 (assumed)", as far as it is known.
std::string provenance(const Document& source) {
  const std::string outlet =
      source.outlet.empty() ? "" : fmt::format("{}, ", visible(source.outlet));
  if (!source.published) {
    return fmt::format("{}undated", outlet);
  }
  const bool assumed = source.published_from == PublishedFrom::assumed;
  return fmt::format("{}{}{}",
                     outlet,
                     iso_date(*source.published),
                     assumed ? " assumed: the source is undated" : "");
}

// The normalised value, and what a relative date was counted from.
std::string reading_of(const Claim& claim) {
  const Value& value = claim.mention.value;
  std::string out = value_text(value);
  if (value.bound != Bound::none) {
    out = fmt::format("{} {}", name_of(value.bound), out);
  }
  if (value.time && value.time->anchor) {
    const Anchor& anchor = *value.time->anchor;
    out += fmt::format(", counted from {} ({})", iso_date(anchor.day), anchor.from);
  }
  if (value.assumed_unit) {
    out += ", unit assumed";
  }
  return out;
}

std::string said_by(const Claim& claim) {
  const bool plain = claim.stance == Stance::asserted && claim.attribution.empty();
  if (plain) {
    return {};
  }
  const std::string by =
      claim.attribution.empty() ? "" : fmt::format(" ({})", visible(claim.attribution));
  return fmt::format("; {}{}", name_of(claim.stance), by);
}

std::string joined(const std::vector<std::string>& parts, std::string_view between) {
  return fmt::format("{}", fmt::join(parts, between));
}

// "3 articles, 2 origins, 1 named source".
std::string counts_of(const Position& position) {
  std::string out = fmt::format(
      "{}, {}", counted(position.articles, "article"), counted(position.origins, "origin"));
  if (position.origins == 1 && position.articles > 1) {
    out += " (copies of one telling)";
  }
  if (position.named_sources > 0) {
    out += fmt::format(", {}", counted(position.named_sources, "named source"));
  }
  return out;
}

// How closely a value says what it says: open intervals say least, then wide ones, then hedged
// ones.
std::tuple<bool, bool, double, bool> looseness_of(const Mention& mention) {
  const Value& value = mention.value;
  const bool open = !value.low || !value.high;
  return {mention.part == Part::conversion,
          open,
          open ? 0 : *value.high - *value.low,
          value.modifier != Modifier::exact};
}

// The value a position is shown with: that of the claim that says it most closely.
std::string value_of(const Page& page, const Fact& fact, const Position& position) {
  const Mention* best = nullptr;
  for (const std::size_t index : position.claims) {
    const Mention& mention = page.comparison.claims[index].mention;
    if (mention.value.kind == fact.kind && (!best || looseness_of(mention) < looseness_of(*best))) {
      best = &mention;
    }
  }
  return best ? value_text(best->value) : interval_text(fact.kind, "", position.low, position.high);
}

std::string positions_block(const Page& page, const Fact& fact, const Style& style) {
  std::string out;
  std::string label = "    positions  ";
  for (const Position& position : fact.positions) {
    out += wrapped(
        style, label, fmt::format("{}: {}", value_of(page, fact, position), counts_of(position)));
    label.assign(label.size(), ' ');
  }
  return out;
}

std::size_t position_of(const Fact& fact, std::size_t claim) {
  for (std::size_t i = 0; i < fact.positions.size(); ++i) {
    const auto& claims = fact.positions[i].claims;
    if (std::find(claims.begin(), claims.end(), claim) != claims.end()) {
      return i;
    }
  }
  return fact.positions.size();
}

// "dismissed on 2024-05-02: another base", and nothing while a finding is open.
std::string decision_row(const Finding& finding, const Style& style) {
  if (finding.decision == Decision::open) {
    return {};
  }
  const std::string day =
      finding.decided_on.empty() ? "" : fmt::format(" on {}", finding.decided_on);
  const std::string note = finding.note.empty() ? "" : fmt::format(": {}", finding.note);
  return wrapped(style,
                 "    decided    ",
                 visible(fmt::format("{}{}{}", name_of(finding.decision), day, note)));
}

// The findings to show: of those that say the same of the same two positions the first.
std::vector<std::size_t> representatives(const Page& page, std::size_t fact) {
  std::set<std::pair<Verdict, std::set<std::size_t>>> seen;
  std::vector<std::size_t> shown;
  const Fact& whole = page.comparison.facts[fact];
  for (const std::size_t index : page.findings[fact]) {
    const Finding& finding = page.comparison.findings[index];
    const std::set<std::size_t> sides = {position_of(whole, finding.a),
                                         position_of(whole, finding.b)};
    if (finding.verdict != Verdict::agree && seen.emplace(finding.verdict, sides).second) {
      shown.push_back(index);
    }
  }
  return shown;
}

std::string title_of(const Page& page, std::size_t fact, const Style& style) {
  const Verdict verdict = verdict_of(page, fact);
  return fmt::format("  {} {}",
                     painted(style, ink_of(verdict), name_of(verdict)),
                     painted(style, Ink::strong, visible(page.comparison.facts[fact].name)));
}

// "same-value, hedge": the reasons why a fact's claims agree.
std::string reasons_of(const Page& page, std::size_t fact) {
  std::vector<std::string> reasons;
  for (const std::size_t index : page.findings[fact]) {
    const std::string& reason = page.comparison.findings[index].reason;
    if (std::find(reasons.begin(), reasons.end(), reason) == reasons.end()) {
      reasons.push_back(reason);
    }
  }
  return joined(reasons, ", ");
}

}  // namespace

Page::Page(const Comparison& whole) : comparison(whole), findings(whole.facts.size()) {
  for (const Document& source : whole.sources) {
    places.emplace_back(source.text);
  }
  for (std::size_t i = 0; i < whole.findings.size(); ++i) {
    findings[whole.findings[i].fact].push_back(i);
  }
  const auto graver = [&whole](std::size_t a, std::size_t b) {
    const Finding& left = whole.findings[a];
    const Finding& right = whole.findings[b];
    return std::pair(rank_of(left.verdict), -left.confidence) <
           std::pair(rank_of(right.verdict), -right.confidence);
  };
  for (auto& of_fact : findings) {
    std::stable_sort(of_fact.begin(), of_fact.end(), graver);
  }
}

int rank_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::conflict:
      return 0;
    case Verdict::update:
      return 1;
    case Verdict::scope:
      return 2;
    case Verdict::unclear:
      return 3;
    case Verdict::agree:
      return 4;
  }
  return 5;
}

Verdict verdict_of(const Page& page, std::size_t fact) {
  const auto& findings = page.findings[fact];
  return findings.empty() ? Verdict::agree : page.comparison.findings[findings.front()].verdict;
}

bool is_dismissed(const Page& page, std::size_t fact) {
  const auto& all = page.comparison.findings;
  const Verdict gravest = verdict_of(page, fact);
  const auto& findings = page.findings[fact];
  return !findings.empty() && std::all_of(findings.begin(), findings.end(), [&](std::size_t i) {
    return all[i].verdict != gravest || all[i].decision == Decision::dismissed;
  });
}

std::string place_of(const Page& page, std::size_t index) {
  const Claim& claim = page.comparison.claims[index];
  const std::size_t at = claim.mention.span.begin;
  const Places& places = page.places[claim.source];
  return fmt::format(
      "{}:{}:{}", visible(source_of(page, index).path), places.line_of(at), places.column_of(at));
}

std::string claim_block(const Page& page, std::size_t index, const Style& style) {
  constexpr std::size_t k_indent = 6;
  const Claim& claim = page.comparison.claims[index];
  const Document& source = source_of(page, index);
  const Excerpt excerpt = excerpt_of(claim, source.text, style.width - k_indent);
  const std::string place = painted(style, Ink::strong, place_of(page, index));
  return fmt::format(
      "    {}  {}\n{}{}",
      place,
      painted(style, Ink::faint, fmt::format("({})", provenance(source))),
      marked(style, k_indent, excerpt),
      wrapped(style, "      reads as ", fmt::format("{}{}", reading_of(claim), said_by(claim))));
}

std::string quote_line(const Page& page, std::size_t index, const Style& style) {
  const Claim& claim = page.comparison.claims[index];
  const std::string_view quote = slice(source_of(page, index).text, shown_span(claim.mention));
  const std::string shown = fitted(visible(squeezed(quote)), k_quote_width);
  const bool converted = claim.mention.part == Part::conversion;
  return fmt::format("    {}  {}{}\n",
                     shown,
                     painted(style, Ink::faint, place_of(page, index)),
                     converted ? "  (the source's own conversion)" : "");
}

std::string finding_block(const Page& page, std::size_t index, const Style& style) {
  const Finding& finding = page.comparison.findings[index];
  std::string out = claim_block(page, finding.a, style) + claim_block(page, finding.b, style);
  const std::string gap = finding.gap.empty() ? "" : fmt::format(", gap {}", finding.gap);
  out += wrapped(style,
                 "    why        ",
                 visible(fmt::format("{} [{}{}]", finding.explain, finding.reason, gap)));
  if (!finding.rests_on.empty()) {
    out += wrapped(style, "    rests on   ", visible(joined(finding.rests_on, "; ")));
  }
  if (finding.same_origin) {
    out += wrapped(style, "    note       ", "both are copies of one telling");
  }
  return out + decision_row(finding, style);
}

std::string difference_block(const Page& page, std::size_t fact, const Style& style) {
  const Fact& whole = page.comparison.facts[fact];
  const std::vector<std::size_t> shown = representatives(page, fact);
  std::string out = fmt::format("{}  {}\n",
                                title_of(page, fact, style),
                                painted(style, Ink::faint, fmt::format("({})", fact_id(fact))));
  for (std::size_t i = 0; i < std::min(shown.size(), k_pairs_shown); ++i) {
    const Finding& finding = page.comparison.findings[shown[i]];
    if (i > 0) {
      out += fmt::format("  and {}\n",
                         painted(style, ink_of(finding.verdict), name_of(finding.verdict)));
    }
    out += finding_block(page, shown[i], style);
  }
  if (shown.size() > k_pairs_shown) {
    out +=
        fmt::format("  and {} that differ\n", counted(shown.size() - k_pairs_shown, "more pair"));
  }
  return out + positions_block(page, whole, style);
}

std::string agreement_block(const Page& page, std::size_t fact, const Style& style) {
  const Fact& whole = page.comparison.facts[fact];
  std::string out = title_of(page, fact, style);
  if (!whole.positions.empty()) {
    const Position& position = whole.positions.front();
    out += fmt::format(": {}", value_of(page, whole, position));
  }
  out.push_back('\n');
  for (std::size_t i = 0; i < std::min(whole.claims.size(), k_claims_shown); ++i) {
    out += quote_line(page, whole.claims[i], style);
  }
  if (whole.claims.size() > k_claims_shown) {
    out += fmt::format("    and {}\n", counted(whole.claims.size() - k_claims_shown, "more claim"));
  }
  const std::string counts = whole.positions.empty() ? "" : counts_of(whole.positions.front());
  return out + wrapped(style, "    ", fmt::format("{} [{}]", counts, reasons_of(page, fact)));
}

}  // namespace tally
