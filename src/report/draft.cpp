// SPDX-License-Identifier: Apache-2.0
#include "report/draft.h"

#include <algorithm>
#include <cstdint>

#include <fmt/format.h>

#include "report/fact.h"
#include "report/ids.h"
#include "report/markdown.h"
#include "report/quote.h"
#include "report/statement.h"
#include "report/wording.h"

namespace tally {
namespace {

constexpr std::size_t k_claims_shown = 6;  // lines of one figure

Ink ink_of_mark(DraftMark mark) {
  switch (mark) {
    case DraftMark::contradicted:
      return Ink::conflict;
    case DraftMark::unsettled:
    case DraftMark::no_source:
      return Ink::caution;
    case DraftMark::supported:
    case DraftMark::consistent:
      return Ink::agree;
    case DraftMark::not_checked:
      return Ink::faint;
  }
  return Ink::strong;
}

std::string quote_of_figure(const DraftCheck& check, const DraftFigure& figure) {
  return squeezed(slice(check.comparison.sources[check.draft].text, figure.span));
}

// Lines of claims under a label: "    supported by  "$4 million"  post.txt:2:5".
std::string claim_lines(const Page& page,
                        std::string_view label,
                        const std::vector<std::size_t>& claims,
                        const Style& style) {
  std::string out;
  for (std::size_t i = 0; i < std::min(claims.size(), k_claims_shown); ++i) {
    out += fmt::format(
        "    {:<17}{}", i == 0 ? label : "", quote_line(page, claims[i], style).substr(4));
  }
  const std::size_t more = claims.size() - std::min(claims.size(), k_claims_shown);
  return more == 0 ? out : fmt::format("{}    {:<17}and {} more\n", out, "", more);
}

std::string figure_block(const Page& page,
                         const DraftCheck& check,
                         const DraftFigure& figure,
                         const Style& style) {
  std::string out = fmt::format(
      "\n  {}  {}  {}\n",
      painted(style, ink_of_mark(figure.mark), verdict_on(figure)),
      painted(style, Ink::strong, fmt::format("\"{}\"", visible(quote_of_figure(check, figure)))),
      painted(style, Ink::faint, place_in(page, check.draft, figure.span.begin)));
  out += figure.claim ? wrapped(style,
                                fmt::format("    {:<17}", "reads as"),
                                reading_of(check.comparison.claims[*figure.claim]))
                      : "";
  for (const std::size_t index : figure.differences) {
    const Finding& finding = check.comparison.findings[index];
    const auto source = source_side(check, finding);
    out += source ? claim_block(page, *source, style) + reason_block(finding, style)
                  : finding_block(page, index, style);
  }
  out += claim_lines(page, "supported by", figure.support, style);
  out += claim_lines(page, "consistent with", figure.consistent, style);
  return out + claim_lines(page, "same figure", figure.equal_values, style);
}

std::string claims_markdown(const Page& page,
                            std::string_view label,
                            const std::vector<std::size_t>& claims) {
  std::string out;
  for (const std::size_t claim : claims) {
    out += fmt::format("\n{}:\n\n{}", label, quoted_markdown(page, claim));
  }
  return out;
}

std::string figure_markdown(const Page& page, const DraftCheck& check, const DraftFigure& figure) {
  std::string out = fmt::format("\n### \u201c{}\u201d: {}\n\n{}\n",
                                escaped_markdown(quote_of_figure(check, figure)),
                                verdict_on(figure),
                                escaped_markdown(place_in(page, check.draft, figure.span.begin)));
  for (const std::size_t index : figure.differences) {
    const Finding& finding = check.comparison.findings[index];
    const auto source = source_side(check, finding);
    out += source ? fmt::format("\n{}{}", quoted_markdown(page, *source), reason_markdown(finding))
                  : finding_markdown(page, index);
  }
  out += claims_markdown(page, "Supported by", figure.support);
  out += claims_markdown(page, "Consistent with", figure.consistent);
  return out + claims_markdown(page, "Not linked, but the same figure", figure.equal_values);
}

std::string places_of(const Page& page, const std::vector<std::size_t>& claims) {
  std::vector<std::string> names;
  for (const std::size_t claim : claims) {
    names.push_back(place_of(page, claim));
  }
  return fmt::format("{}", fmt::join(names, "; "));
}

}  // namespace

std::string_view title_of(DraftMark mark) {
  switch (mark) {
    case DraftMark::contradicted:
      return "Contradicted";
    case DraftMark::unsettled:
      return "Unsettled";
    case DraftMark::no_source:
      return "In no source";
    case DraftMark::consistent:
      return "Consistent";
    case DraftMark::supported:
      return "Supported";
    case DraftMark::not_checked:
      return "Not checked";
  }
  return {};
}

std::string_view meaning_of(DraftMark mark) {
  switch (mark) {
    case DraftMark::contradicted:
      return "a source says what cannot be true if the draft is";
    case DraftMark::unsettled:
      return "a source differs, but for a reason, or it cannot be decided";
    case DraftMark::no_source:
      return "no source says anything on it that could be linked";
    case DraftMark::consistent:
      return "sources allow it, but are less exact";
    case DraftMark::supported:
      return "a source says the same";
    case DraftMark::not_checked:
      return "not understood, or nothing is said of it that could be compared";
  }
  return {};
}

std::vector<std::size_t> figures_with(const DraftCheck& check, DraftMark mark) {
  std::vector<std::size_t> figures;
  for (std::size_t i = 0; i < check.figures.size(); ++i) {
    if (check.figures[i].mark == mark) {
      figures.push_back(i);
    }
  }
  return figures;
}

std::string summary_of(const DraftCheck& check) {
  std::vector<std::string> parts;
  for (const DraftMark mark : k_marks_in_order) {
    const std::size_t count = figures_with(check, mark).size();
    if (count > 0 || mark == DraftMark::contradicted) {
      parts.push_back(fmt::format("{} {}", count, folded(title_of(mark))));
    }
  }
  const std::size_t all = check.figures.size();
  return fmt::format(
      "{} and {}: {}", counted(all, "figure"), all == 1 ? "date" : "dates", fmt::join(parts, ", "));
}

std::optional<std::size_t> source_side(const DraftCheck& check, const Finding& finding) {
  const auto is_of_draft = [&check](std::size_t claim) {
    return check.comparison.claims[claim].source == check.draft;
  };
  if (is_of_draft(finding.a) && is_of_draft(finding.b)) {
    return std::nullopt;
  }
  return is_of_draft(finding.a) ? finding.b : finding.a;
}

std::string basis_of(const DraftCheck& check) {
  const Document& draft = check.comparison.sources[check.draft];
  const bool assumed = draft.published && draft.published_from == PublishedFrom::assumed;
  const std::string date =
      assumed
          ? fmt::format(" The draft has no date: it is taken to be of {}, as its newest source.",
                        iso_date(*draft.published))
          : "";
  return fmt::format("Compared with {}.{} A figure in no source may still be right.",
                     counted(check.comparison.sources.size() - 1, "source"),
                     date);
}

std::string verdict_on(const DraftFigure& figure) {
  std::string title = folded(title_of(figure.mark));
  if (figure.origins == 0) {
    return title;
  }
  const std::string by = counted(figure.origins, "origin");
  return figure.mark == DraftMark::supported ? fmt::format("{} by {}", title, by)
                                             : fmt::format("{}, but supported by {}", title, by);
}

std::string draft_text(const DraftCheck& check, const Style& style) {
  const Page page(check.comparison);
  const std::string& path = check.comparison.sources[check.draft].path;
  std::string out = fmt::format("{}, {}\n", visible(path), summary_of(check));
  for (const DraftMark mark : k_marks_in_order) {
    const std::vector<std::size_t> figures = figures_with(check, mark);
    if (figures.empty()) {
      continue;
    }
    const std::string title = fmt::format("{}: {}", title_of(mark), meaning_of(mark));
    out += fmt::format("\n{} ({})\n", painted(style, ink_of_mark(mark), title), figures.size());
    for (const std::size_t index : figures) {
      out += figure_block(page, check, check.figures[index], style);
    }
  }
  return fmt::format("{}\n{}\n", out, basis_of(check));
}

std::string draft_markdown(const DraftCheck& check, const Program& program) {
  const Page page(check.comparison);
  const std::string& path = check.comparison.sources[check.draft].path;
  std::string out = fmt::format("# {}, {}\n", escaped_markdown(path), summary_of(check));
  out += "\n| figure | where | mark |\n|---|---|---|\n";
  for (const DraftFigure& figure : check.figures) {
    out += fmt::format("| {} | {} | {} |\n",
                       escaped_markdown(quote_of_figure(check, figure)),
                       escaped_markdown(place_in(page, check.draft, figure.span.begin)),
                       verdict_on(figure));
  }
  for (const DraftMark mark : k_marks_in_order) {
    const std::vector<std::size_t> figures = figures_with(check, mark);
    out += figures.empty() ? "" : fmt::format("\n## {}: {}\n", title_of(mark), meaning_of(mark));
    for (const std::size_t index : figures) {
      out += figure_markdown(page, check, check.figures[index]);
    }
  }
  return fmt::format("{}\n{}\n\nMade by tally {}.\n", out, basis_of(check), program.version);
}

Table draft_table(const DraftCheck& check) {
  const Page page(check.comparison);
  Table table{.columns = {"quote",
                          "place",
                          "mark",
                          "origins",
                          "reads_as",
                          "supported_by",
                          "consistent_with",
                          "explain"}};
  for (const DraftFigure& figure : check.figures) {
    const auto& findings = check.comparison.findings;
    table.rows.push_back(
        {quote_of_figure(check, figure),
         place_in(page, check.draft, figure.span.begin),
         std::string(name_of(figure.mark)),
         static_cast<std::int64_t>(figure.origins),
         figure.claim ? reading_of(check.comparison.claims[*figure.claim]) : std::string(),
         places_of(page, figure.support),
         places_of(page, figure.consistent),
         figure.differences.empty() ? std::string()
                                    : findings[figure.differences.front()].explain});
  }
  return table;
}

}  // namespace tally
