// SPDX-License-Identifier: Apache-2.0
#include "report/html_card.h"

#include <algorithm>
#include <set>
#include <vector>

#include <fmt/format.h>

#include "report/html_text.h"
#include "report/ids.h"
#include "report/plot.h"
#include "report/quote.h"
#include "report/statement.h"
#include "report/wording.h"

namespace tally {
namespace {

constexpr std::size_t k_pairs_shown = 6;  // differing pairs of values of one fact
constexpr std::size_t k_statements_shown = 200;
constexpr std::size_t k_widest_quote = 1200;  // of a sentence, in code points

std::string row(std::string_view name, std::string_view value) {
  return value.empty() ? std::string()
                       : fmt::format("<dt>{}</dt><dd>{}</dd>", name, escaped_html(value));
}

std::string paragraph(std::string_view text, std::string_view type = "") {
  const std::string attribute = type.empty() ? "" : fmt::format(" class=\"{}\"", type);
  return text.empty() ? std::string() : fmt::format("<p{}>{}</p>", attribute, text);
}

std::string around(std::string_view text) {
  return text.empty() ? std::string()
                      : fmt::format("<span class=\"around\">{}</span>", escaped_html(text));
}

// The names of the sources of a position: "River Monitor, Weekly Digest".
std::string outlets_of(const Page& page, const Position& position) {
  std::vector<std::string> names;
  std::set<std::size_t> seen;
  for (const std::size_t claim : position.claims) {
    if (seen.insert(page.comparison.claims[claim].source).second) {
      const Document& source = source_of(page, claim);
      names.push_back(source.outlet.empty() ? source.path : source.outlet);
    }
  }
  return fmt::format("{}", fmt::join(names, ", "));
}

std::string positions_list(const Page& page, const Fact& fact) {
  std::string out = "<ol class=\"positions\">\n";
  for (std::size_t i = 0; i < fact.positions.size(); ++i) {
    const Position& position = fact.positions[i];
    out += fmt::format("<li class=\"{}\"><b>{}</b> <span>{}: {}</span></li>\n",
                       position_class(i),
                       escaped_html(value_of(page, fact, position)),
                       counts_of(position),
                       escaped_html(outlets_of(page, position)));
  }
  return out + "</ol>\n";
}

std::string side_of(const Fact& fact, std::size_t claim) {
  const std::size_t position = position_of(fact, claim);
  return position < fact.positions.size() ? position_class(position) : std::string();
}

std::string differences(const Page& page, std::size_t fact) {
  const std::vector<std::size_t> shown = differences_of(page, fact);
  std::string out;
  for (std::size_t i = 0; i < std::min(shown.size(), k_pairs_shown); ++i) {
    out += finding_html(page, shown[i]);
  }
  if (shown.size() > k_pairs_shown) {
    const std::size_t more = shown.size() - k_pairs_shown;
    out += paragraph(fmt::format("And {} that differ.", counted(more, "more pair")), "meta");
  }
  return out;
}

std::string statement_row(const Page& page, const Fact& fact, std::size_t index) {
  const Claim& claim = page.comparison.claims[index];
  const Document& source = source_of(page, index);
  const ExcerptParts line = parts_of(excerpt_of(claim, source.text, k_widest_quote));
  const std::string said = said_by(claim);
  const bool converted = claim.mention.part == Part::conversion;
  return fmt::format(
      "<tr class=\"{}\"><td><span dir=\"auto\">{}<mark>{}</mark>{}</span></td><td>{}{}{}</td>"
      "<td class=\"place\">{}<br>{}</td></tr>\n",
      side_of(fact, index),
      escaped_html(line.before),
      escaped_html(line.quote),
      escaped_html(line.after),
      escaped_html(reading_of(claim)),
      said.empty() ? "" : fmt::format("; {}", escaped_html(said)),
      converted ? " (the source\u2019s own conversion)" : "",
      escaped_html(provenance_of(source)),
      escaped_html(place_of(page, index)));
}

// Every claim of the fact; open where the card shows no quotes above.
std::string statements(const Page& page, std::size_t index, bool open) {
  const Fact& fact = page.comparison.facts[index];
  std::string rows;
  for (std::size_t i = 0; i < std::min(fact.claims.size(), k_statements_shown); ++i) {
    rows += statement_row(page, fact, fact.claims[i]);
  }
  if (fact.claims.size() > k_statements_shown) {
    rows += fmt::format("<tr><td>and {}</td><td></td><td></td></tr>\n",
                        counted(fact.claims.size() - k_statements_shown, "more statement"));
  }
  return fmt::format(
      "<details{}><summary>{} ({})</summary>\n<table class=\"stack "
      "statements\"><thead><tr><th>Statement</th>"
      "<th>Reads as</th><th>Where</th></tr></thead><tbody>\n{}</tbody></table></details>\n",
      open ? " open" : "",
      counted(fact.claims.size(), "statement"),
      escaped_html(reasons_of(page, index)),
      rows);
}

std::string source_ids(const Page& page, const Fact& fact) {
  std::set<std::size_t> sources;
  for (const std::size_t claim : fact.claims) {
    sources.insert(page.comparison.claims[claim].source);
  }
  std::vector<std::string> ids;
  for (const std::size_t source : sources) {
    ids.push_back(source_id(source));
  }
  return fmt::format("{}", fmt::join(ids, " "));
}

}  // namespace

std::string_view label_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::conflict:
      return "Conflict";
    case Verdict::update:
      return "Update";
    case Verdict::scope:
      return "Scope";
    case Verdict::unclear:
      return "Unclear";
    case Verdict::agree:
      return "Agreement";
  }
  return {};
}

