// SPDX-License-Identifier: Apache-2.0
#include "report/fact.h"

#include <algorithm>
#include <vector>

#include <fmt/format.h>

#include "report/ids.h"
#include "report/ruler.h"
#include "report/statement.h"
#include "report/wording.h"

namespace tally {
namespace {

constexpr std::size_t k_pairs_shown = 4;    // differing pairs of values of one fact
constexpr std::size_t k_claims_shown = 12;  // lines of one agreement
constexpr std::size_t k_quote_width = 34;

// The widest column of values beside a ruler, and the ruler.
constexpr std::size_t k_value_width = 28;
constexpr std::size_t k_ruler_width = 21;

std::string positions_block(const Page& page, const Fact& fact, const Style& style) {
  std::vector<std::string> values;
  std::size_t width = 0;
  for (const Position& position : fact.positions) {
    values.push_back(value_of(page, fact, position));
    width = std::max(width, code_points_in(values.back()));
  }
  const Ruler ruler = width <= k_value_width ? ruler_of(fact, k_ruler_width) : Ruler();
  std::string out;
  std::string label = "    positions  ";
  for (std::size_t i = 0; i < values.size(); ++i) {
    const std::string counts = counts_of(fact.positions[i]);
    const bool drawn = i < ruler.rows.size();
    out += drawn
               ? wrapped(style,
                         fmt::format("{}{}  {}  ", label, fitted(values[i], width), ruler.rows[i]),
                         counts)
               : wrapped(style, label, fmt::format("{}: {}", values[i], counts));
    label.assign(label.size(), ' ');
  }
  const std::string margin(label.size() + width + 2, ' ');
  return ruler.axis.empty()
             ? out
             : fmt::format("{}{}{}\n", out, margin, painted(style, Ink::faint, ruler.axis));
}

std::string decision_row(const Finding& finding, const Style& style) {
  const std::string decided = decision_text(finding);
  return decided.empty() ? decided : wrapped(style, "    decided    ", visible(decided));
}

std::string title_of(const Page& page, std::size_t fact, const Style& style) {
  const Verdict verdict = verdict_of(page, fact);
  return fmt::format("  {} {}",
                     painted(style, ink_of(verdict), name_of(verdict)),
                     painted(style, Ink::strong, visible(page.comparison.facts[fact].name)));
}

}  // namespace

std::string claim_block(const Page& page, std::size_t index, const Style& style) {
  constexpr std::size_t k_indent = 6;
  const Claim& claim = page.comparison.claims[index];
  const Document& source = source_of(page, index);
  const Excerpt excerpt = excerpt_of(claim, source.text, style.width - k_indent);
  const std::string place = painted(style, Ink::strong, place_of(page, index));
  const std::string said = said_by(claim);
  return fmt::format(
      "    {}  {}\n{}{}",
      place,
      painted(style, Ink::faint, fmt::format("({})", provenance_of(source))),
      marked(style, k_indent, excerpt),
      wrapped(style,
              "      reads as ",
              fmt::format("{}{}{}", reading_of(claim), said.empty() ? "" : "; ", said)));
}

std::string quote_line(const Page& page, std::size_t index, const Style& style) {
  const Claim& claim = page.comparison.claims[index];
  const std::string shown = fitted(visible(quote_of(page, index)), k_quote_width);
  const bool converted = claim.mention.part == Part::conversion;
  return fmt::format("    {}  {}{}\n",
                     shown,
                     painted(style, Ink::faint, place_of(page, index)),
                     converted ? "  (the source's own conversion)" : "");
}

std::string reason_block(const Finding& finding, const Style& style) {
  const std::string gap = finding.gap.empty() ? "" : fmt::format(", gap {}", finding.gap);
  std::string out =
      wrapped(style,
              "    why        ",
              visible(fmt::format("{} [{}{}]", finding.explain, finding.reason, gap)));
  if (!finding.rests_on.empty()) {
    out += wrapped(
        style, "    rests on   ", visible(fmt::format("{}", fmt::join(finding.rests_on, "; "))));
  }
  if (finding.same_origin) {
    out += wrapped(style, "    note       ", "both are copies of one telling");
  }
  return out + decision_row(finding, style);
}

std::string finding_block(const Page& page, std::size_t index, const Style& style) {
  const Finding& finding = page.comparison.findings[index];
  return claim_block(page, finding.a, style) + claim_block(page, finding.b, style) +
         reason_block(finding, style);
}

std::string difference_block(const Page& page, std::size_t fact, const Style& style) {
  const Fact& whole = page.comparison.facts[fact];
  const std::vector<std::size_t> shown = differences_of(page, fact);
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