std::string quote_figure(const Page& page, std::size_t index, std::string_view side) {
  const Claim& claim = page.comparison.claims[index];
  const Document& source = source_of(page, index);
  const ExcerptParts line = parts_of(excerpt_of(claim, source.text, k_widest_quote));
  const Surroundings text = surroundings_of(claim, source);
  return fmt::format(
      "<figure class=\"quote {}\"><figcaption><b>{}</b><br>{}</figcaption>\n"
      "<blockquote dir=\"auto\">{} {}<mark>{}</mark>{} {}</blockquote>\n"
      "<dl class=\"reading\">{}{}{}</dl></figure>\n",
      side,
      escaped_html(provenance_of(source)),
      escaped_html(place_of(page, index)),
      around(text.before),
      escaped_html(line.before),
      escaped_html(line.quote),
      escaped_html(line.after),
      around(text.after),
      row("Reads as", reading_of(claim)),
      row("Stance", said_by(claim)),
      row("Rule", fmt::format("{} rev {}", claim.rule, claim.rule_rev)));
}

std::string reason_html(const Page& page, std::size_t index) {
  const Finding& finding = page.comparison.findings[index];
  const std::string gap =
      finding.gap.empty() ? "" : fmt::format(", gap {}", escaped_html(finding.gap));
  const std::string rests =
      finding.rests_on.empty()
          ? ""
          : fmt::format("<b>Rests on:</b> {}",
                        escaped_html(fmt::format("{}", fmt::join(finding.rests_on, "; "))));
  const std::string decided = escaped_html(decision_text(finding));
  return fmt::format(
      "<div class=\"why\"><p><b>{}:</b> {} "
      "<span class=\"code\">({}{}, confidence {:.2f}, {})</span></p>{}{}{}</div>\n",
      label_of(finding.verdict),
      escaped_html(finding.explain),
      escaped_html(finding.reason),
      gap,
      finding.confidence,
      finding_id(finding.number),
      paragraph(rests),
      paragraph(decided.empty() ? decided : fmt::format("<b>Decided:</b> {}", decided)),
      paragraph(finding.same_origin ? "Both are copies of one telling." : ""));
}

std::string finding_html(const Page& page, std::size_t index) {
  const Finding& finding = page.comparison.findings[index];
  const Fact& fact = page.comparison.facts[finding.fact];
  return fmt::format("<div class=\"pair\">\n{}{}</div>\n{}",
                     quote_figure(page, finding.a, side_of(fact, finding.a)),
                     quote_figure(page, finding.b, side_of(fact, finding.b)),
                     reason_html(page, index));
}

std::string fact_card(const Page& page, std::size_t index) {
  const Fact& fact = page.comparison.facts[index];
  const Verdict verdict = verdict_of(page, index);
  const bool agrees = verdict == Verdict::agree;
  const bool dismissed = is_dismissed(page, index);
  const double confidence = page.comparison.findings[page.findings[index].front()].confidence;
  return fmt::format(
      "<article class=\"card {0}\" id=\"{1}\" tabindex=\"-1\" data-verdict=\"{0}\" "
      "data-kind=\"{2}\" data-sources=\"{3}\">\n<h3><span class=\"badge\">{4}</span>{5}</h3>\n"
      "<p class=\"meta\">{1} \u00b7 {2} \u00b7 {6} \u00b7 confidence {7:.2f}</p>\n{8}{9}{10}{11}"
      "</article>\n",
      dismissed ? "dismissed" : name_of(verdict),
      fact_id(index),
      name_of(fact.kind),
      source_ids(page, fact),
      dismissed ? fmt::format("Dismissed {}", name_of(verdict)) : std::string(label_of(verdict)),
      escaped_html(fact.name),
      counted(fact.claims.size(), "statement"),
      confidence,
      positions_list(page, fact),
      plot_svg(page, index),
      agrees ? "" : differences(page, index),
      statements(page, index, agrees && fact.claims.size() <= 4));
}

}  // namespace tally
